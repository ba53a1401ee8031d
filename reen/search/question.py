"""What somebody asks for: words, each with the other ways of saying it that editors wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from reen.search.words import Word, words_of

LONGEST_TEXT = 120
MOST_WORDS = 8
"""Each word is a condition; the next ones are not asked."""

Expression = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing asked for: the expression typed, then those that mean the same; a row needs all the words of one."""

    expressions: tuple[Expression, ...]

    @property
    def typed(self) -> Expression:
        return self.expressions[0]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of every way of saying it."""
        return frozenset(word.stem for expression in self.expressions for word in expression)


@dataclass(frozen=True, slots=True)
class Question:
    """What is wanted, in the order it was typed; empty when nothing that was typed says anything."""

    wanted: tuple[Wanted, ...]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*(each.stems for each in self.wanted))

    @property
    def told(self) -> frozenset[str]:
        """The stems to mark in a text: of what was typed, and of the single words that mean the same."""
        expressions = ((each.typed, other) for each in self.wanted for other in each.expressions)
        return frozenset(
            word.stem for typed, other in expressions if other == typed or len(other) == 1 for word in other
        )

    @property
    def literal(self) -> frozenset[str]:
        """The words as they were typed."""
        return frozenset(word.text for each in self.wanted for word in each.typed)


def question(text: str, synonyms: Iterable[Iterable[str]] = ()) -> Question:
    """What a text asks for; `synonyms` are groups of terms that mean the same. A word asked twice is asked once."""
    words = tuple(islice(dict.fromkeys(words_of(text[:LONGEST_TEXT])), MOST_WORDS))
    groups = [[tuple(words_of(term)) for term in group] for group in synonyms]
    return Question(tuple(_wanted(words, groups)))


def _wanted(words: Expression, groups: list[list[Expression]]) -> Iterator[Wanted]:
    others: dict[tuple[str, ...], list[Expression]] = {}
    for group in groups:
        for term in group:
            others.setdefault(_stems(term), []).extend(other for other in group if other and other != term)
    longest = max(map(len, others), default=1)
    start = 0
    while start < len(words):
        for length in range(min(longest, len(words) - start), 0, -1):
            typed = words[start : start + length]
            if length == 1 or _stems(typed) in others:
                yield Wanted((typed, *dict.fromkeys(others.get(_stems(typed), ()))))
                start += length
                break


def _stems(expression: Expression) -> tuple[str, ...]:
    return tuple(word.stem for word in expression)
