"""The law at a glance."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from reen.blocks import BodyBlock, ItemsBlock, SourcesBlock
from reen.enums import Part, TextGroup
from reen.fields import StreamField
from reen.models.base_page import TITLE_ALONE, BasePage
from reen.models.forms import CHECK_PANELS, CheckedPageForm
from reen.models.legal_text import LegalText
from reen.models.requirement import Requirement


class LawIndexPage(BasePage):
    """What the decree asks in three parts, then one table of the articles and one of neighbouring obligations."""

    introduction = models.TextField("introduction")
    chapters = StreamField(ItemsBlock(), verbose_name="chapitres de la loi", blank=True)
    unread_note = models.TextField("articles non lus", blank=True, help_text="La phrase qui les nomme.")
    decree_title = models.CharField("titre", max_length=255, blank=True)
    decree_reference = models.TextField("référence", blank=True)
    decree_introduction = models.TextField("introduction", blank=True)
    decree_body = StreamField(BodyBlock(), verbose_name="texte", blank=True)
    decree_caution = models.TextField("réserve", blank=True)
    sources = StreamField(SourcesBlock(), verbose_name="sources", blank=True)
    checked_on = models.DateField("vérifié le", null=True)

    base_form_class = CheckedPageForm
    template = "reen/pages/law_index.html"
    max_count = 1
    parent_page_types = ["reen.HomePage"]
    subpage_types = ["reen.ArticlePage"]
    content_panels = [
        TITLE_ALONE,
        FieldPanel("introduction", help_text="Ce que la loi veut, en quelques phrases."),
        FieldPanel("chapters", help_text="Un chapitre par ligne, dans l’ordre de la loi."),
        FieldPanel("unread_note"),
        MultiFieldPanel(
            [
                FieldPanel("decree_title", help_text="Le nom usuel du décret."),
                FieldPanel("decree_reference", help_text="Numéro, date et article du code."),
                FieldPanel("decree_introduction", help_text="Ce qu’il ajoute à la loi."),
                FieldPanel("decree_body", help_text="Avec vos mots\u00a0: le décret n’est jamais recopié."),
                FieldPanel("decree_caution", help_text="Ce qui reste à confirmer\u202f; toujours affiché."),
            ],
            heading="Le décret",
        ),
        *CHECK_PANELS,
        FieldPanel("sources", help_text="Le texte officiel de la loi et du décret."),
    ]
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description")]

    class Meta:
        verbose_name = "page de la loi"
        verbose_name_plural = "pages de la loi"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        requirements = list(Requirement.objects.live())
        texts = list(LegalText.objects.live().select_related("page", "replaced_by__page"))
        return context | {
            "parts": [(part, [item for item in requirements if item.part == part]) for part in Part],
            "articles": [text for text in texts if text.group == TextGroup.ARTICLE],
            "neighbours": [text for text in texts if text.group == TextGroup.NEIGHBOUR],
        }
