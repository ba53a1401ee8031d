"""What listings are narrowed by: state, age of the last check, certainty, theme."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import BooleanRadioSelect

from reen.enums import Certainty, Family, Part, TextGroup, Theme, Vocabulary
from reen.models import Action, FieldReport, Indicator, LegalText, Requirement, Resource, ResourceList
from reen.models.review import in_review

MONTH = timedelta(days=30)
AGES = {
    "six-mois": ("moins de six mois", lambda today: Q(checked_on__gt=today - 6 * MONTH)),
    "un-an": (
        "six mois à un an",
        lambda today: Q(checked_on__lte=today - 6 * MONTH, checked_on__gt=today - 12 * MONTH),
    ),
    "plus": ("plus d’un an", lambda today: Q(checked_on__lte=today - 12 * MONTH)),
    "jamais": ("jamais", lambda today: Q(checked_on=None)),
}
STATES = {
    "publiee": ("publiée", Q(live=True)),
    "modifiee": ("publiée, avec un brouillon", Q(live=True, has_unpublished_changes=True)),
    "jamais": ("jamais publiée", Q(live=False, first_published_at=None)),
    "retiree": ("retirée", Q(live=False, first_published_at__isnull=False)),
}


def choice(label: str, vocabulary: type[Vocabulary], **kwargs: Any) -> django_filters.ChoiceFilter:
    """One value of a vocabulary."""
    return django_filters.ChoiceFilter(
        label=label, choices=vocabulary.choices(), widget=forms.RadioSelect, empty_label="Toutes", **kwargs
    )


class EntryFilterSet(WagtailFilterSet):
    """What every kind of entry is narrowed by."""

    state = django_filters.ChoiceFilter(
        label="État",
        method="in_state",
        choices=[*((key, label) for key, (label, _) in STATES.items()), ("relecture", "en relecture")],
        widget=forms.RadioSelect,
        empty_label="Tous",
    )
    age = django_filters.ChoiceFilter(
        label="Dernière vérification",
        method="of_age",
        choices=[(key, label) for key, (label, _) in AGES.items()],
        widget=forms.RadioSelect,
        empty_label="Toutes",
    )
    certainty = choice("Fiabilité", Certainty)

    def in_state(self, entries: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        if value in STATES:
            return entries.filter(STATES[value][1])
        on_their_way = in_review(entries.model).values_list("object_id", flat=True)
        return entries.filter(pk__in=[int(pk) for pk in on_their_way])

    def of_age(self, entries: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return entries.filter(AGES[value][1](timezone.localdate()))


class ActionFilterSet(EntryFilterSet):
    """Actions."""

    theme = choice("Thème", Theme)
    short = django_filters.BooleanFilter(label="Fiche courte", widget=BooleanRadioSelect)

    class Meta:
        model = Action
        fields: list[str] = []


class CitedFilterSet(EntryFilterSet):
    """Indicators; what resources and field reports share with them."""

    themes = choice("Thème", Theme, lookup_expr="holds")

    class Meta:
        model = Indicator
        fields: list[str] = []


class ResourceFilterSet(CitedFilterSet):
    """Resources."""

    family = choice("Famille", Family)
    opened = django_filters.BooleanFilter(label="Lien ouvert et relu", widget=BooleanRadioSelect)

    class Meta:
        model = Resource
        fields = ["free"]


class ResourceListFilterSet(EntryFilterSet):
    """Lists of resources."""

    class Meta:
        model = ResourceList
        fields: list[str] = []


class FieldReportFilterSet(CitedFilterSet):
    """Field reports."""

    class Meta:
        model = FieldReport
        fields: list[str] = []


class RequirementFilterSet(EntryFilterSet):
    """Requirements."""

    part = choice("Partie", Part)

    class Meta:
        model = Requirement
        fields: list[str] = []


class LegalTextFilterSet(EntryFilterSet):
    """Articles and neighbouring obligations."""

    group = choice("Groupe", TextGroup)

    class Meta:
        model = LegalText
        fields: list[str] = []
