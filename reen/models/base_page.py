"""The page every page of the site descends from (`WAGTAIL_PAGE_MODEL`), chosen before the first migration."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.models.pages import AbstractPageMeta, DefaultBasePageMixin

from reen.models.publishable import Publishable

TITLE_ALONE = FieldPanel("title", classname="title")
"""For pages whose address is not written by hand: nothing is to follow from what is typed."""


class BasePage(Publishable, AbstractPage, DefaultBasePageMixin):
    """Wagtail's own page, under our name so that fields common to all pages can be added one day."""

    site_restricts: bool | None = None
    """Whether any page of the site is restricted, if that is known."""

    search_fields = AbstractPage.search_fields + DefaultBasePageMixin.search_fields
    promote_panels = DefaultBasePageMixin.promote_panels

    @property
    def parents(self) -> list[tuple[str, str]]:
        """Labels and addresses of the pages above, the home page left out; told without asking the database."""
        return []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the way that leads here."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"crumbs": [*self.parents, (self.title, "")]}

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """As Wagtail's, which asks for every page above; a site that restricts nothing is asked once."""
        if self.site_restricts is None:
            self.site_restricts = PageViewRestriction.objects.exists()
        if not self.site_restricts:
            return PageViewRestriction.objects.none()
        restrictions: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return restrictions

    class Meta(AbstractPageMeta):
        verbose_name = "page"
        verbose_name_plural = "pages"
