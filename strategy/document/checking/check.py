"""One check: what was looked at, what came of it, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reen.enums import Vocabulary

Problem = tuple[str, str, str]
"""The title of a row, what is wrong there, and its section."""


class Outcome(Vocabulary):
    """What came of a check; none of these words is a verdict, which only a person gives."""

    HOLDS = "holds", "en ordre"
    MISSING = "missing", "manque"
    DIFFERS = "differs", "écart"
    NOTHING = "nothing", "sans objet"


class Subject(Vocabulary):
    """What checks are about."""

    INDICATORS = "indicators", "Indicateurs"
    FIGURES = "figures", "Montants et décomptes"
    DATES = "dates", "Dates et années"


@dataclass(frozen=True, slots=True)
class Check:
    """`what` was looked at in `row` (empty for the whole document); `words` say more, `anchor` where it is read."""

    subject: Subject
    what: str
    outcome: Outcome
    words: str = ""
    row: str = ""
    anchor: str | None = None


def told(subject: Subject, what: str, count: int, problems: Iterable[Problem]) -> Iterator[Check]:
    """A check a problem; when there is none, one that says that `count` things were looked at and are in order."""
    found = list(problems)
    if not count:
        yield Check(subject, what, Outcome.NOTHING)
    elif not found:
        yield Check(subject, what, Outcome.HOLDS, f"rien à signaler sur {count}")
    for row, words, anchor in found:
        yield Check(subject, what, Outcome.DIFFERS, words, row, anchor)
