"""The themes of the decree: their list and the page of each."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel

from reen.blocks import SourcesBlock
from reen.enums import Theme
from reen.fields import StreamField
from reen.models.action import Action
from reen.models.addresses import theme_url, themes_url
from reen.models.base_page import TITLE_ALONE, BasePage
from reen.models.entry import Entry
from reen.models.field_report import FieldReport
from reen.models.forms import CHECK_PANELS, CheckedPageForm, TidyPageForm
from reen.models.indicator import Indicator
from reen.models.linked import Linked
from reen.models.resource import Resource


class ThemeIndexPage(BasePage):
    """The list of themes, at `/themes/`; its address is written in the menu and does not change."""

    introduction = models.TextField("introduction", blank=True)

    template = "reen/pages/theme_index.html"
    max_count = 1
    parent_page_types = ["reen.HomePage"]
    subpage_types = ["reen.ThemePage"]
    base_form_class = TidyPageForm
    content_panels = [
        TITLE_ALONE,
        FieldPanel("introduction", help_text="Ce que les thèmes ont en commun, en deux phrases."),
    ]
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description")]

    class Meta:
        verbose_name = "liste des thèmes"
        verbose_name_plural = "listes des thèmes"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"themes": ThemePage.in_order()}


class ThemePage(BasePage):
    """One theme under the four headings of the original translation; its address follows from the theme."""

    theme = models.CharField("thème", max_length=40, choices=Theme.choices(), unique=True)
    decree_item = models.CharField("alinéa du décret", max_length=10, blank=True)
    precision = models.CharField("précision", max_length=255, blank=True)
    introduction = models.TextField("introduction")
    sources = StreamField(SourcesBlock(), verbose_name="sources", blank=True)
    checked_on = models.DateField("vérifié le", null=True)

    base_form_class = CheckedPageForm
    template = "reen/pages/theme.html"
    max_count = len(Theme)
    parent_page_types = ["reen.ThemeIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        TITLE_ALONE,
        FieldPanel("theme", help_text="L’adresse de la page en découle."),
        FieldPanel("decree_item", help_text="Le numéro de l’alinéa\u00a0: 1°, 2°…"),
        FieldPanel("precision", help_text="Ce que le titre ne dit pas, en quelques mots."),
        FieldPanel("introduction", help_text="Pourquoi ce thème, et par quoi commencer."),
        *CHECK_PANELS,
        FieldPanel("sources", help_text="D’où viennent les faits de l’introduction."),
    ]
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description")]

    class Meta:
        verbose_name = "thème"
        verbose_name_plural = "thèmes"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Gives the page the address of its theme."""
        if self.theme:
            self.slug = Theme(self.theme).slug
        super().full_clean(*args, **kwargs)

    @property
    def parents(self) -> list[tuple[str, str]]:
        return [("Thèmes", themes_url())]

    @classmethod
    def in_order(cls) -> "models.QuerySet[ThemePage]":
        """The published themes, in the order of the decree."""
        return cls.objects.live().order_by("theme")

    @property
    def number(self) -> int:
        return Theme(self.theme).number

    @property
    def path_on_site(self) -> str:
        return theme_url(Theme(self.theme))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        of_theme = {"themes__holds": self.theme}
        others = list(ThemePage.in_order().only("title", "theme"))
        return context | {
            "actions": self._first(Action, theme=self.theme),
            "indicators": self._first(Indicator, **of_theme),
            "resources": self._first(Resource, **of_theme),
            "field_reports": self._first(FieldReport, **of_theme),
            "previous": next((page for page in reversed(others) if page.theme < self.theme), None),
            "next": next((page for page in others if page.theme > self.theme), None),
        }

    def _first(self, model: type[Entry], **of_theme: str) -> Linked:
        """The first published entries of the theme; its own list, so filtered, has them all."""
        _label, url = model().index()
        return Linked(model.objects.live().lines().filter(**of_theme), f"{url}?theme={self.theme}")
