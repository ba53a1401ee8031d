"""The page every page of the site descends from (`WAGTAIL_PAGE_MODEL`), chosen before the first migration."""

from wagtail.models import AbstractPage
from wagtail.models.pages import AbstractPageMeta, DefaultBasePageMixin


class BasePage(AbstractPage, DefaultBasePageMixin):
    """Wagtail's own page, under our name so that fields common to all pages can be added one day."""

    search_fields = AbstractPage.search_fields + DefaultBasePageMixin.search_fields
    promote_panels = DefaultBasePageMixin.promote_panels

    class Meta(AbstractPageMeta):
        verbose_name = "page"
        verbose_name_plural = "pages"
