"""The draft as plain data: what the document, the coverage and the proof-reader are computed from.

Filled from the database by `strategy.queries.drafts`; nothing here knows Django, so that the law and the document are
tested in milliseconds.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from reen.enums import Certainty, Theme
from reen.sheets import SourceSheet
from strategy.enums import ActorKind, BodyRole, ChoiceStatus, Perimeter, Programme, Rhythm


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that was read, on which day, and how sure it left us."""

    source: SourceSheet
    on: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class BodyData:
    """A collectivity of the draft, with the answer of the law about it, already in words."""

    name: str
    role: BodyRole
    kind: str
    detail: str
    answer: str
    answer_label: str
    reason: str
    figures: tuple[str, ...]
    uncertain: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorData:
    """A public or private actor associated with the work."""

    name: str
    kind: ActorKind
    involvement: str


@dataclass(frozen=True, slots=True)
class GovernanceData:
    """Who leads, with whom, with what means."""

    elected_name: str = ""
    elected_role: str = ""
    pilot_name: str = ""
    pilot_role: str = ""
    steering: str = ""
    means: str = ""
    yearly_review: str = ""
    actors: tuple[ActorData, ...] = ()


@dataclass(frozen=True, slots=True)
class BaselineData:
    """The work programme, cited or written here."""

    programme: Programme | None = None
    programme_title: str = ""
    programme_date: date | None = None
    programme_link: str = ""
    impact_territory: str = ""
    impact_organisation: str = ""
    uses: str = ""
    ongoing: str = ""
    nothing_ongoing: bool = False


@dataclass(frozen=True, slots=True)
class ObjectiveData:
    """Values are in `unit`; years are calendar years."""

    key: int
    statement: str
    perimeter: Perimeter
    rhythm: Rhythm | None = None
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
class ChoiceData:
    """An action retained; `budget` in euros. `adapted` says its wording is no longer the catalogue's."""

    key: int
    theme: Theme
    title: str
    summary: str
    adapted: bool
    entry: EntryData | None = None
    requirements: tuple[str, ...] = ()
    status: ChoiceStatus | None = None
    pilot: str = ""
    partners: str = ""
    start: date | None = None
    end: date | None = None
    budget: Decimal | None = None
    means: str = ""

    @property
    def has_means(self) -> bool:
        return self.budget is not None or bool(self.means)

    @property
    def is_dated(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def is_local(self) -> bool:
        """Whether somebody here adapted it or added a local fact; until then the catalogue only proposes it."""
        return self.adapted or bool(self.pilot) or self.is_dated or self.has_means


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

    @property
    def is_complete(self) -> bool:
        """Whether it says where we start, when that was measured, and where we go by which year."""
        return None not in (self.baseline_value, self.baseline_date, self.target_value, self.target_year)

    @property
    def is_local(self) -> bool:
        """Whether a value, a date or a person was given here; until then the catalogue only proposes it."""
        local = (self.baseline_value, self.baseline_date, self.target_value, self.target_year)
        return self.entry is None or bool(self.owner) or any(value is not None for value in local)


@dataclass(frozen=True, slots=True)
class DraftData:
    """A whole draft, at the moment `changed_at` (an aware local time)."""

    reference: str
    demonstration: bool
    changed_at: datetime
    bodies: tuple[BodyData, ...]
    governance: GovernanceData = GovernanceData()
    baseline: BaselineData = BaselineData()
    objectives: tuple[ObjectiveData, ...] = ()
    choices: tuple[ChoiceData, ...] = ()
    indicators: tuple[IndicatorData, ...] = ()
