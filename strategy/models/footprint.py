"""The two estimates of the baseline, each in its perimeter: the organisation's equipment, and the territory."""

from typing import Any

from django.db import models

from strategy.models.draft import Draft
from strategy.models.versioned import Versioned

REASON = 300
DECIMAL: dict[str, Any] = {"max_digits": 12, "decimal_places": 4, "null": True, "blank": True}


class Footprint(Versioned):
    """The organisation's equipment, one row per draft; `edition` is that of the factors it is computed with.

    `electricity` and `pue` name an entry of that edition. A value of one's own replaces the published one and gives
    its reason; the published one stays readable in the edition.
    """

    draft = models.OneToOneField(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="footprint", primary_key=True
    )
    edition = models.CharField("édition des facteurs", max_length=20)
    year = models.PositiveSmallIntegerField("année de l’inventaire", null=True, blank=True)
    electricity = models.CharField("électricité", max_length=40)
    electricity_own = models.DecimalField("votre facteur d’électricité", **DECIMAL)
    electricity_reason = models.CharField("motif, électricité", max_length=REASON, blank=True)
    pue = models.CharField("lieu des serveurs", max_length=40)
    pue_own = models.DecimalField("votre PUE", **DECIMAL)
    pue_reason = models.CharField("motif, PUE", max_length=REASON, blank=True)

    class Meta:
        verbose_name = "empreinte de l’organisation"
        verbose_name_plural = "empreintes des organisations"

    def __str__(self) -> str:
        return f"empreinte de l’organisation de {self.draft_id}"


class FootprintLine(models.Model):
    """One type of equipment, by its `ref` in the edition. What is empty is as published, or unknown: never zero."""

    footprint = models.ForeignKey(
        Footprint, verbose_name="empreinte", on_delete=models.CASCADE, related_name="lines"
    )
    ref = models.CharField("type d’équipement", max_length=60)
    number = models.PositiveIntegerField("nombre")
    refurbished = models.PositiveIntegerField("dont reconditionnés", default=0)
    lifetime = models.DecimalField(
        "durée d’usage, en années", max_digits=4, decimal_places=1, null=True, blank=True
    )
    making = models.DecimalField("votre facteur de fabrication", **DECIMAL)
    consumption = models.DecimalField("votre consommation", **DECIMAL)
    avoided = models.DecimalField("votre valeur évitée", **DECIMAL)
    reason = models.CharField("motif", max_length=REASON, blank=True)

    class Meta:
        verbose_name = "ligne d’équipement"
        verbose_name_plural = "lignes d’équipement"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("footprint", "ref"), name="equipment_once_per_footprint")
        ]

    def __str__(self) -> str:
        return f"{self.number} × {self.ref}"


class TerritoryFootprint(Versioned):
    """The territory's order of magnitude, one row per draft: inhabitants × a national figure, or one of one's own."""

    draft = models.OneToOneField(
        Draft,
        verbose_name="brouillon",
        on_delete=models.CASCADE,
        related_name="territory_footprint",
        primary_key=True,
    )
    edition = models.CharField("édition des facteurs", max_length=20)
    retained = models.BooleanField("reprise dans la stratégie", default=False)
    population = models.PositiveIntegerField("habitants, chiffre saisi", null=True, blank=True)
    population_source = models.CharField("source du nombre d’habitants", max_length=REASON, blank=True)
    per_inhabitant = models.DecimalField("votre chiffre par habitant", **DECIMAL)
    per_inhabitant_source = models.CharField("source de votre chiffre", max_length=REASON, blank=True)
    per_inhabitant_year = models.PositiveSmallIntegerField("année de votre chiffre", null=True, blank=True)

    class Meta:
        verbose_name = "ordre de grandeur du territoire"
        verbose_name_plural = "ordres de grandeur des territoires"

    def __str__(self) -> str:
        return f"ordre de grandeur du territoire de {self.draft_id}"
