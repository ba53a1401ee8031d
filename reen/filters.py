"""Filters of the public lists: in the address, combined, counted, without JavaScript."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django import forms
from django.db.models import Count, Q, QuerySet
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.fields import having
from reen.models import Action, Entry, LegalText, Requirement
from reen.rules.names import searchable

LONGEST_TEXT = 120
"""Each word is a condition, asked again for each option counted: SQLite refuses some thousand of them."""


@dataclass(frozen=True)
class WayOut:
    """When nothing is found: one filter to give up, or the only one to keep (`keeps`), and what that would show."""

    label: str
    value: str
    keeps: bool
    count: int
    query: str


class FilterForm(forms.Form):
    """Nothing has to be filled, so nothing is marked optional."""

    marks_optional = False


class CatalogueFilter(FilterSet):
    """A list by theme and words. Every criterion is a condition, so that results can be counted with or without it."""

    q = CharFilter(label="Mots cherchés", max_length=LONGEST_TEXT)
    theme = ChoiceFilter(label="Thème", choices=Theme.choices(), empty_label="Tous les thèmes")

    class Meta:
        form = FilterForm

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        return dict(cls.declared_filters)

    def condition(self, name: str, value: str, criteria: dict[str, str]) -> Q:
        """What a row must satisfy for one filter to keep it, among the `criteria` it is combined with."""
        if name == "q":
            return having(searchable(value).split())
        return Q(themes__holds=value)

    def criteria(self) -> dict[str, str]:
        """The filters in use and their values; a value that is not offered is ignored and told on its field."""
        self.errors  # noqa: B018 - validates the form
        return {name: value for name, value in getattr(self.form, "cleaned_data", {}).items() if value}

    def filter_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return queryset.filter(self._all(self.criteria()))

    def _all(self, criteria: dict[str, str]) -> Q:
        return reduce(and_, (self.condition(name, value, criteria) for name, value in criteria.items()), Q())

    def count_options(self) -> None:
        """Writes beside each option how many results it would give with the other filters, in one query."""
        criteria = self.criteria()
        conditions: dict[str, tuple[str, str, Q]] = {}
        for name, value in self._options():
            conditions[f"{name}_{len(conditions)}"] = (name, value, self._all(criteria | {name: value}))
        counts = self.queryset.order_by().aggregate(
            **{key: Count("pk", filter=where) for key, (_name, _value, where) in conditions.items()}
        )
        found = {(name, value): counts[key] for key, (name, value, _where) in conditions.items()}
        for field_name in {name for name, _value in found}:
            field = self.form.fields[field_name]
            field.choices = [
                (value, f"{label} ({found[field_name, value]})" if value else label)
                for value, label in field.choices
            ]

    def _options(self) -> Iterator[tuple[str, str]]:
        for name, field in self.form.fields.items():
            for value, _label in getattr(field, "choices", ()):
                if value:
                    yield name, value

    def ways_out(self) -> list[WayOut]:
        """What giving up one filter would show; if that never helps, what keeping only one would. In one query."""
        criteria = self.criteria()
        without = {name: {key: kept for key, kept in criteria.items() if key != name} for name in criteria}
        alone = {name: {name: value} for name, value in criteria.items()}
        counts = self.queryset.order_by().aggregate(
            **{f"without_{name}": Count("pk", filter=self._all(kept)) for name, kept in without.items()},
            **{f"alone_{name}": Count("pk", filter=self._all(kept)) for name, kept in alone.items()},
        )
        for way, keeps in (("without", False), ("alone", True)):
            found = [
                WayOut(
                    label=self.filters[name].label,
                    value=self._label_of(name, value),
                    keeps=keeps,
                    count=counts[f"{way}_{name}"],
                    query=self._query_without(*(set(criteria) - {name} if keeps else {name})),
                )
                for name, value in criteria.items()
                if counts[f"{way}_{name}"]
            ]
            if found:
                return sorted(found, key=lambda way_out: -way_out.count)
        return []

    def _label_of(self, name: str, value: str) -> str:
        return str(dict(getattr(self.form.fields[name], "choices", ())).get(value, value))

    def _query_without(self, *names: str) -> str:
        query = self.data.copy()
        for name in ("page", *names):
            query.pop(name, None)
        for name in [name for name, value in query.items() if not value]:
            del query[name]
        return str(query.urlencode())

    @property
    def query(self) -> str:
        """The filters in use, for the addresses of other pages of results."""
        return self._query_without()


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
        if name in self.SETS:
            return Q(**{f"{self.SETS[name]}__holds": value})
        if name in self.ESTIMATES:
            return self._estimate(self.ESTIMATES[name], value, criteria.get("taille"))
        return super().condition(name, value, criteria)

    def _estimate(self, name: str, value: str, size: str | None) -> Q:
        small, large = Q(**{f"{name}_small": value}), Q(**{f"{name}_large": value})
        by_size = {Size.UNDER_3500.value: small, Size.OVER_50000.value: large}
        return by_size.get(size or "", small | large)
