"""The other plans of the collectivité that the strategy has to agree with."""

from django.db import models

from strategy.enums import PlanKind
from strategy.models.draft import Draft, longest
from strategy.models.numbered import Numbered, once_per_draft


class Plan(Numbered):
    """Step 3: a plan or report that exists or is being written, and how the strategy meets it."""

    draft = models.ForeignKey(Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="plans")
    kind = models.CharField("nature", max_length=longest(PlanKind), choices=PlanKind.choices())
    title = models.CharField("intitulé", max_length=250, blank=True)
    period = models.CharField("période ou date", max_length=100, blank=True)
    link = models.URLField("adresse où le lire", max_length=500, blank=True)
    articulation = models.TextField("comment la stratégie s’y articule", blank=True)

    class Meta:
        verbose_name = "plan articulé"
        verbose_name_plural = "plans articulés"
        ordering = ("pk",)
        constraints = [once_per_draft("plan")]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()
