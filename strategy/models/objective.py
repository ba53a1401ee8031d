"""Objectives of reduction, as the decree asks for them."""

from django.db import models

from strategy.enums import Perimeter, Rhythm
from strategy.models.draft import Draft, longest
from strategy.models.numbered import Numbered, once_per_draft


class Objective(Numbered):
    """Step 4: what is to go down, from which value in which year, to which value by which year."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="objectives"
    )
    statement = models.CharField("objectif", max_length=300)
    perimeter = models.CharField(
        "périmètre",
        max_length=longest(Perimeter),
        choices=Perimeter.choices(),
        default=Perimeter.TERRITORY.value,
    )
    rhythm = models.CharField("rythme", max_length=longest(Rhythm), choices=Rhythm.choices(), blank=True)
    quantity = models.CharField("grandeur mesurée", max_length=200, blank=True)
    unit = models.CharField("unité", max_length=80, blank=True)
    baseline_value = models.DecimalField(
        "valeur de départ", max_digits=15, decimal_places=3, null=True, blank=True
    )
    baseline_year = models.PositiveSmallIntegerField("année de départ", null=True, blank=True)
    target_value = models.DecimalField("valeur visée", max_digits=15, decimal_places=3, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField("année visée", null=True, blank=True)

    class Meta:
        verbose_name = "objectif"
        verbose_name_plural = "objectifs"
        ordering = ("pk",)
        constraints = [once_per_draft("objective")]

    def __str__(self) -> str:
        return self.statement
