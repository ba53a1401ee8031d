"""The six themes of the decree, which a strategy may take up or not: none is required."""

from collections.abc import Iterable
from dataclasses import dataclass

from reen.enums import Theme
from strategy.document.budget import counted
from strategy.document.measures import ChoiceData

OPTIONAL = (
    "Le décret propose aussi six thèmes (« notamment »). Aucun n’est exigé : un thème sans action n’est pas un "
    "manque."
)
NO_ACTION = "aucune action"
MOST = 6


@dataclass(frozen=True, slots=True)
class ThemeUse:
    """A theme of the decree and the actions retained in it."""

    theme: Theme
    actions: tuple[ChoiceData, ...]

    @property
    def title(self) -> str:
        return f"Thème {self.theme.number}\u00a0: {self.theme.label}"

    @property
    def anchor(self) -> str | None:
        """The section where its actions are; None without any."""
        return f"theme-{self.theme.number}" if self.actions else None

    @property
    def first(self) -> tuple[ChoiceData, ...]:
        """Those named where there is little room: all, but for a crowd."""
        return self.actions if len(self.actions) <= MOST + 1 else self.actions[:MOST]

    @property
    def others(self) -> int:
        """How many are left to name."""
        return len(self.actions) - len(self.first)


def themes_used(choices: Iterable[ChoiceData]) -> tuple[ThemeUse, ...]:
    """The six themes in the order of the decree, without what was dropped; steering, ours, is not one of them."""
    kept = counted(choices)
    return tuple(
        ThemeUse(theme, tuple(choice for choice in kept if choice.theme is theme))
        for theme in Theme
        if theme.number
    )
