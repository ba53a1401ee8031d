"""Atom feeds of what is new or revised: everything, one kind, one theme."""

import uuid
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from reen.enums import Theme
from reen.models import IndexRow, PublicKind
from reen.queries.public import newest
from reen.queries.site import site_settings

Asked = PublicKind | Theme | None


class NewsFeed(Feed):
    """The latest sheets, each under an identifier that neither a revision nor a change of host moves."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, kind: str = "", theme: str = "") -> Asked:
        """The kind or theme asked for; 404 for one that does not exist."""
        by_slug = {each.slug: each for each in Theme}
        if not kind and not theme:
            return None
        found: Asked = next((each for each in PublicKind if each == kind), None) or by_slug.get(theme)
        if found is None:
            raise Http404
        return found

    def title(self, asked: Asked) -> str:
        name = site_settings().name
        return f"{name}\u00a0: {asked.label}" if asked else name

    def subtitle(self, asked: Asked) -> str:
        return "Fiches nouvelles ou révisées, et la date de leur révision."

    def link(self, asked: Asked) -> str:
        return "/"

    def feed_guid(self, asked: Asked) -> str:
        return _identifier(f"fil/{asked or ''}")

    def feed_url(self, asked: Asked) -> str:
        if isinstance(asked, PublicKind):
            return reverse("reen:feed_of_kind", args=[asked.value])
        return reverse("reen:feed_of_theme", args=[asked.slug]) if asked else reverse("reen:feed")

    def items(self, asked: Asked) -> list[IndexRow]:
        return newest(
            kind=asked if isinstance(asked, PublicKind) else None,
            theme=asked if isinstance(asked, Theme) else None,
        )

    def item_title(self, row: IndexRow) -> str:
        return row.title

    def item_description(self, row: IndexRow) -> str:
        return escape(row.line)

    def item_link(self, row: IndexRow) -> str:
        return row.url

    def item_guid(self, row: IndexRow) -> str:
        return _identifier(row.key)

    def item_pubdate(self, row: IndexRow) -> datetime | None:
        return row.published_at or row.revised_at

    def item_updateddate(self, row: IndexRow) -> datetime | None:
        return row.revised_at

    def item_categories(self, row: IndexRow) -> list[str]:
        return [PublicKind(row.kind).label, *(theme.label for theme in row.themes)]


def _identifier(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"boussole-reen/{name}").urn
