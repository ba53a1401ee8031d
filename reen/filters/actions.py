"""Filters of the actions."""

from typing import Any

from django.db.models import Q
from django_filters import ChoiceFilter

from reen.enums import Cost, Effort, Horizon, Kind, Size
from reen.filters.catalogue import CatalogueFilter
from reen.models import Action, LegalText, Requirement


class ActionFilter(CatalogueFilter):
    """Actions. Effort, cost and horizon are read for the size chosen; in between, either estimate matches."""

    exigence = ChoiceFilter(label="Exigence de la loi", empty_label="Toutes les exigences")
    article = ChoiceFilter(label="Article ou obligation", empty_label="Tous les textes")
    type = ChoiceFilter(label="Type de collectivité", choices=Kind.choices(), empty_label="Tous les types")
    taille = ChoiceFilter(label="Taille", choices=Size.choices(), empty_label="Toutes les tailles")
    effort = ChoiceFilter(label="Effort", choices=Effort.choices(), empty_label="Tous les efforts")
    cout = ChoiceFilter(label="Coût", choices=Cost.choices(), empty_label="Tous les coûts")
    horizon = ChoiceFilter(label="Délai", choices=Horizon.choices(), empty_label="Tous les délais")

    LINKS = {"exigence": ("requirements", "requirement__ref"), "article": ("legal_texts", "legaltext__ref")}
    SETS = {"type": "kinds", "taille": "sizes"}
    ESTIMATES = {"effort": "effort", "cout": "cost", "horizon": "horizon"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["exigence"].extra["choices"] = [
            (requirement.ref, requirement.title)
            for requirement in Requirement.objects.live().lines().filter(actions__live=True).distinct()
        ]
        self.filters["article"].extra["choices"] = [
            (text.ref, text.label)
            for text in LegalText.objects.live().lines().filter(actions__live=True).distinct()
        ]

    @property
    def size(self) -> Size | None:
        """The size chosen, for which estimates are read."""
        chosen = self.criteria().get("taille")
        return Size(chosen) if chosen else None

    def condition(self, name: str, value: str, criteria: dict[str, str]) -> Q:
        if name == "theme":
            return Q(theme=value)
        if name in self.LINKS:
            link, target = self.LINKS[name]
            through = Action._meta.get_field(link).remote_field.through
            return Q(pk__in=through.objects.filter(**{target: value}).values("action_id"))
        if name == "type" and value in list(Kind):
            value = Kind(value).read_as.value
        if name in self.ESTIMATES:
            return self._estimate(self.ESTIMATES[name], value, criteria.get("taille"))
        return super().condition(name, value, criteria)

    def _estimate(self, name: str, value: str, size: str | None) -> Q:
        small, large = Q(**{f"{name}_small": value}), Q(**{f"{name}_large": value})
        by_size = {Size.UNDER_3500.value: small, Size.OVER_50000.value: large}
        return by_size.get(size or "", small | large)
