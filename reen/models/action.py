"""Actions of the catalogue: the hub every other entry is linked to."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from reen.blocks import ItemsBlock, StepsBlock
from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme, Vocabulary
from reen.fields import SearchTextField, StreamField, VocabularySetField
from reen.models.addresses import theme_url
from reen.models.entry import Entry
from reen.models.neighbours import neighbours
from reen.rules.estimates import Estimate
from reen.typography import number, typeset
from reen.widgets import EntriesChooser


def estimate(name: str, vocabulary: type[Vocabulary]) -> models.CharField:
    """A column for one estimate of the team; empty means that it does not apply."""
    return models.CharField(name, max_length=10, choices=vocabulary.choices(), blank=True)


ESTIMATES: dict[str, type[Vocabulary]] = {"effort": Effort, "cost": Cost, "horizon": Horizon}


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
        FieldPanel("theme", help_text="Celui sous lequel la fiche est rangée\u202f; un seul."),
        FieldPanel("short"),
        FieldPanel("summary", help_text="Deux phrases au plus. La première paraît dans les listes."),
        FieldPanel(
            "why", help_text="Ce que l’action change, pour l’environnement, les habitants ou le budget."
        ),
        FieldPanel(
            "steps", help_text="Ce qu’on fait d’abord, dans l’ordre\u202f; chaque étape dit d’où elle vient."
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "who_small", help_text="Jusqu’à 3\u202f500 habitants\u00a0: une fonction, pas un nom."
                ),
                FieldPanel(
                    "who_large", help_text="Plus de 50\u202f000 habitants\u00a0: un service, une fonction."
                ),
            ],
            heading="Qui le fait",
        ),
        FieldPanel("prerequisites", help_text="Ce qu’il faut avoir avant de commencer, hors autres actions."),
        FieldPanel(
            "evidence", help_text="Ce qu’on garde pour montrer que c’est fait\u00a0: délibération, facture…"
        ),
        FieldPanel("pitfall", help_text="L’erreur la plus courante, et comment l’éviter."),
        MultiFieldPanel(
            [
                FieldPanel("effect_quantified", help_text="Cochez si une source donne un chiffre."),
                FieldPanel(
                    "effect_text",
                    help_text="L’effet en mots\u202f; dites aussi quand aucune source n’en donne.",
                ),
                FieldRowPanel(
                    [
                        FieldPanel("effect_low", help_text="Ou la valeur unique."),
                        FieldPanel("effect_high", help_text="Vide si la source donne un seul chiffre."),
                        FieldPanel(
                            "effect_unit",
                            help_text="«\u202f% du parc\u202f», «\u202fkgCO2e par poste\u202f»…",
                        ),
                    ]
                ),
                FieldPanel("effect_perimeter", help_text="Ce que le chiffre mesure, où et quand."),
                FieldPanel("effect_source_url", help_text="La page où le chiffre a été lu."),
            ],
            heading="Effet attendu",
        ),
        MultiFieldPanel(
            [
                panel
                for name in ESTIMATES
                for panel in (
                    FieldRowPanel(
                        [
                            FieldPanel(f"{name}_small", help_text="Jusqu’à 3\u202f500 habitants."),
                            FieldPanel(f"{name}_large", help_text="Plus de 50\u202f000 habitants."),
                        ]
                    ),
                    FieldPanel(
                        f"{name}_why", help_text="Ce qui fonde l’estimation\u202f; vide\u00a0: sans objet."
                    ),
                )
            ],
            heading="Estimations de l’équipe",
        ),
        MultiFieldPanel(
            [
                FieldPanel("kinds", help_text="Celles qui peuvent la mener elles-mêmes."),
                FieldPanel("sizes", help_text="Celles à qui elle est proposée d’abord."),
                FieldPanel("fit", help_text="Les conditions qui la rendent utile, ou inutile."),
                FieldPanel("sharing", help_text="Ce qui gagne à être fait à plusieurs, et avec qui."),
                FieldPanel("small_case", help_text="Ce qui change quand personne n’est informaticien."),
            ],
            heading="À qui elle convient",
        ),
        MultiFieldPanel(
            [
                FieldPanel(name, widget=EntriesChooser(kind), help_text=help_text)
                for name, kind, help_text in (
                    ("requirements", "reen.Requirement", "Ce que l’action aide à respecter."),
                    ("legal_texts", "reen.LegalText", "Les articles qu’elle met en œuvre."),
                    ("indicators", "reen.Indicator", "Ce qui permet de suivre son effet."),
                    ("resources", "reen.Resource", "Ce qui aide à la mener."),
                    ("field_reports", "reen.FieldReport", "Qui l’a déjà fait."),
                    (
                        "before",
                        "reen.Action",
                        "Ce qu’elle demande d’abord\u202f; le parcours suit cet ordre.",
                    ),
                    ("related", "reen.Action", "De la même famille, sans ordre."),
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

    def missing(self) -> dict[str, str]:
        """A sheet that is not short is whole; a figure names where it was read."""
        found = super().missing()
        if not self.short:
            empty = [name for name in self.WHOLE_SHEET if not getattr(self, name)]
            found |= dict.fromkeys(empty, "À remplir, sauf pour une fiche courte.")
        if self.effect_quantified and not self.effect_source_url:
            found["effect_source_url"] = "Un effet chiffré donne l’adresse où il a été lu."
        low, high = self.effect_low, self.effect_high
        if low is not None and high is not None and low > high:
            found["effect_high"] = "La valeur haute est au moins égale à la valeur basse."
        return found

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
            "legal_texts": [
                text for text in self.legal_texts.select_related("page", "replaced_by__page") if text.live
            ],
            "indicators": self.published("indicators"),
            "resources": [
                resource for resource in self.resources.select_related("replaced_by") if resource.live
            ],
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
