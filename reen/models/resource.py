"""Tools, guides and data a collectivité can use."""

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from reen.enums import Theme
from reen.fields import VocabularySetField
from reen.models.cited import CitedEntry


class Resource(CitedEntry):
    """A public resource; a link nobody opened says so. Unknown year or price stays unknown, never guessed.

    One that serves none of the themes of a strategy, such as online building permits, has none.
    """

    producer = models.CharField("producteur", max_length=255)
    type = models.CharField("type", max_length=120)
    subject = models.CharField("sujet", max_length=120, blank=True)
    audience = models.CharField("public visé", max_length=255, blank=True)
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    free = models.BooleanField("gratuit", null=True, blank=True)
    url = models.URLField("adresse", max_length=500, blank=True)
    opened = models.BooleanField("lien ouvert et relu", default=False)
    description = models.TextField("description")
    licence = models.CharField("licence", max_length=255, blank=True)
    themes = VocabularySetField("thèmes", vocabulary=Theme, blank=True)

    cited_as = "resources"
    template = "reen/sheets/resource.html"
    LINE_FIELDS = (*CitedEntry.LINE_FIELDS, "producer", "type")

    panels = [
        *CitedEntry.identity_panels,
        FieldPanel("producer"),
        FieldPanel("type"),
        FieldPanel("subject"),
        FieldPanel("audience"),
        FieldPanel("year"),
        FieldPanel("free"),
        FieldPanel("url"),
        FieldPanel("opened"),
        FieldPanel("description"),
        FieldPanel("themes"),
        FieldPanel("licence"),
        *CitedEntry.truth_panels,
    ]

    class Meta:
        verbose_name = "ressource"
        verbose_name_plural = "ressources"
        ordering = ("title",)

    @property
    def line(self) -> str:
        return f"{self.producer}, {self.type}"

    def get_absolute_url(self) -> str:
        return reverse("reen:resource", args=[self.ref])

    def text_to_search(self) -> str:
        return f"{self.title} {self.producer} {self.type} {self.subject} {self.description}"

    def index(self) -> tuple[str, str]:
        return "Ressources", reverse("reen:resources")
