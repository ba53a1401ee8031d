"""The decree's work programme: referred to if it exists, written here if not."""

from django.db import models

from strategy.enums import Programme
from strategy.models.draft import Draft, longest
from strategy.models.versioned import Versioned


class Baseline(Versioned):
    """Step 3, one row per draft. The territory and the organisation are two perimeters, never added up."""

    draft = models.OneToOneField(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="baseline", primary_key=True
    )
    programme = models.CharField(
        "un programme de travail existe-t-il",
        max_length=longest(Programme),
        choices=Programme.choices(),
        blank=True,
    )
    programme_title = models.CharField("titre du programme de travail", max_length=250, blank=True)
    programme_date = models.DateField("date du programme de travail", null=True, blank=True)
    programme_link = models.URLField("adresse où le lire", max_length=500, blank=True)
    impact_territory = models.TextField("impact environnemental du numérique sur le territoire", blank=True)
    impact_organisation = models.TextField("impact du numérique de l’organisation", blank=True)
    uses = models.TextField("usages du numérique sur le territoire", blank=True)
    ongoing = models.TextField("actions déjà engagées", blank=True)
    nothing_ongoing = models.BooleanField("aucune action n’a encore été engagée", default=False)

    class Meta:
        verbose_name = "état des lieux"
        verbose_name_plural = "états des lieux"

    def __str__(self) -> str:
        return f"état des lieux de {self.draft_id}"
