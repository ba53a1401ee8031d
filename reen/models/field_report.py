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
        FieldPanel("body", help_text="Le nom de la collectivité."),
        FieldPanel("body_kind", help_text="Tel que la source le dit."),
        FieldPanel("kinds"),
        FieldPanel("population", help_text="Celle de l’année du retour, arrondie."),
        FieldPanel("year", help_text="L’année de ce qui est raconté."),
        FieldPanel(
            "status", help_text="«\u202fen cours\u202f», «\u202fterminé\u202f», tel que la source le dit."
        ),
        FieldPanel("themes", help_text="Ceux sous lesquels il est rangé."),
        FieldPanel("measures", help_text="Ce qui a été fait, une mesure par ligne."),
        FieldPanel("figures", help_text="Tels que la source les déclare\u202f; ni vérifiés ni comparables."),
        FieldPanel("note", help_text="Ce que la source ne dit pas, et qu’il faut savoir."),
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
