"""The two estimates of the baseline as plain data, ready to be told; they are never added up."""

from dataclasses import dataclass
from decimal import Decimal

from reen.rules.factors import Factors, Setting
from reen.rules.footprint import Bounds, Estimate, territory


@dataclass(frozen=True, slots=True)
class OwnValue:
    """A value that replaces the published one, and why."""

    value: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class OrganisationFootprint:
    """The organisation's equipment at one edition of the factors; `year` is that of the inventory."""

    factors: Factors
    estimate: Estimate
    electricity: Setting
    pue: Setting
    electricity_own: OwnValue | None = None
    pue_own: OwnValue | None = None
    year: int | None = None

    @property
    def is_written(self) -> bool:
        """Whether at least one type of equipment makes a total."""
        return bool(self.estimate.counted)


@dataclass(frozen=True, slots=True)
class Population:
    """The inhabitants of the bearers, each counted once: `included` lie in another bearer, `unknown` have no figure."""

    value: int | None
    counted: tuple[str, ...] = ()
    included: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A figure per inhabitant, in kg CO₂e a year, that replaces the national one."""

    value: Decimal
    source: str
    year: int


@dataclass(frozen=True, slots=True)
class TerritoryFootprint:
    """The territory's order of magnitude; `typed_population` replaces the official figure, with its source."""

    factors: Factors
    official: Population
    typed_population: int | None = None
    population_source: str = ""
    own: OwnFigure | None = None
    retained: bool = True

    @property
    def population(self) -> int | None:
        """The inhabitants to count with; None when nobody knows."""
        return self.official.value if self.typed_population is None else self.typed_population

    @property
    def total(self) -> Bounds | None:
        """Kilograms a year, or None without a population."""
        if self.population is None:
            return None
        return territory(self.population, self.own.value if self.own else None, self.factors.per_inhabitant)

    @property
    def is_written(self) -> bool:
        """Whether the strategy takes the figure up, and there is one."""
        return self.retained and self.total is not None
