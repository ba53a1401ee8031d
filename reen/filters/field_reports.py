"""Filters of the field reports."""

from typing import Any

from django.db.models import Q
from django_filters import ChoiceFilter

from reen.enums import Kind, Size
from reen.filters.catalogue import CatalogueFilter
from reen.filters.offered import UNKNOWN, most_frequent, of_year, years
from reen.models import FieldReport

BANDS = {
    Size.UNDER_3500.value: Q(population__lt=3500),
    Size.FROM_3500.value: Q(population__gte=3500, population__lt=20000),
    Size.FROM_20000.value: Q(population__gte=20000, population__lte=50000),
    Size.OVER_50000.value: Q(population__gt=50000),
    UNKNOWN: Q(population=None),
}
"""The bands of `Size.of`, asked of the database."""


class FieldReportFilter(CatalogueFilter):
    """Field reports. What their sources do not tell is a choice like another."""

    type = ChoiceFilter(label="Type de collectivité", choices=Kind.choices(), empty_label="Tous les types")
    taille = ChoiceFilter(
        label="Taille",
        choices=[*Size.choices(), (UNKNOWN, "population non vérifiée")],
        empty_label="Toutes les tailles",
    )
    annee = ChoiceFilter(label="Année", empty_label="Toutes les années")
    statut = ChoiceFilter(label="Statut", empty_label="Tous les statuts")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        live = FieldReport.objects.live()
        self.filters["annee"].extra["choices"] = years(live)
        self.filters["statut"].extra["choices"] = most_frequent(live, "status")

    def condition(self, name: str, value: str, criteria: dict[str, str]) -> Q:
        if name == "type":
            return Q(kinds__holds=Kind(value).read_as.value)
        if name == "taille":
            return BANDS[value]
        if name == "annee":
            return of_year(value)
        if name == "statut":
            return Q(status=value)
        return super().condition(name, value, criteria)
