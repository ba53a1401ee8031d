"""Actions of the catalogue: the hub every other entry is linked to."""

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from reen.blocks import ItemsBlock, StepsBlock
from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.fields import SearchTextField, StreamField, VocabularySetField
from reen.models.entry import Entry

SMALL, LARGE = "petite", "grande"


def estimate(name: str, vocabulary: type[Effort] | type[Cost] | type[Horizon]) -> models.CharField:
    """A column for one estimate of the team; empty means that it does not apply."""
    return models.CharField(name, max_length=10, choices=vocabulary.choices(), blank=True)


class Action(Entry):
    """An action sheet. Estimates are the team's, for a small (up to 3 500) and a large (over 50 000) collectivité.

    Links are kept here; indicators, resources and field reports compute theirs from them.
    """

    theme = models.CharField("thème", max_length=40, choices=Theme.choices())
    summary = models.TextField("en une ligne")
    why = models.TextField("pourquoi")
    steps = StreamField(StepsBlock(), verbose_name="premières étapes")
    who_small = models.TextField("qui le fait, petite collectivité", blank=True)
    who_large = models.TextField("qui le fait, grande collectivité", blank=True)
    prerequisites = StreamField(ItemsBlock(), verbose_name="prérequis", blank=True)
    evidence = StreamField(ItemsBlock(), verbose_name="preuves à garder", blank=True)
    pitfall = models.TextField("piège habituel")
    small_case = models.TextField("le cas d’une petite commune", blank=True)
    sharing = models.TextField("mutualisation", blank=True)

    effect_quantified = models.BooleanField("effet chiffré par la source", default=False)
    effect_text = models.TextField("effet attendu")
    effect_low = models.FloatField("valeur basse", null=True, blank=True)
    effect_high = models.FloatField("valeur haute", null=True, blank=True)
    effect_unit = models.CharField("unité", max_length=120, blank=True)
    effect_perimeter = models.TextField("périmètre", blank=True)
    effect_source_url = models.URLField("adresse de la source", max_length=500, blank=True)

    effort_small = estimate("effort, petite", Effort)
    effort_large = estimate("effort, grande", Effort)
    effort_why = models.TextField("pourquoi cet effort", blank=True)
    cost_small = estimate("coût, petite", Cost)
    cost_large = estimate("coût, grande", Cost)
    cost_why = models.TextField("pourquoi ce coût", blank=True)
    horizon_small = estimate("horizon, petite", Horizon)
    horizon_large = estimate("horizon, grande", Horizon)
    horizon_why = models.TextField("pourquoi cet horizon", blank=True)

    kinds = VocabularySetField("types de collectivité", vocabulary=Kind)
    sizes = VocabularySetField("tailles", vocabulary=Size)
    fit = models.TextField("à qui elle convient", blank=True)

    requirements = ParentalManyToManyField(
        "reen.Requirement", related_name="actions", blank=True, verbose_name="exigences"
    )
    legal_texts = ParentalManyToManyField(
        "reen.LegalText", related_name="actions", blank=True, verbose_name="textes de loi"
    )
    indicators = ParentalManyToManyField(
        "reen.Indicator", related_name="actions", blank=True, verbose_name="indicateurs"
    )
    resources = ParentalManyToManyField(
        "reen.Resource", related_name="actions", blank=True, verbose_name="ressources"
    )
    field_reports = ParentalManyToManyField(
        "reen.FieldReport", related_name="actions", blank=True, verbose_name="retours d’expérience"
    )
    before = ParentalManyToManyField(
        "self", symmetrical=False, related_name="after", blank=True, verbose_name="à faire avant"
    )
    related = ParentalManyToManyField(
        "self", symmetrical=False, related_name="related_from", blank=True, verbose_name="actions voisines"
    )
    search_text = SearchTextField()

    template = "reen/sheets/action.html"
    LINE_FIELDS = (*Entry.LINE_FIELDS, "summary", "theme")

    panels = [
        *Entry.identity_panels,
        FieldPanel("theme"),
        FieldPanel("summary"),
        FieldPanel("why"),
        FieldPanel("steps"),
        MultiFieldPanel([FieldPanel("who_small"), FieldPanel("who_large")], heading="Qui le fait"),
        FieldPanel("prerequisites"),
        FieldPanel("evidence"),
        FieldPanel("pitfall"),
        MultiFieldPanel(
            [
                FieldPanel("effect_quantified"),
                FieldPanel("effect_text"),
                FieldRowPanel(
                    [FieldPanel("effect_low"), FieldPanel("effect_high"), FieldPanel("effect_unit")]
                ),
                FieldPanel("effect_perimeter"),
                FieldPanel("effect_source_url"),
            ],
            heading="Effet attendu",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effort_small"), FieldPanel("effort_large")]),
                FieldPanel("effort_why"),
                FieldRowPanel([FieldPanel("cost_small"), FieldPanel("cost_large")]),
                FieldPanel("cost_why"),
                FieldRowPanel([FieldPanel("horizon_small"), FieldPanel("horizon_large")]),
                FieldPanel("horizon_why"),
            ],
            heading="Estimations de l’équipe",
        ),
        MultiFieldPanel(
            [
                FieldPanel("kinds"),
                FieldPanel("sizes"),
                FieldPanel("fit"),
                FieldPanel("sharing"),
                FieldPanel("small_case"),
            ],
            heading="À qui elle convient",
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "requirements",
                    "legal_texts",
                    "indicators",
                    "resources",
                    "field_reports",
                    "before",
                    "related",
                )
            ],
            heading="Liens",
        ),
        *Entry.truth_panels,
    ]

    class Meta:
        verbose_name = "action"
        verbose_name_plural = "actions"
        ordering = ("theme", "title")

    def get_absolute_url(self) -> str:
        return reverse("reen:action", args=[self.ref])

    def text_to_search(self) -> str:
        return " ".join([self.title, self.summary, self.why, *(block.value["text"] for block in self.steps)])
