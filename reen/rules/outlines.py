"""What sorting and suggesting read of the catalogue: short, plain, none of its long texts."""

from dataclasses import dataclass

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.rules.estimates import Estimate, estimate_words


@dataclass(frozen=True, slots=True)
class ActionOutline:
    """One action: its line in a list, and what it can be found or suggested by. Links are references."""

    ref: str
    title: str
    summary: str
    theme: Theme
    url: str
    kinds: tuple[Kind, ...]
    sizes: tuple[Size, ...]
    effort: Estimate[Effort]
    cost: Estimate[Cost]
    horizon: Estimate[Horizon]
    requirements: tuple[str, ...] = ()
    legal_texts: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    field_reports: tuple[str, ...] = ()

    def suits(self, kinds: frozenset[Kind], size: Size | None) -> bool:
        """Whether the sheet is for one of these kinds and for that size; what is not known excludes nothing."""
        return self.is_for(kinds) and (size is None or size in self.sizes)

    def is_for(self, kinds: frozenset[Kind]) -> bool:
        """Whether the sheet is for one of these kinds; none known excludes nothing."""
        return not kinds or any(kind in kinds for kind in self.kinds)

    def words(self, size: Size | None) -> list[str]:
        """Its estimates in a few words."""
        return estimate_words({"effort": self.effort, "coût": self.cost, "délai": self.horizon}, size)


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """One field report: who did it, what that body is in the words of the report, and when."""

    ref: str
    body: str
    body_kind: str
    population: int | None
    year: int | None
    url: str
