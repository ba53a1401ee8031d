"""Choices of filters that are not written in the code: what the published entries themselves say."""

from django.db.models import Count, Q, QuerySet

from reen.models import Entry

Choices = list[tuple[str, str]]
UNKNOWN = "inconnue"
MOST = 30
"""Beyond, a select is no help: the words that are looked for find the rest."""


def years(entries: QuerySet[Entry]) -> Choices:
    """The years of the entries, the latest first, then the one nobody checked."""
    known = entries.exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()[:MOST]
    return [*((str(year), str(year)) for year in known), (UNKNOWN, "année non vérifiée")]


def of_year(value: str) -> Q:
    """The entries of one of these years."""
    return Q(year=None if value == UNKNOWN else int(value))


def most_frequent(entries: QuerySet[Entry], name: str, most: int = MOST) -> Choices:
    """The values that most entries have for a text field, in the order of letters; never an empty one."""
    found = (
        entries.exclude(**{name: ""})
        .values_list(name)
        .annotate(count=Count("pk"))
        .order_by("-count", name)
        .values_list(name, flat=True)[:most]
    )
    return [(value, value) for value in sorted(found, key=str.casefold)]
