"""What the decree asks of a bound collectivité."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from reen.enums import Part
from reen.models.addresses import law_url
from reen.models.entry import Entry


class Requirement(Entry):
    """One thing asked for, shown on the law index under its anchor and followed through to the page of a document."""

    part = models.CharField("partie", max_length=20, choices=Part.choices())
    order = models.PositiveSmallIntegerField("rang", default=0)
    explanation = models.TextField("ce qui est demandé")
    how = models.TextField("comment bien y répondre", help_text="Conseil de la rédaction.")
    mandatory = models.BooleanField("obligatoire", default=True)
    basis = models.CharField("fondement", max_length=255)
    deadline = models.DateField("échéance", null=True, blank=True)

    template = "reen/sheets/requirement.html"
    LINE_FIELDS = (*Entry.LINE_FIELDS, "part", "order")

    panels = [
        *Entry.identity_panels,
        FieldPanel("part", help_text="La partie du décret qui la porte."),
        FieldPanel("order", help_text="Sa place dans la partie\u202f; le plus petit d’abord."),
        FieldPanel("explanation", help_text="Avec vos mots\u00a0: le décret n’est jamais recopié."),
        FieldPanel("how"),
        FieldPanel("mandatory", help_text="Décochez pour ce que le texte permet sans l’imposer."),
        FieldPanel("basis", help_text="L’article et l’alinéa qui la fondent."),
        FieldPanel("deadline", help_text="Le jour où elle est due, si le texte le dit."),
        *Entry.truth_panels,
    ]

    class Meta:
        verbose_name = "exigence"
        verbose_name_plural = "exigences"
        ordering = ("order",)

    @property
    def line(self) -> str:
        return self.basis

    def get_absolute_url(self) -> str:
        return law_url(self.ref)

    def index(self) -> tuple[str, str]:
        return "La loi", law_url()
