"""What importing a table would do, row by row: created, changed, unchanged or refused."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reen.enums import Vocabulary
from reen.exchange.manners import Cell
from reen.models import Entry


class Outcome(Vocabulary):
    """What becomes of a row."""

    REFUSED = "refusee", "refusée"
    CREATED = "creee", "créée"
    CHANGED = "modifiee", "modifiée"
    UNCHANGED = "inchangee", "inchangée"


@dataclass(frozen=True)
class Change:
    """One field, before and after, in words."""

    header: str
    before: str
    after: str


@dataclass(frozen=True)
class Problem:
    """What is wrong in a row: the column, "" for the row as a whole, and how to mend it."""

    header: str
    message: str


@dataclass
class PlannedRow:
    """One row: its number in the file, the entry it is about and its draft if there is one, and what it would do.

    `dates_check`: it says on which day the source was opened.
    """

    number: int
    ref: str = ""
    title: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    entry: Any = None
    draft: Any = None
    adds_to_draft: bool = False
    dates_check: bool = False

    @property
    def outcome(self) -> Outcome:
        """Refused before anything else."""
        if self.problems:
            return Outcome.REFUSED
        if self.entry is None:
            return Outcome.CREATED
        return Outcome.CHANGED if self.changes else Outcome.UNCHANGED


@dataclass(frozen=True)
class Plan:
    """Every row, in the order of the file."""

    model: type[Entry]
    rows: tuple[PlannedRow, ...]

    def count(self, outcome: Outcome) -> int:
        """How many rows have that outcome."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def dated(self) -> int:
        """How many rows say on which day the source was opened, which somebody has to vouch for."""
        return sum(row.dates_check for row in self.rows)

    @property
    def is_possible(self) -> bool:
        """Whether there is something to do, and nothing to refuse."""
        return not self.count(Outcome.REFUSED) and self.count(Outcome.UNCHANGED) < len(self.rows)

    @property
    def digest(self) -> str:
        """Changes when what was shown is no longer what would be done."""
        told = [
            [row.number, row.ref, row.outcome, row.entry and row.entry.latest_revision_id, str(row.changes)]
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def words(cell: Cell) -> str:
    """A cell as it is read on a screen."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
