"""Actions retained in a strategy, from the catalogue or the collectivity's own."""

from django.core.validators import MinValueValidator
from django.db import models

from reen.enums import Theme
from strategy.enums import ChoiceStatus
from strategy.models.catalogue import CopiedEntry
from strategy.models.draft import Draft, longest
from strategy.models.versioned import Versioned


class Choice(Versioned, CopiedEntry):
    """Step 5: an action, its wording here, and the local facts only the collectivité can give."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="choices"
    )
    theme = models.CharField("thème", max_length=longest(Theme), choices=Theme.choices())
    requirements = models.JSONField("exigences servies", default=list, editable=False)
    title = models.CharField("intitulé", max_length=300)
    summary = models.TextField("description", blank=True)
    status = models.CharField(
        "avancement", max_length=longest(ChoiceStatus), choices=ChoiceStatus.choices(), blank=True
    )
    pilot = models.CharField("pilote", max_length=200, blank=True)
    partners = models.CharField("partenaires", max_length=300, blank=True)
    start = models.DateField("début", null=True, blank=True)
    end = models.DateField("fin", null=True, blank=True)
    budget = models.DecimalField(
        "budget prévu, en euros",
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0, "Un budget ne peut pas être négatif.")],
    )
    means = models.TextField("moyens", blank=True)

    class Meta:
        verbose_name = "action retenue"
        verbose_name_plural = "actions retenues"
        ordering = ("theme", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("draft", "ref"), condition=~models.Q(ref=""), name="action_once_per_draft"
            )
        ]

    def __str__(self) -> str:
        return self.title
