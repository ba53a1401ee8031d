"""Actions retained in a strategy, from the catalogue or the collectivity's own."""

from types import MappingProxyType

from django.core.validators import MinValueValidator
from django.db import models

from reen.enums import Theme
from strategy.enums import ChoiceStatus, Priority
from strategy.models.catalogue import CopiedEntry
from strategy.models.draft import Draft, DraftBody, longest
from strategy.models.numbered import Numbered, once_per_draft
from strategy.models.objective import Objective
from strategy.models.plan import Plan


def amount(name: str) -> models.DecimalField:
    """A sum of money in euros, not negative; None when it is not known."""
    return models.DecimalField(
        name,
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0, "Un budget ne peut pas être négatif.")],
    )


class Choice(Numbered, CopiedEntry):
    """Step 5: an action, its wording here, and the local facts only the collectivité can give.

    `bodies` empty means every collectivité of the cover. Amounts are in euros, with or without taxes as the
    governance says. `budget` is a sum nobody has spread over years yet: once there are lines, they are what counts.
    """

    COPIES = MappingProxyType({"title": "catalogue_title", "summary": "catalogue_summary"})

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="choices"
    )
    theme = models.CharField("thème", max_length=longest(Theme), choices=Theme.choices())
    requirements = models.JSONField("exigences servies", default=list, editable=False)
    position = models.PositiveIntegerField("ordre", default=0, editable=False)
    title = models.CharField("intitulé", max_length=300)
    summary = models.TextField("description", blank=True)
    status = models.CharField(
        "avancement", max_length=longest(ChoiceStatus), choices=ChoiceStatus.choices(), blank=True
    )
    priority = models.CharField(
        "priorité", max_length=longest(Priority), choices=Priority.choices(), blank=True
    )
    pilot = models.CharField("pilote", max_length=200, blank=True)
    elected = models.CharField("élu référent ou élue référente", max_length=200, blank=True)
    partners = models.CharField("partenaires", max_length=300, blank=True)
    start = models.DateField("début", null=True, blank=True)
    end = models.DateField("fin", null=True, blank=True)
    budget = amount("budget prévu, sans détail par année, en euros")
    funding = models.CharField("financements attendus", max_length=300, blank=True)
    means = models.TextField("moyens", blank=True)
    evidence = models.TextField("preuves", blank=True)
    communes = models.CharField("communes concernées", max_length=500, blank=True)
    bodies = models.ManyToManyField(
        DraftBody, verbose_name="collectivités concernées", related_name="choices", blank=True
    )
    objectives = models.ManyToManyField(
        Objective, verbose_name="objectifs servis", related_name="choices", blank=True
    )
    plans = models.ManyToManyField(Plan, verbose_name="plans articulés", related_name="choices", blank=True)

    class Meta:
        verbose_name = "action retenue"
        verbose_name_plural = "actions retenues"
        ordering = ("theme", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("draft", "ref"), condition=~models.Q(ref=""), name="action_once_per_draft"
            ),
            once_per_draft("action"),
        ]

    def __str__(self) -> str:
        return self.title


class BudgetYear(models.Model):
    """What an action is to cost in one year, in euros, and the working time it takes, in full-time equivalents."""

    choice = models.ForeignKey(Choice, verbose_name="action", on_delete=models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField("année")
    investment = amount("investissement")
    running = amount("fonctionnement")
    funding = amount("financement attendu")
    fte = models.DecimalField("ETP", max_digits=6, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "budget d’une année"
        verbose_name_plural = "budgets par année"
        ordering = ("year", "pk")
        constraints = [models.UniqueConstraint(fields=("choice", "year"), name="year_once_per_action")]

    def __str__(self) -> str:
        return str(self.year)
