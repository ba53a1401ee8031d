"""What the index answers to a question: the rows, ranked, counted by kind and by theme."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from math import log
from operator import and_, or_
from typing import Any

from django.db.models import Case, Count, F, FloatField, Q, QuerySet, Sum, Value, When

from reen.enums import Theme, Vocabulary
from reen.models import Synonyms
from reen.models.index import IndexRow, IndexWord, PublicKind
from reen.rules.acronyms import EXPANSIONS
from reen.search.question import Question, Wanted, question

SAME_FAMILY = 0.5
"""What a word of the same family, or that means the same, counts beside the very word typed."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value the results can be narrowed to, and how many there would be."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question, as a paginator wants it: sliced on demand, never read as a whole.

    `partly`: no row has all that was asked for, these have some of it.

    `unknown`: the words that no row has, in any form, and that no editor gave a synonym to.
    """

    question: Question
    count: int = 0
    partly: bool = False
    unknown: tuple[str, ...] = ()
    kinds: tuple[Facet, ...] = ()
    themes: tuple[Facet, ...] = ()
    ranked: "QuerySet[IndexWord, Any] | None" = None

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, ranks: slice) -> list[IndexRow]:
        return self.rows(ranks.start, ranks.stop)

    def rows(self, start: int, end: int) -> list[IndexRow]:
        """The rows between two ranks, the best first; two queries."""
        if self.ranked is None:
            return []
        keys = [row["row"] for row in self.ranked[start:end]]
        rows = IndexRow.objects.in_bulk(keys)
        return [rows[key] for key in keys]


def asked(text: str) -> Question:
    """The question, said also with what acronyms stand for and with the synonyms that are published; one query."""
    published = Synonyms.objects.filter(live=True).order_by("ref").values_list("terms", flat=True)
    return question(text, [*(terms.splitlines() for terms in published), *EXPANSIONS.items()])


def search(wanted: Question, kind: str = "", theme: str = "") -> Found:
    """Rows that have everything wanted, of that kind and theme; when no row at all has, those that have a part.

    Four queries at most, whatever is found.
    """
    if not wanted.wanted:
        return Found(wanted)
    known = _rows_by_stem(wanted)
    asked_for = matching(wanted)
    counts = (
        _counts(asked_for, kind, theme) if all(_may_be_had(each, known) for each in wanted.wanted) else {}
    )
    if partly := not counts.get("total"):
        asked_for = _holds_one_of(wanted.stems)
        counts = _counts(asked_for, kind, theme)
    rows = IndexRow.objects.filter(asked_for, _of(kind=kind, theme=theme))
    return Found(
        question=wanted,
        count=counts["shown"],
        partly=partly,
        unknown=tuple(_unknown(wanted, known)),
        kinds=_facets(PublicKind, "kind", counts),
        themes=_facets(Theme, "theme", counts),
        ranked=_ranked(rows, wanted, known, by_part=partly),
    )


def matching(wanted: Question) -> Q:
    """What a row of the index must satisfy to have everything wanted; nothing has what is not asked for."""
    return reduce(and_, (_has(each) for each in wanted.wanted)) if wanted.wanted else Q(pk__in=())


def _rows_by_stem(wanted: Question) -> dict[str, int]:
    counted = IndexWord.objects.filter(stem__in=wanted.stems).values("stem").order_by("stem")
    return {each["stem"]: each["rows"] for each in counted.annotate(rows=Count("pk"))}


def _unknown(wanted: Question, known: dict[str, int]) -> Iterator[str]:
    for each in wanted.wanted:
        if len(each.expressions) == 1:
            yield from (word.text for word in each.typed if word.stem not in known)


def _may_be_had(each: Wanted, known: dict[str, int]) -> bool:
    return any(all(word.stem in known for word in expression) for expression in each.expressions)


def _has(each: Wanted) -> Q:
    """What a row must satisfy to have one thing wanted, said in one way or another."""

    ways = (
        reduce(and_, (_holds_one_of({word.stem}) for word in expression)) for expression in each.expressions
    )
    return reduce(or_, ways)


def _holds_one_of(stems: AbstractSet[str]) -> Q:
    return Q(pk__in=IndexWord.objects.filter(stem__in=stems).values("row"))


def _of(kind: str, theme: str) -> Q:
    return (Q(kind=kind) if kind else Q()) & (Q(themes__holds=theme) if theme else Q())


def _counts(asked_for: Q, kind: str, theme: str) -> dict[str, int]:
    """How many rows there are: in all, shown, and under each value of a facet with the other one kept."""
    conditions = {"shown": _of(kind, theme)}
    conditions |= {f"kind {value}": _of(value, theme) for value in PublicKind}
    conditions |= {f"theme {value}": _of(kind, value) for value in Theme}
    named = {f"c{number}": Count("pk", filter=where) for number, where in enumerate(conditions.values())}
    found = IndexRow.objects.filter(asked_for).aggregate(total=Count("pk"), **named)
    return {"total": found["total"]} | {name: found[f"c{number}"] for number, name in enumerate(conditions)}


def _facets(vocabulary: type[Vocabulary], name: str, counts: dict[str, int]) -> tuple[Facet, ...]:
    found = (Facet(each.value, each.label, counts[f"{name} {each.value}"]) for each in vocabulary)
    return tuple(facet for facet in found if facet.count)


def _ranked(
    rows: QuerySet[IndexRow], wanted: Question, known: dict[str, int], *, by_part: bool
) -> "QuerySet[IndexWord, Any]":
    """The keys of these rows, those about rare words first; with `by_part`, those that have the most of it before."""
    total = IndexRow.objects.count()
    said: dict[str, float] = {}
    for each in wanted.wanted:
        for expression in each.expressions[1:]:
            said |= {word.stem: len(each.typed) / len(expression) for word in expression}
    said |= {word.stem: 1.0 for each in wanted.wanted for word in each.typed}
    weights = [
        When(stem=stem, then=Value(said[stem] * log(1 + total / count)))
        for stem, count in sorted(known.items())
    ]
    parts = [When(stem__in=each.stems, then=Value(part)) for part, each in enumerate(wanted.wanted)]
    literal = Case(When(word__in=wanted.literal, then=Value(1.0)), default=Value(SAME_FAMILY))
    rarity = Case(*weights, default=Value(0.0), output_field=FloatField())
    found = IndexWord.objects.filter(stem__in=wanted.stems, row__in=rows.values("pk")).values("row")
    had = Count(Case(*parts), distinct=True) if by_part else Value(0)
    return found.annotate(had=had, score=Sum(F("weight") * rarity * literal)).order_by(
        "-had", "-score", "row"
    )
