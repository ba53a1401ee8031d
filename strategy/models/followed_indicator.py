"""Indicators a strategy is followed with."""

from types import MappingProxyType

from django.db import models

from strategy.models.catalogue import CopiedEntry
from strategy.models.draft import Draft
from strategy.models.numbered import Numbered, once_per_draft
from strategy.models.objective import Objective


class FollowedIndicator(Numbered, CopiedEntry):
    """Step 6: an indicator, the objective it follows, and its values here."""

    COPIES = MappingProxyType(
        {
            "title": "catalogue_title",
            "unit": "catalogue_unit",
            "method": "catalogue_summary",
            "frequency": "catalogue_frequency",
            "data_source": "catalogue_data_source",
        }
    )

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="indicators"
    )
    objective = models.ForeignKey(
        Objective,
        verbose_name="objectif suivi",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="indicators",
    )
    title = models.CharField("intitulé", max_length=300)
    unit = models.CharField("unité", max_length=120, blank=True)
    method = models.TextField("mode de calcul", blank=True)
    frequency = models.CharField("fréquence", max_length=120, blank=True)
    baseline_value = models.DecimalField(
        "valeur de départ", max_digits=15, decimal_places=3, null=True, blank=True
    )
    baseline_date = models.DateField("mesurée le", null=True, blank=True)
    target_value = models.DecimalField("valeur visée", max_digits=15, decimal_places=3, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField("année visée", null=True, blank=True)
    owner = models.CharField("qui le relève", max_length=200, blank=True)
    data_source = models.CharField("source des données", max_length=300, blank=True)
    catalogue_unit = models.CharField("unité du catalogue", max_length=120, blank=True, editable=False)
    catalogue_frequency = models.CharField(
        "fréquence du catalogue", max_length=120, blank=True, editable=False
    )
    catalogue_data_source = models.CharField(
        "source des données du catalogue", max_length=300, blank=True, editable=False
    )

    class Meta:
        verbose_name = "indicateur suivi"
        verbose_name_plural = "indicateurs suivis"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("draft", "ref"), condition=~models.Q(ref=""), name="indicator_once_per_draft"
            ),
            once_per_draft("indicator"),
        ]

    def __str__(self) -> str:
        return self.title


class IndicatorYear(models.Model):
    """The value aimed at in one year on the way to the target, and the one measured, in the indicator's unit."""

    indicator = models.ForeignKey(
        FollowedIndicator, verbose_name="indicateur", on_delete=models.CASCADE, related_name="years"
    )
    year = models.PositiveSmallIntegerField("année")
    expected = models.DecimalField("valeur attendue", max_digits=15, decimal_places=3, null=True, blank=True)
    measured = models.DecimalField("valeur mesurée", max_digits=15, decimal_places=3, null=True, blank=True)

    class Meta:
        verbose_name = "valeur d’une année"
        verbose_name_plural = "valeurs par année"
        ordering = ("year", "pk")
        constraints = [models.UniqueConstraint(fields=("indicator", "year"), name="year_once_per_indicator")]

    def __str__(self) -> str:
        return str(self.year)
