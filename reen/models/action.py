"""Actions of the catalogue: the hub every other entry is linked to."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from reen.blocks import ItemsBlock, StepsBlock
from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme, Vocabulary
from reen.fields import SearchTextField, StreamField, VocabularySetField
from reen.models.addresses import theme_url
from reen.models.entry import Entry, EntryForm
from reen.models.neighbours import neighbours
from reen.rules.estimates import Estimate
from reen.typography import number, typeset


def estimate(name: str, vocabulary: type[Vocabulary]) -> models.CharField:
    """A column for one estimate of the team; empty means that it does not apply."""
    return models.CharField(name, max_length=10, choices=vocabulary.choices(), blank=True)


ESTIMATES: dict[str, type[Vocabulary]] = {"effort": Effort, "cost": Cost, "horizon": Horizon}


class ActionForm(EntryForm):
    """Asks a whole sheet, when publishing, for what a short one may lack."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("short") and not self.is_deferred_validation:
            for name in set(Action.WHOLE_SHEET) - set(self.errors):
                if not data.get(name):
                    self.add_error(name, "À remplir, sauf pour une fiche courte.")
        return data


class Action(Entry):
    """An action sheet; a short one holds what the sources say and nothing more.

    Estimates are the team's, for a small (up to 3 500) and a large (over 50 000) collectivité.

    Links are kept here; indicators, resources and field reports compute theirs from them.
    """

    theme = models.CharField("thème", max_length=40, choices=Theme.choices())
    summary = models.TextField("en une ligne")
    why = models.TextField("pourquoi")
    short = models.BooleanField(
        "fiche courte",
        default=False,
        help_text="Les sources n’en disent pas plus\u00a0: étapes, piège et effet peuvent manquer.",
    )
    steps = StreamField(StepsBlock(), verbose_name="premières étapes", blank=True)
    who_small = models.TextField("qui le fait, petite collectivité", blank=True)
    who_large = models.TextField("qui le fait, grande collectivité", blank=True)
    prerequisites = StreamField(ItemsBlock(), verbose_name="prérequis", blank=True)
    evidence = StreamField(ItemsBlock(), verbose_name="preuves à garder", blank=True)
    pitfall = models.TextField("piège habituel", blank=True)
    small_case = models.TextField("le cas d’une petite commune", blank=True)
    sharing = models.TextField("mutualisation", blank=True)

    effect_quantified = models.BooleanField("effet chiffré par la source", default=False)
    effect_text = models.TextField("effet attendu", blank=True)
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

    base_form_class = ActionForm
    template = "reen/sheets/action.html"
    WHOLE_SHEET = ("steps", "pitfall", "effect_text")
    LINE_FIELDS = (
        *Entry.LINE_FIELDS,
        "summary",
        "theme",
        "short",
        *(f"{name}_{size}" for name in ESTIMATES for size in ("small", "large")),
    )

    panels = [
        *Entry.identity_panels,
        FieldPanel("theme"),
        FieldPanel("short"),
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
                FieldPanel(name, widget=forms.CheckboxSelectMultiple)
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

    def index(self) -> tuple[str, str]:
        return "Actions", reverse("reen:actions")

    @property
    def line(self) -> str:
        """The first sentence of the summary."""
        return self.summary.split(". ")[0].rstrip(".") + "."

    @property
    def kinds_in_words(self) -> str:
        return ", ".join(kind.label for kind in self.kinds)

    @property
    def sizes_in_words(self) -> str:
        return ", ".join(size.label for size in self.sizes)

    @property
    def effect_range(self) -> str:
        """The figure or range read in the source, with its unit; "" when the effect is not quantified."""
        figures = [
            number(int(figure) if figure == int(figure) else Decimal(str(figure)))
            for figure in (self.effect_low, self.effect_high)
            if figure is not None
        ]
        if not (self.effect_quantified and figures):
            return ""
        amount = figures[0] if figures[0] == figures[-1] else f"de {figures[0]} à {figures[-1]}"
        return typeset(f"{amount} {self.effect_unit}")

    def estimate_of(self, name: str) -> Estimate[Any]:
        """The two estimates of the team under that name: effort, cost or horizon."""
        return Estimate.read(ESTIMATES[name], getattr(self, f"{name}_small"), getattr(self, f"{name}_large"))

    def sheet_context(self) -> dict[str, Any]:
        """The sheet with every entry it is linked to, both ways, in a fixed number of queries."""
        return super().sheet_context() | {
            "theme": Theme(self.theme) if self.theme else None,
            "theme_url": theme_url(Theme(self.theme)) if self.theme else "",
            "requirements": self.published("requirements"),
            "legal_texts": [text for text in self.legal_texts.select_related("page") if text.live],
            "indicators": self.published("indicators"),
            "resources": self.published("resources"),
            "field_reports": self.published("field_reports"),
            "estimates": self._estimates(),
            **neighbours(self),
        }

    def _estimates(self) -> list[dict[str, str]]:
        """The rows of the table of estimates, in words; an estimate that does not apply says so."""
        return [
            {
                "label": label,
                "small": getattr(self, f"get_{name}_small_display")() or "sans objet",
                "large": getattr(self, f"get_{name}_large_display")() or "sans objet",
                "why": getattr(self, f"{name}_why"),
            }
            for name, label in (("effort", "Effort"), ("cost", "Coût"), ("horizon", "Délai"))
        ]
