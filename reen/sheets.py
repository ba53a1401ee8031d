"""Plain sheets: what the catalogue hands to `strategy`, copied word for word, with the revision it was read at.

A sheet is frozen and knows nothing of the database, so that what was chosen never changes because the catalogue did.
"""

from dataclasses import dataclass
from datetime import date

from reen.enums import Certainty, Cost, Effort, Horizon, Kind, Part, Size, Theme
from reen.rules.estimates import Estimate


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """Where a statement comes from; `opened` is False when nobody opened the link (« lien non contrôlé »)."""

    title: str
    url: str | None
    opened: bool
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RequirementSheet:
    """One thing the decree asks for. `revision` is the number of the published revision, `checked_on` the reading."""

    ref: str
    part: Part
    title: str
    explanation: str
    basis: str
    mandatory: bool
    deadline: date | None
    certainty: Certainty
    caution: str
    sources: tuple[SourceSheet, ...]
    checked_on: date
    revision: int
    revised_on: date

    @property
    def full_title(self) -> str:
        """The title, with the word that says it may stay unanswered."""
        return self.title if self.mandatory else f"{self.title} (facultatif)"


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """One action of the catalogue, as the wizard shows and copies it.

    `effort`, `cost` and `horizon` are the team's estimates in words, for the size asked for, or empty. A `short`
    sheet holds what the sources say and nothing more: it asks its reader to complete it.
    """

    ref: str
    title: str
    summary: str
    why: str
    theme: Theme
    requirements: tuple[str, ...]
    indicators: tuple[str, ...]
    before: tuple[str, ...]
    effort: Estimate[Effort]
    cost: Estimate[Cost]
    horizon: Estimate[Horizon]
    kinds: tuple[Kind, ...]
    sizes: tuple[Size, ...]
    url: str
    sources: tuple[SourceSheet, ...]
    checked_on: date
    revision: int
    revised_on: date
    steps: tuple[str, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class ActionWording:
    """Of an action, no more than a strategy copies."""

    ref: str
    title: str
    summary: str
    theme: Theme
    requirements: tuple[str, ...]
    url: str
    sources: tuple[SourceSheet, ...]
    checked_on: date
    revision: int
    revised_on: date


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """One indicator of the catalogue; `direction` is the wished trend in words."""

    ref: str
    title: str
    unit: str
    method: str
    frequency: str
    data_source: str
    direction: str
    themes: tuple[Theme, ...]
    url: str
    sources: tuple[SourceSheet, ...]
    checked_on: date
    revision: int
    revised_on: date


@dataclass(frozen=True, slots=True)
class LegalTextSheet:
    """One article of the law or neighbouring obligation; `url` leads to its page or to its row in the law index."""

    ref: str
    title: str
    summary: str
    who: str
    codified: str
    certainty: Certainty
    caution: str
    url: str
    sources: tuple[SourceSheet, ...]
    checked_on: date
    revision: int
    revised_on: date
