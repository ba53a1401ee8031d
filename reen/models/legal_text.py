"""Articles of the law and neighbouring obligations."""

from typing import Any

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from reen.blocks import TimetableBlock
from reen.enums import Kind, TextGroup
from reen.fields import StreamField, VocabularySetField
from reen.models.addresses import law_url
from reen.models.entry import Entry
from reen.models.replaceable import Replaceable


class LegalText(Replaceable, Entry):
    """What one article asks of a collectivité: the main ones have a page, the others a row of the law index."""

    group = models.CharField("groupe", max_length=20, choices=TextGroup.choices())
    order = models.PositiveSmallIntegerField("rang", default=0)
    number = models.CharField("numéro d’article", max_length=40, blank=True)
    summary = models.TextField("ce qu’il demande")
    who = models.TextField("qui est concerné")
    kinds = VocabularySetField(
        "types de collectivité tenus",
        vocabulary=Kind,
        blank=True,
        help_text="Ceux que le texte oblige\u202f; aucun s’il informe ou permet sans obliger.",
    )
    population_from = models.PositiveIntegerField(
        "à partir de (habitants)",
        null=True,
        blank=True,
        help_text="Le premier chiffre tenu\u00a0: 50\u202f001 pour «\u202fplus de 50\u202f000\u202f». Vide si le "
        "texte ne fixe pas de seuil.",
    )
    importance = models.CharField("importance", max_length=40, blank=True)
    timetable = StreamField(TimetableBlock(), verbose_name="échéances", blank=True)
    codified = models.TextField("codifié", blank=True)
    note = models.TextField("remarque", blank=True)

    template = "reen/sheets/legal_text.html"
    LINE_FIELDS = (*Entry.LINE_FIELDS, "group", "order", "number")

    panels = [
        *Entry.identity_panels,
        FieldPanel("group", help_text="Article de la loi, ou obligation d’un autre texte."),
        FieldPanel("order", help_text="Sa place dans le tableau\u202f; le plus petit d’abord."),
        FieldPanel(
            "number", help_text="«\u202f16\u202f», «\u202f35\u202f»\u202f; vide pour une obligation voisine."
        ),
        FieldPanel("summary", help_text="Avec vos mots\u00a0: la loi n’est jamais recopiée."),
        FieldPanel("who", help_text="Types et tailles de collectivités, dès quel seuil."),
        FieldPanel("kinds"),
        FieldPanel("population_from"),
        FieldPanel("importance", help_text="Ce que le tableau met en avant\u202f; vide le plus souvent."),
        FieldPanel("timetable", help_text="Chaque échéance et ce qui est dû ce jour-là."),
        FieldPanel("codified", help_text="L’article de code où le texte se lit désormais."),
        FieldPanel("note", help_text="Ce qui n’a pas sa place ailleurs."),
        *Entry.truth_panels,
        *Replaceable.replaced_panels,
    ]

    class Meta:
        verbose_name = "texte de loi"
        verbose_name_plural = "textes de loi"
        ordering = ("group", "order")

    @property
    def label(self) -> str:
        """How links name it: « Article 16 : … » or the title of a neighbouring obligation."""
        if self.group == TextGroup.ARTICLE and self.number:
            return f"Loi REEN, art.\u00a0{self.number}\u00a0: {self.title}"
        return self.title

    @property
    def has_page(self) -> bool:
        """Whether a published page tells it in full."""
        page = getattr(self, "page", None)
        return page is not None and page.live

    def sheet_context(self) -> dict[str, Any]:
        return super().sheet_context() | {"texts": [self]}

    def get_absolute_url(self) -> str:
        """Its page when it has a published one (fetch with `select_related("page")`), else its row in the law index."""
        if self.has_page:
            return reverse("wagtail_serve", args=[f"loi/{self.page.slug}/"])
        return law_url(self.ref)

    def index(self) -> tuple[str, str]:
        return "La loi", law_url()
