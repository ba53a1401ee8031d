"""The home page."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageViewRestriction
from wagtail.url_routing import RouteResult

from reen.blocks import HighlightsBlock, SourcesBlock
from reen.fields import StreamField
from reen.models.action import Action
from reen.models.base_page import BasePage
from reen.models.forms import CHECK_PANELS, CheckedPageForm
from reen.models.pages.theme import ThemePage


class HomePage(BasePage):
    """What the site is, the three things one can do here, the themes, and when the content was last checked."""

    lead = models.TextField("en deux phrases")
    call_to_action = models.CharField("bouton", max_length=80)
    reassurance = models.CharField("sous le bouton", max_length=255, blank=True)
    sections = StreamField(HighlightsBlock(), verbose_name="rubriques", blank=True)
    sources = StreamField(SourcesBlock(), verbose_name="sources", blank=True)
    checked_on = models.DateField("vérifié le", null=True)

    base_form_class = CheckedPageForm
    template = "reen/pages/home.html"
    max_count = 1
    subpage_types = ["reen.LawIndexPage", "reen.ThemeIndexPage", "reen.PlainPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead", help_text="Ce qu’est le site et à qui il sert."),
        FieldPanel("call_to_action", help_text="Un verbe\u00a0: ce que fait le bouton."),
        FieldPanel("reassurance", help_text="Ce qui rassure avant de cliquer\u00a0: sans compte, gratuit…"),
        FieldPanel("sections", help_text="Trois rubriques au plus\u00a0: l’accueil tient en un écran."),
        FieldPanel("sources", help_text="D’où viennent les faits cités sur l’accueil."),
        *CHECK_PANELS,
    ]

    class Meta:
        verbose_name = "page d’accueil"
        verbose_name_plural = "pages d’accueil"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Finds the page under this one in a single query; Wagtail takes two for each level. 404 for a draft."""
        if not path_components:
            return super().route(request, path_components)
        kinds = [kind._meta.model_name for kind in BasePage.__subclasses__()]
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        pages = BasePage.objects.filter(url_path=url_path, live=True).select_related(*kinds)
        page = pages.annotate(restrictions=models.Exists(PageViewRestriction.objects.all())).first()
        found = next((getattr(page, kind) for kind in kinds if hasattr(page, kind)), None)
        if found is None:
            raise Http404
        found.site_restricts = page.restrictions
        return RouteResult(found)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"themes": ThemePage.in_order(), "catalogue": Action.objects.live().extent()}
