"""The draft as plain data: what the document, the coverage and the proof-reader are computed from.

Filled from the database by `strategy.queries.drafts`; nothing here knows Django, so that the law and the document are
tested in milliseconds.
"""

from dataclasses import dataclass
from datetime import date, datetime

from reen.enums import Certainty
from reen.sheets import SourceSheet
from reen.typography import capitalised
from strategy.document.draft_footprint import OrganisationFootprint, TerritoryFootprint
from strategy.document.logo import Logo
from strategy.document.measures import ChoiceData, IndicatorData, ObjectiveData
from strategy.enums import ActorKind, BodyRole, PlanKind, Programme, TaxBasis


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that was read, on which day, and how sure it left us."""

    source: SourceSheet
    on: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class BodyData:
    """A collectivity of the draft, with the answer of the law about it, already in words.

    `category`, `nature` and `code` are those of the official list; `population` the figure shown first.
    """

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
    category: str = ""
    nature: str = ""
    code: str = ""
    population: int | None = None


@dataclass(frozen=True, slots=True)
class ActorData:
    """A public or private actor associated with the work."""

    name: str
    kind: ActorKind
    involvement: str


@dataclass(frozen=True, slots=True)
class GovernanceData:
    """Who leads, with whom, with what means; `tax_basis` says once what every amount is."""

    elected_name: str = ""
    elected_role: str = ""
    pilot_name: str = ""
    pilot_role: str = ""
    steering: str = ""
    means: str = ""
    tax_basis: TaxBasis | None = None
    yearly_review: str = ""
    inhabitants: str = ""
    actors: tuple[ActorData, ...] = ()


@dataclass(frozen=True, slots=True)
class BaselineData:
    """The work programme, cited or written here; each estimate is in its perimeter, and never added up."""

    programme: Programme | None = None
    programme_title: str = ""
    programme_date: date | None = None
    programme_link: str = ""
    programme_file: str = ""
    impact_territory: str = ""
    impact_organisation: str = ""
    uses: str = ""
    ongoing: str = ""
    nothing_ongoing: bool = False
    organisation: OrganisationFootprint | None = None
    territory: TerritoryFootprint | None = None

    @property
    def has_territory(self) -> bool:
        """Whether the impact on the territory is written, in words or by an estimate."""
        return bool(self.impact_territory) or (self.territory is not None and self.territory.is_written)

    @property
    def has_organisation(self) -> bool:
        """Whether the organisation's impact is written, in words or by an estimate."""
        return bool(self.impact_organisation) or (
            self.organisation is not None and self.organisation.is_written
        )


@dataclass(frozen=True, slots=True)
class PlanData:
    """A plan or report of the collectivité, and how the strategy meets it."""

    key: int
    kind: PlanKind
    title: str = ""
    period: str = ""
    link: str = ""
    articulation: str = ""

    @property
    def name(self) -> str:
        """Its own title, else what kind of plan it is."""
        return self.title or capitalised(self.kind.label)


@dataclass(frozen=True, slots=True)
class DraftData:
    """A whole draft, at the moment `changed_at` (an aware local time)."""

    reference: str
    demonstration: bool
    changed_at: datetime
    bodies: tuple[BodyData, ...]
    governance: GovernanceData = GovernanceData()
    baseline: BaselineData = BaselineData()
    plans: tuple[PlanData, ...] = ()
    objectives: tuple[ObjectiveData, ...] = ()
    choices: tuple[ChoiceData, ...] = ()
    indicators: tuple[IndicatorData, ...] = ()
    logo: Logo | None = None
    host_logo: Logo | None = None
