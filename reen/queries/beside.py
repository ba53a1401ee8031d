"""The sheets before and after one, in the order of its list, read along with it."""

from dataclasses import dataclass

from django.db.models import F, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from reen.models import Entry

PREVIOUS, NEXT = "sheet_before", "sheet_after"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Where a neighbouring sheet is."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The neighbours of a sheet; None at either end of its list."""

    previous: Neighbour | None
    next: Neighbour | None


def with_beside(model: type[Entry]) -> "QuerySet[Entry]":
    """The published entries of a kind, each with what `beside` reads; no query more."""
    order = (*(str(name) for name in model._meta.ordering), "pk")
    return model.objects.live().annotate(
        **{
            PREVIOUS: _beyond(model, tuple(_opposite(name) for name in order)),
            NEXT: _beyond(model, order),
        }
    )


def beside(entry: Entry) -> Beside:
    """The published entries around one that `with_beside` gave."""
    return Beside(*(_neighbour(entry, getattr(entry, name)) for name in (PREVIOUS, NEXT)))


def _neighbour(entry: Entry, found: dict[str, str] | None) -> Neighbour | None:
    if found is None:
        return None
    return Neighbour(found["title"], type(entry)(ref=found["ref"]).get_absolute_url())


def _beyond(model: type[Entry], order: tuple[str, ...]) -> Subquery:
    """The first entry that comes after another one in that order."""
    later, same = Q(), Q()
    for name in order:
        field = name.removeprefix("-")
        later |= same & Q(**{f"{field}__{'lt' if name != field else 'gt'}": OuterRef(field)})
        same &= Q(**{field: OuterRef(field)})
    entries = model.objects.live().filter(later).order_by(*order)
    named = entries.values(named=JSONObject(ref=F("ref"), title=F("title")))
    return Subquery(named[:1], output_field=JSONField())


def _opposite(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"
