"""Which texts bind a collectivité of a kind and a size, told without naming any."""

from dataclasses import dataclass

from reen.enums import Kind, Size
from reen.rules.profile import Profile
from reen.rules.scope import Answer, scope_of
from reen.rules.threshold import THRESHOLD, is_above
from reen.typography import number, typeset

FIRST = {Size.UNDER_3500: 0, Size.FROM_3500: 3_500, Size.FROM_20000: 20_000, Size.OVER_50000: THRESHOLD + 1}
"""The first population of each band, in inhabitants; a band ends where the next begins."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a text asks: of which kinds, and from which population when it sets one. No kind: it binds none of them."""

    kinds: tuple[Kind, ...] = ()
    population_from: int | None = None

    @property
    def threshold_words(self) -> str:
        """« à partir de 50 001 habitants »; nothing without a threshold."""
        if self.population_from is None:
            return ""
        return typeset(f"à partir de {number(self.population_from)} habitants")


@dataclass(frozen=True, slots=True)
class StrategyDuty:
    """What article 35 means for a kind and a size, and why."""

    answer: Answer
    reason: str

    @property
    def in_short(self) -> str:
        """In two or three words, for a table."""
        named = {Answer.BOUND: "Stratégie obligatoire", Answer.VOLUNTARY: "Stratégie libre"}
        return named.get(self.answer, "Hors du champ de l’article 35")


def binds(duty: Duty, kind: Kind, size: Size) -> bool:
    """Whether the text binds some collectivité of this kind and size: those that reach its threshold, if it has one."""
    return kind in duty.kinds and (duty.population_from or 0) <= last_of(size)


def binds_in_part(duty: Duty, kind: Kind, size: Size) -> bool:
    """Whether its threshold falls inside the band, so that part of the collectivités of this size are not bound."""
    return binds(duty, kind, size) and (duty.population_from or 0) > FIRST[size]


def last_of(size: Size) -> float:
    """The last population of a band, without end for the largest."""
    later = [FIRST[other] - 1 for other in Size if FIRST[other] > FIRST[size]]
    return min(later, default=float("inf"))


def strategy_duty(kind: Kind, size: Size) -> StrategyDuty:
    """REEN law, art. 35, I, for a body of which only the kind and the size are known.

    The bodies that a place makes special (Métropole de Lyon, overseas) are told by their own page, never here.
    """
    scope = scope_of(Profile(kind, kind.label))
    if scope.answer is not None:
        return StrategyDuty(scope.answer, typeset(scope.reason))
    if is_above(FIRST[size]):
        words = "L'obligation commence à 50 001 habitants (« plus de 50 000 ») : elle vous concerne."
        return StrategyDuty(Answer.BOUND, typeset(f"{scope.reason} {words}"))
    words = "L'obligation ne commence qu'à 50 001 habitants (« plus de 50 000 ») : une stratégie reste libre."
    return StrategyDuty(Answer.VOLUNTARY, typeset(f"{scope.reason} {words}"))


def sizes_of(kind: Kind) -> tuple[Size, ...]:
    """The sizes worth telling apart: no département, région or territory of Grand Paris is under 50 000 inhabitants."""
    always_large = kind in (Kind.DEPARTEMENT, Kind.REGION, Kind.EPT)
    return (Size.OVER_50000,) if always_large else tuple(Size)
