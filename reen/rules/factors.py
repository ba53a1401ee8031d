"""Published footprint factors as plain data: each figure with its source, its year and how far to trust it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reen.enums import Vocabulary


class Category(Vocabulary):
    """Families of equipment, in the order they are shown."""

    DESK = "poste-de-travail", "Postes de travail"
    SCREEN = "ecran", "Écrans et projection"
    MOBILE = "mobilite", "Téléphones et tablettes"
    PRINTING = "impression", "Impression"
    ACCESSORY = "accessoire", "Accessoires et stockage individuel"
    INFRASTRUCTURE = "infrastructure", "Serveurs, réseau et stockage"


class Reliability(Vocabulary):
    """How far the sources of a factor agree."""

    GOOD = "bonne", "bonne (au moins deux sources, dans un rapport de 1 à 2)"
    MEDIUM = "moyenne", "moyenne (les sources vont de 1 à 4)"
    LOW = "faible", "faible (source unique, approximation, ou écart de plus de 1 à 4)"
    UNKNOWN = "inconnue", "inconnue (les sources se contredisent trop pour une valeur centrale)"


@dataclass(frozen=True, slots=True)
class FactorSource:
    """Where a figure was read. No link was opened by a browser since: `opened` says so beside it."""

    title: str
    year: int
    url: str
    opened: bool = False
    page: int | None = None

    @property
    def words(self) -> str:
        """« EcoDiag, table des équipements (2022) »."""
        return f"{self.title} ({self.year})"


@dataclass(frozen=True, slots=True)
class Published:
    """A factor and the range of its sources. None is unknown, never zero; no range means one source."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    source: FactorSource | None = None

    @property
    def has_range(self) -> bool:
        return self.low is not None and self.high is not None and self.low != self.high


@dataclass(frozen=True, slots=True)
class Refurbished:
    """What second-hand avoids, in kg CO₂e a year and a device; the reduction in percent is of all indicators."""

    avoided: Decimal | None
    low_percent: int
    high_percent: int
    source: FactorSource
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """« ± 59 % », and who says so."""

    percent: int
    origin: str


@dataclass(frozen=True, slots=True)
class Equipment:
    """A type of equipment. `making` is kg CO₂e a unit, distribution and end of life included; `consumption` kWh a year.

    `server_room` says that the PUE applies; `lifetime` is conventional, in years.
    """

    ref: str
    label: str
    category: Category
    making: Published
    consumption: Published
    reliability: Reliability
    lifetime: Decimal | None
    common: bool = False
    server_room: bool = False
    approximation: bool = False
    refurbished: Refurbished | None = None
    uncertainty: Uncertainty | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A factor of electricity (kg CO₂e a kWh) or a PUE; `value` is None where none could be published."""

    ref: str
    label: str
    value: Decimal | None
    year: int | None = None
    source: FactorSource | None = None
    secondary: bool = False
    default: bool = False
    departments: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """A figure of the whole country, the year of its data, and the published bounds in percent of it."""

    value: Decimal
    year: int
    source: FactorSource
    low_percent: int
    high_percent: int


@dataclass(frozen=True, slots=True)
class Landmark:
    """The share of manufacture in the footprint of terminals, to compare a result with."""

    making_percent: int
    year: int
    source: FactorSource
    note: str


@dataclass(frozen=True, slots=True)
class Factors:
    """One edition of the factors, whole. A calculation names its edition, whose figures never change."""

    edition: str
    checked_on: date
    equipment: tuple[Equipment, ...]
    electricity: tuple[Setting, ...]
    pue: tuple[Setting, ...]
    per_inhabitant: NationalFigure
    territory_notes: tuple[str, ...]
    landmark: Landmark
    method: tuple[str, ...]
    limits: tuple[str, ...]
    licences: tuple[str, ...]

    def electricity_of(self, ref: str) -> Setting:
        """The electricity of that reference, else the one by default."""
        return _setting(self.electricity, ref)

    def pue_of(self, ref: str) -> Setting:
        """The PUE of that reference, else the one by default."""
        return _setting(self.pue, ref)

    def electricity_in(self, department: str) -> Setting:
        """The electricity of a département, by its number; mainland France unless told otherwise."""
        found = (one for one in self.electricity if department and department in one.departments)
        return next(found, _setting(self.electricity, ""))


def _setting(settings: tuple[Setting, ...], ref: str) -> Setting:
    named = [one for one in settings if one.ref == ref]
    return (named or [one for one in settings if one.default])[0]
