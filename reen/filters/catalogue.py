"""What the filters of every list share: words and theme, counts, and ways out when nothing is found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_

from django import forms
from django.db.models import Count, Q, QuerySet
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from reen.enums import Theme
from reen.fields import having
from reen.models import Entry
from reen.rules.names import searchable
from reen.search.entries import found_among
from reen.search.found import asked
from reen.search.question import Question

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

    SETS = {"theme": "themes"}
    """The filters by one value of a set, and the set."""

    class Meta:
        form = FilterForm

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        return dict(cls.declared_filters)

    def condition(self, name: str, value: str, criteria: dict[str, str]) -> Q:
        """What a row must satisfy for one filter to keep it, among the `criteria` it is combined with."""
        if name == "q":
            words = searchable(value).split()
            return having(words) | found_among(self.question, self.queryset.model) if words else Q()
        return Q(**{f"{self.SETS[name]}__holds": value})

    @cached_property
    def question(self) -> Question:
        """What is typed, said also with synonyms and what acronyms stand for; one query."""
        return asked(self.criteria().get("q", ""))

    def criteria(self) -> dict[str, str]:
        """The filters in use and their values; a value that is not offered is ignored and told on its field."""
        self.errors  # noqa: B018 - validates the form
        return {name: value for name, value in getattr(self.form, "cleaned_data", {}).items() if value}

    def filter_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return queryset.filter(self._all(self.criteria()))

    def _all(self, criteria: dict[str, str], names: Iterable[str] | None = None) -> Q:
        """What rows must satisfy for the `criteria`, or for those of these names."""
        wanted = [name for name in criteria if names is None or name in names]
        return reduce(and_, (self.condition(name, criteria[name], criteria) for name in wanted), Q())

    def count_options(self) -> None:
        """Writes beside each option how many results it would give with the other filters, in one query.

        What is typed has no options, so that every count asks for it: it is asked once, of the rows that are counted.
        """
        criteria = self.criteria()
        options = list(self._options())
        offered = {name for name, _value in options}
        counts = (
            self.queryset.filter(self._all(criteria, set(criteria) - offered))
            .order_by()
            .aggregate(
                **{
                    f"option_{index}": Count("pk", filter=self._all(criteria | {name: value}, offered))
                    for index, (name, value) in enumerate(options)
                }
            )
        )
        found = {option: counts[f"option_{index}"] for index, option in enumerate(options)}
        for name in offered:
            field = self.form.fields[name]
            field.choices = [
                (value, f"{label} ({found[name, value]})") for value, label in field.choices if value
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
