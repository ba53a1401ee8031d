"""Who leads, with whom and with what means."""

from django.db import models

from strategy.enums import ActorKind, TaxBasis
from strategy.models.draft import Draft, longest
from strategy.models.versioned import Versioned


class Governance(Versioned):
    """Step 2, one row per draft."""

    draft = models.OneToOneField(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="governance", primary_key=True
    )
    elected_name = models.CharField("élu référent ou élue référente", max_length=150, blank=True)
    elected_role = models.CharField("délégation", max_length=200, blank=True)
    pilot_name = models.CharField("pilote", max_length=150, blank=True)
    pilot_role = models.CharField("fonction ou service", max_length=200, blank=True)
    steering = models.TextField("instance de pilotage", blank=True)
    means = models.TextField("moyens généraux", blank=True)
    tax_basis = models.CharField(
        "montants exprimés", max_length=longest(TaxBasis), choices=TaxBasis.choices(), blank=True
    )
    yearly_review = models.TextField("bilan annuel", blank=True)
    inhabitants = models.TextField("ce qui change pour les habitants", blank=True, max_length=400)

    class Meta:
        verbose_name = "gouvernance"
        verbose_name_plural = "gouvernances"

    def __str__(self) -> str:
        return f"gouvernance de {self.draft_id}"


class Actor(models.Model):
    """A public or private actor associated with the work."""

    governance = models.ForeignKey(
        Governance, verbose_name="gouvernance", on_delete=models.CASCADE, related_name="actors"
    )
    name = models.CharField("nom de l’acteur", max_length=200)
    kind = models.CharField("nature", max_length=longest(ActorKind), choices=ActorKind.choices())
    involvement = models.CharField("comment il est associé", max_length=300, blank=True)

    class Meta:
        verbose_name = "acteur associé"
        verbose_name_plural = "acteurs associés"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
