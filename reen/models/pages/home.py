"""The home page."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel

from reen.blocks import HighlightsBlock, SourcesBlock
from reen.fields import StreamField
from reen.models.action import Action
from reen.models.base_page import BasePage
from reen.models.pages.theme import ThemePage


class HomePage(BasePage):
    """What the site is, the three things one can do here, the themes, and when the content was last checked."""

    lead = models.TextField("en deux phrases")
    call_to_action = models.CharField("bouton", max_length=80)
    reassurance = models.CharField("sous le bouton", max_length=255, blank=True)
    sections = StreamField(HighlightsBlock(), verbose_name="rubriques", blank=True)
    sources = StreamField(SourcesBlock(), verbose_name="sources", blank=True)
    checked_on = models.DateField("vérifié le", null=True)

    template = "reen/pages/home.html"
    max_count = 1
    subpage_types = ["reen.LawIndexPage", "reen.ThemeIndexPage", "reen.PlainPage"]
    content_panels = [
        *BasePage.content_panels,
        *(
            FieldPanel(name)
            for name in ("lead", "call_to_action", "reassurance", "sections", "sources", "checked_on")
        ),
    ]

    class Meta:
        verbose_name = "page d’accueil"
        verbose_name_plural = "pages d’accueil"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"themes": ThemePage.in_order(), "catalogue": Action.objects.live().extent()}
