"""What a strategy is made of: objectives, retained actions and followed indicators as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reen.enums import Theme
from reen.sheets import SourceSheet
from strategy.enums import ChoiceStatus, Perimeter, Priority, Rhythm


@dataclass(frozen=True, slots=True)
class ObjectiveData:
    """`quantity` is what is measured, in `unit`; years are calendar years."""

    key: int
    statement: str
    perimeter: Perimeter
    rhythm: Rhythm | None = None
    quantity: str = ""
    unit: str = ""
    baseline_value: Decimal | None = None
    baseline_year: int | None = None
    target_value: Decimal | None = None
    target_year: int | None = None

    @property
    def is_complete(self) -> bool:
        """Whether it can be followed: a unit, and a value and a year at both ends."""
        ends = (self.baseline_value, self.baseline_year, self.target_value, self.target_year)
        return bool(self.unit) and None not in ends


@dataclass(frozen=True, slots=True)
class EntryData:
    """The catalogue entry a row was copied from."""

    ref: str
    revision: int
    revised_on: date
    checked_on: date | None
    title: str
    url: str
    sources: tuple[SourceSheet, ...]


@dataclass(frozen=True, slots=True)
class BudgetYearData:
    """One year of an action: sums in euros, `funding` what others are expected to pay, `fte` the working time."""

    year: int
    investment: Decimal | None = None
    running: Decimal | None = None
    funding: Decimal | None = None
    fte: Decimal | None = None

    @property
    def cost(self) -> Decimal | None:
        """Investment and running together; None when neither is known."""
        return total_of((self.investment, self.running))


def total_of(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the amounts that are known; None when none is: what is unknown is not zero."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


@dataclass(frozen=True, slots=True)
class ChoiceData:
    """An action retained. `adapted` says its wording is no longer the catalogue's, which `copied` keeps.

    `budget` is a sum in euros that nobody spread over `years` yet. `bodies` are the names of the collectivités it
    concerns, none for all of them; `objectives` and `plans` are keys.
    """

    key: int
    theme: Theme
    title: str
    summary: str
    adapted: bool
    entry: EntryData | None = None
    requirements: tuple[str, ...] = ()
    status: ChoiceStatus | None = None
    priority: Priority | None = None
    pilot: str = ""
    elected: str = ""
    partners: str = ""
    start: date | None = None
    end: date | None = None
    budget: Decimal | None = None
    years: tuple[BudgetYearData, ...] = ()
    funding: str = ""
    means: str = ""
    evidence: str = ""
    communes: str = ""
    bodies: tuple[str, ...] = ()
    objectives: tuple[int, ...] = ()
    plans: tuple[int, ...] = ()
    copied: str = ""

    @property
    def cost(self) -> Decimal | None:
        """What it costs in euros over all its years, else the sum without years; None when neither is known."""
        spread = total_of(year.cost for year in self.years)
        return self.budget if spread is None else spread

    @property
    def fte(self) -> Decimal | None:
        """Working time over all its years, in full-time equivalents times years."""
        return total_of(year.fte for year in self.years)

    @property
    def has_means(self) -> bool:
        return self.cost is not None or self.fte is not None or bool(self.means)

    @property
    def is_dated(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def is_local(self) -> bool:
        """Whether somebody here adapted it or added a local fact; until then the catalogue only proposes it."""
        return self.adapted or bool(self.pilot) or self.is_dated or self.has_means


@dataclass(frozen=True, slots=True)
class IndicatorYearData:
    """The value aimed at in a year, and the one measured, in the unit of the indicator."""

    year: int
    expected: Decimal | None = None
    measured: Decimal | None = None


@dataclass(frozen=True, slots=True)
class IndicatorData:
    """An indicator followed; `objective` is the key of the objective it follows."""

    key: int
    title: str
    unit: str
    method: str
    entry: EntryData | None = None
    frequency: str = ""
    objective: int | None = None
    baseline_value: Decimal | None = None
    baseline_date: date | None = None
    target_value: Decimal | None = None
    target_year: int | None = None
    owner: str = ""
    data_source: str = ""
    years: tuple[IndicatorYearData, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether it says where we start, when that was measured, and where we go by which year."""
        return None not in (self.baseline_value, self.baseline_date, self.target_value, self.target_year)

    @property
    def is_local(self) -> bool:
        """Whether a value, a date or a person was given here; until then the catalogue only proposes it."""
        local = (self.baseline_value, self.baseline_date, self.target_value, self.target_year)
        return self.entry is None or bool(self.owner) or any(value is not None for value in local)
