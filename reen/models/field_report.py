"""What other collectivités did, as they or others told it."""

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from reen.blocks import ItemsBlock
from reen.enums import Kind
from reen.fields import StreamField, VocabularySetField
from reen.models.cited import CitedEntry


class FieldReport(CitedEntry):
    """A field report; its figures are those declared by the source, neither checked nor comparable."""

    body = models.CharField("collectivité", max_length=255)
    body_kind = models.CharField("type de collectivité", max_length=120, blank=True)
    kinds = VocabularySetField(
        "type le plus proche",
        vocabulary=Kind,
        blank=True,
        help_text="Sert à filtrer\u202f; les mots exacts restent dans «\u202ftype de collectivité\u202f».",
    )
    population = models.PositiveIntegerField("population approximative", null=True, blank=True)
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    status = models.CharField("statut", max_length=120, blank=True)
    measures = StreamField(ItemsBlock(), verbose_name="mesures", blank=True)
    figures = StreamField(ItemsBlock(), verbose_name="chiffres et objectifs déclarés", blank=True)
    note = models.TextField("remarque", blank=True)

    cited_as = "field_reports"
    template = "reen/sheets/field_report.html"
    LINE_FIELDS = (*CitedEntry.LINE_FIELDS, "body", "body_kind", "population", "year")

    panels = [
        *CitedEntry.identity_panels,
        FieldPanel("body"),
        FieldPanel("body_kind"),
        FieldPanel("kinds"),
        FieldPanel("population"),
        FieldPanel("year"),
        FieldPanel("status"),
        FieldPanel("themes"),
        FieldPanel("measures"),
        FieldPanel("figures"),
        FieldPanel("note"),
        *CitedEntry.truth_panels,
    ]

    class Meta:
        verbose_name = "retour d’expérience"
        verbose_name_plural = "retours d’expérience"
        ordering = ("body", "title")

    @property
    def line(self) -> str:
        return f"{self.body}, {self.year}" if self.year else self.body

    def get_absolute_url(self) -> str:
        return reverse("reen:field_report", args=[self.ref])

    def text_to_search(self) -> str:
        return " ".join([self.title, self.body, *(block.value for block in self.measures)])

    def index(self) -> tuple[str, str]:
        return "Retours d’expérience", reverse("reen:field_reports")
