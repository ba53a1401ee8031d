"""What robots are told: the plan of the site, and where not to go."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from reen.enums import Kind
from reen.models import IndexRow
from reen.queries.public import pages
from reen.rules.duties import sizes_of

CLOSED = ("/admin/", "/compte/", "/strategies/", "/recherche/", "/documents/")


class SheetsSitemap(Sitemap):
    """Every page and sheet that is published, with the day of its revision."""

    limit = 5_000

    def items(self) -> QuerySet[IndexRow]:
        return pages()

    def location(self, row: IndexRow) -> str:
        return row.url

    def lastmod(self, row: IndexRow) -> datetime | None:
        return row.revised_at

    def get_latest_lastmod(self) -> datetime | None:
        """Asked of the database: Django would read every row."""
        return pages().aggregate(latest=Max("revised_at"))["latest"]


class ScreensSitemap(Sitemap):
    """Lists, and what binds each kind and size."""

    LISTS = ("actions", "indicators", "resources", "resource_lists", "field_reports", "suggesting")

    def items(self) -> list[str]:
        duties = [
            reverse("reen:duties_of", args=[kind.value, size.value])
            for kind in Kind
            for size in sizes_of(kind)
        ]
        return [*(reverse(f"reen:{name}") for name in self.LISTS), *duties]

    def location(self, path: str) -> str:
        return path


SITEMAPS = {"fiches": SheetsSitemap, "listes": ScreensSitemap}


def robots(request: HttpRequest) -> HttpResponse:
    """`robots.txt`: everything public may be read, searches and what belongs to somebody may not."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('reen:sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
