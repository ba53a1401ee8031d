"""A new wording of a catalogue entry, beside the one a strategy copied; pure."""

from dataclasses import dataclass
from datetime import date

from reen.typography import date_words
from strategy.document.differences import Passage, differences


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a row: as it is here, as it was copied (empty when nobody kept that), as it is published."""

    field: str
    label: str
    mine: str
    former: str
    new: str

    @property
    def changed(self) -> bool:
        """Whether what is published is neither what was copied nor what is here already."""
        return self.new not in (self.former, self.mine)

    @property
    def adapted(self) -> bool:
        """Whether somebody here wrote other words than those copied."""
        return self.mine != self.former

    @property
    def passages(self) -> tuple[Passage, ...]:
        """From the words copied to those published."""
        return differences(self.former or self.mine, self.new)


@dataclass(frozen=True, slots=True)
class Listed:
    """What the entry no longer says, and what it says instead, of something no text holds: sources, requirements."""

    label: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewording:
    """The published revision of the entry of one row, later than the one copied, which is `copied`.

    `declined` is the last revision that was read here and left aside. `checked` tells the dates of the last reading of
    the sources, when they differ.
    """

    key: int
    title: str
    revision: int
    revised_on: date
    copied: int
    declined: int
    words: tuple[Words, ...]
    others: tuple[Listed, ...]
    checked: Listed | None

    @property
    def changed(self) -> tuple[Words, ...]:
        """The texts that taking the new wording would replace."""
        return tuple(words for words in self.words if words.changed)

    @property
    def adapted(self) -> tuple[Words, ...]:
        """Those of them that somebody here wrote: they are not replaced without asking."""
        return tuple(words for words in self.changed if words.adapted)

    @property
    def is_declined(self) -> bool:
        """Whether this very revision was read and left aside."""
        return self.declined >= self.revision

    @property
    def is_news(self) -> bool:
        """Whether those who write are to be told: a date of reading alone is no new wording."""
        return bool(self.changed or self.others) and not self.is_declined

    @property
    def named(self) -> str:
        """« révision 4, 21 novembre 2026 »."""
        return f"révision\u00a0{self.revision}, {date_words(self.revised_on)}"
