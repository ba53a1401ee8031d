"""Everything the public can read, from the index: for the plan of the site and the feeds."""

from django.db.models import QuerySet

from reen.enums import Theme
from reen.models import IndexRow, PublicKind

NEWEST = 30


def pages() -> QuerySet[IndexRow]:
    """What has an address of its own, oldest first; the rows of a page are told by the page."""
    return IndexRow.objects.exclude(url__contains="#").only("url", "revised_at").order_by("pk")


def newest(kind: PublicKind | None = None, theme: Theme | None = None) -> list[IndexRow]:
    """What was published or revised last, of one kind or theme; one query."""
    rows = IndexRow.objects.filter(revised_at__isnull=False)
    if kind is not None:
        rows = rows.filter(kind=kind)
    if theme is not None:
        rows = rows.filter(themes__holds=theme)
    return list(rows.defer("text").order_by("-revised_at", "-pk")[:NEWEST])
