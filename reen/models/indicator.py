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
        FieldPanel("unit"),
        FieldPanel("method"),
        FieldPanel("frequency"),
        FieldPanel("data_source"),
        FieldPanel("direction"),
        FieldPanel("themes"),
        FieldPanel("origin"),
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
