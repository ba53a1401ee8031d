"""What binds each kind and size of collectivité: the published texts, read against the rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from reen.enums import Kind, Size
from reen.models import LegalText
from reen.models.replaceable import replaced
from reen.rules.duties import Duty, StrategyDuty, binds, binds_in_part, sizes_of, strategy_duty

STRATEGY = "reen-35"
"""The reference of article 35, which a rule reads better than a threshold would."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A text that binds, and whether it binds only part of the collectivités of that size."""

    text: LegalText
    threshold: str
    in_part: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What binds one kind of one size, in short."""

    kind: Kind
    size: Size
    strategy: StrategyDuty
    count: int


def legal_texts() -> list[LegalText]:
    """The published texts that bind some collectivité today, articles first; one query."""
    texts = LegalText.objects.live().exclude(kinds=()).exclude(replaced()).select_related("page")
    return list(texts)


def bindings(texts: Iterable[LegalText], kind: Kind, size: Size) -> list[Binding]:
    """Those of these texts that bind this kind and size, article 35 apart."""
    found = []
    for text in texts:
        duty = Duty(text.kinds, text.population_from)
        if text.ref != STRATEGY and binds(duty, kind, size):
            found.append(Binding(text, duty.threshold_words, binds_in_part(duty, kind, size)))
    return found


def table(texts: list[LegalText]) -> list[tuple[Kind, list[Cell]]]:
    """For each kind, what binds each of its sizes."""
    return [
        (
            kind,
            [
                Cell(kind, size, strategy_duty(kind, size), len(bindings(texts, kind, size)))
                for size in sizes_of(kind)
            ],
        )
        for kind in Kind
    ]
