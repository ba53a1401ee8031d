"""Filters of the resources."""

from typing import Any

from django.db.models import Q
from django_filters import ChoiceFilter

from reen.enums import Audience, Certainty, Family, Need, Size, Subject
from reen.fields import having
from reen.filters.catalogue import LONGEST_TEXT, CatalogueFilter
from reen.filters.offered import UNKNOWN, most_frequent, of_year, years
from reen.filters.suggesting import SuggestingFilter
from reen.models import Resource
from reen.rules.names import searchable

SUGGESTED_PRODUCERS = 12
PRICES = {
    "gratuit": ("gratuit", Q(free=True)),
    "payant": ("payant", Q(free=False)),
    UNKNOWN: ("prix non vérifié", Q(free=None)),
}
CHECKS = {
    "ouvert": ("lien ouvert et relu", Q(opened=True)),
    "a-ouvrir": ("lien non contrôlé", Q(opened=False)),
    "relu": (
        "fiche relue une seconde fois",
        Q(certainty__in=[Certainty.CONFIRMED.value, Certainty.CORRECTED.value]),
    ),
    "a-confirmer": ("à confirmer", Q(certainty=Certainty.TO_CONFIRM.value)),
}


def _labels(facet: dict[str, tuple[str, Q]]) -> list[tuple[str, str]]:
    return [(value, label) for value, (label, _where) in facet.items()]


class ResourceFilter(CatalogueFilter):
    """Resources. One that says no size suits all of them."""

    sujet = ChoiceFilter(label="Sujet", choices=Subject.choices(), empty_label="Tous les sujets")
    besoin = ChoiceFilter(label="Besoin", choices=Need.choices(), empty_label="Tous les besoins")
    type = ChoiceFilter(label="Type", choices=Family.choices(), empty_label="Tous les types")
    public = ChoiceFilter(label="Public visé", choices=Audience.choices(), empty_label="Tous les publics")
    taille = ChoiceFilter(label="Taille", choices=Size.choices(), empty_label="Toutes les tailles")
    producteur = SuggestingFilter(label="Producteur", max_length=LONGEST_TEXT)
    prix = ChoiceFilter(label="Prix", choices=_labels(PRICES), empty_label="Tous les prix")
    annee = ChoiceFilter(label="Année", empty_label="Toutes les années")
    verification = ChoiceFilter(
        label="Vérification", choices=_labels(CHECKS), empty_label="Toutes les fiches"
    )

    SETS = {"theme": "themes", "sujet": "subjects", "besoin": "needs", "public": "audiences"}
    FACETS = {"prix": PRICES, "verification": CHECKS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        live = Resource.objects.live()
        self.filters["annee"].extra["choices"] = years(live)
        self.filters["producteur"].extra["choices"] = most_frequent(live, "producer", SUGGESTED_PRODUCERS)

    def condition(self, name: str, value: str, criteria: dict[str, str]) -> Q:
        if name in self.FACETS:
            return self.FACETS[name][value][1]
        if name == "taille":
            return Q(sizes="") | Q(sizes__holds=value)
        if name == "producteur":
            return having(searchable(value).split(), "producer_text")
        if name == "annee":
            return of_year(value)
        if name == "type":
            return Q(family=value)
        return super().condition(name, value, criteria)
