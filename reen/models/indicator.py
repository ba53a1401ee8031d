"""Indicators a strategy may follow."""

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from reen.enums import Provenance
from reen.models.cited import CitedEntry


class Indicator(CitedEntry):
    """A measure: unit, way of counting, frequency, where the data lies, wished trend."""

    unit = models.CharField("unité", max_length=120)
    method = models.TextField("mode de calcul")
    frequency = models.CharField("fréquence", max_length=120)
    data_source = models.CharField("source de données", max_length=255)
    direction = models.CharField("sens souhaité", max_length=120, blank=True)
    origin = models.CharField("provenance", max_length=20, choices=Provenance.choices())

    cited_as = "indicators"
    template = "reen/sheets/indicator.html"
    LINE_FIELDS = (*CitedEntry.LINE_FIELDS, "unit", "frequency")

    panels = [
        *CitedEntry.identity_panels,
        FieldPanel(
            "unit",
            help_text="«\u202fappareils par agent\u202f», «\u202f%\u202f», «\u202fkgCO2e par an\u202f»…",
        ),
        FieldPanel("method", help_text="Ce qu’on compte, et ce qu’on laisse de côté."),
        FieldPanel("frequency", help_text="«\u202fannuelle\u202f», «\u202fà chaque marché\u202f»…"),
        FieldPanel("data_source", help_text="Où trouver les chiffres dans la collectivité."),
        FieldPanel("direction", help_text="«\u202fà la baisse\u202f», «\u202fà la hausse\u202f»…"),
        FieldPanel("themes", help_text="Ceux sous lesquels il est rangé."),
        FieldPanel("origin", help_text="Repris d’une source publique, ou construit ici."),
        *CitedEntry.truth_panels,
    ]

    class Meta:
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"
        ordering = ("title",)

    @property
    def line(self) -> str:
        return f"{self.unit}, fréquence {self.frequency}"

    def get_absolute_url(self) -> str:
        return reverse("reen:indicator", args=[self.ref])

    def text_to_search(self) -> str:
        return f"{self.title} {self.unit} {self.method} {self.data_source}"

    def index(self) -> tuple[str, str]:
        return "Indicateurs", reverse("reen:indicators")
