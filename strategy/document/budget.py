"""What the actions cost: sums by year, by theme and by action; what nobody wrote is unknown, never zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from strategy.document.measures import ChoiceData, total_of
from strategy.enums import ChoiceStatus


@dataclass(frozen=True, slots=True)
class Sums:
    """Amounts in euros and working time, each None when nobody gave any; `unspread` has neither year nor nature."""

    investment: Decimal | None = None
    running: Decimal | None = None
    unspread: Decimal | None = None
    funding: Decimal | None = None
    fte: Decimal | None = None

    @property
    def cost(self) -> Decimal | None:
        """Investment, running and what is not spread, together."""
        return total_of((self.investment, self.running, self.unspread))

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            total_of((self.investment, other.investment)),
            total_of((self.running, other.running)),
            total_of((self.unspread, other.unspread)),
            total_of((self.funding, other.funding)),
            total_of((self.fte, other.fte)),
        )


def counted(choices: Iterable[ChoiceData]) -> tuple[ChoiceData, ...]:
    """The actions that count, in money as in the rest: those dropped no longer do."""
    return tuple(choice for choice in choices if choice.status is not ChoiceStatus.DROPPED)


def by_year(choice: ChoiceData) -> dict[int | None, Sums]:
    """The amounts of one action; None is the key of a budget nobody spread over years."""
    sums: dict[int | None, Sums] = {}
    for line in choice.years:
        given = Sums(line.investment, line.running, None, line.funding, line.fte)
        sums[line.year] = sums.get(line.year, Sums()) + given
    if all(line.cost is None for line in choice.years):
        sums[None] = Sums(unspread=choice.budget)
    return {year: given for year, given in sums.items() if given != Sums()}


def sums_of(choice: ChoiceData) -> Sums:
    """Everything one action costs."""
    return sum(by_year(choice).values(), Sums())


def years_of(choices: Iterable[ChoiceData]) -> tuple[int | None, ...]:
    """The years that have an amount or working time, in order, then None if something has no year."""
    found = {year for choice in choices for year in by_year(choice)}
    known: tuple[int | None, ...] = tuple(sorted(year for year in found if year is not None))
    return (*known, None) if None in found else known
