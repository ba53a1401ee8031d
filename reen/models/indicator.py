"""Indicators a strategy may follow."""

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from reen.enums import Provenance, Theme
from reen.fields import SearchTextField, VocabularySetField
from reen.models.entry import Entry


class Indicator(Entry):
    """A measure: unit, way of counting, frequency, where the data lies, wished trend."""

    unit = models.CharField("unité", max_length=120)
    method = models.TextField("mode de calcul")
    frequency = models.CharField("fréquence", max_length=120)
    data_source = models.CharField("source de données", max_length=255)
    direction = models.CharField("sens souhaité", max_length=120, blank=True)
    themes = VocabularySetField("thèmes", vocabulary=Theme)
    origin = models.CharField("provenance", max_length=20, choices=Provenance.choices())
    search_text = SearchTextField()

    template = "reen/sheets/indicator.html"
    LINE_FIELDS = (*Entry.LINE_FIELDS, "unit", "frequency")

    panels = [
        *Entry.identity_panels,
        FieldPanel("unit"),
        FieldPanel("method"),
        FieldPanel("frequency"),
        FieldPanel("data_source"),
        FieldPanel("direction"),
        FieldPanel("themes"),
        FieldPanel("origin"),
        *Entry.truth_panels,
    ]

    class Meta:
        verbose_name = "indicateur"
        verbose_name_plural = "indicateurs"
        ordering = ("title",)

    def get_absolute_url(self) -> str:
        return reverse("reen:indicator", args=[self.ref])

    def text_to_search(self) -> str:
        return " ".join([self.title, self.unit, self.method, self.data_source])
