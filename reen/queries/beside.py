"""The sheets before and after one, in the order of its list."""

from dataclasses import dataclass

from django.db.models import Case, Q, QuerySet, When

from reen.models import Entry


@dataclass(frozen=True, slots=True)
class Beside:
    """The neighbours of a sheet; None at either end of its list."""

    previous: Entry | None
    next: Entry | None


def beside(entry: Entry) -> Beside:
    """The published entries around this one, however long the list; one query."""
    order = (*(str(name) for name in entry._meta.ordering), "pk")
    live = type(entry).objects.live()
    before = _beyond(live, entry, tuple(_opposite(name) for name in order))
    after = _beyond(live, entry, order)
    around = live.filter(Q(pk__in=before) | Q(pk__in=after)).lines()
    found = {
        row.is_before: row
        for row in around.annotate(is_before=Case(When(pk__in=before, then=True), default=False))
    }
    return Beside(found.get(True), found.get(False))


def _beyond(live: "QuerySet[Entry]", entry: Entry, order: tuple[str, ...]) -> "QuerySet[Entry, int]":
    """The key of the first entry that comes after this one in that order."""
    later, same = Q(), Q()
    for name in order:
        field = name.removeprefix("-")
        value = getattr(entry, field)
        later |= same & Q(**{f"{field}__{'lt' if name != field else 'gt'}": value})
        same &= Q(**{field: value})
    return live.filter(later).order_by(*order).values_list("pk", flat=True)[:1]


def _opposite(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"
