"""What differs between two records, field by field and row by row: enough to rebuild the second from the first."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from strategy.document.draft import ActorData, PlanData
from strategy.document.measures import (
    BudgetYearData,
    ChoiceData,
    IndicatorData,
    IndicatorYearData,
    ObjectiveData,
)
from strategy.document.model import Document, State, Trace, TraceRow
from strategy.document.record import BodyRecord, EquipmentRecord, Record
from strategy.document.walk import sections

Key = tuple[Hashable, int]
"""What names a row, then its rank among those of the same name: nothing forbids two actors of one name."""
Plain = TypeVar("Plain")

NAMES: dict[type, Callable[[Any], Hashable]] = {
    BodyRecord: lambda row: (row.kind, row.code or row.name),
    ActorData: lambda row: row.name,
    EquipmentRecord: lambda row: row.ref,
    PlanData: lambda row: row.key,
    ObjectiveData: lambda row: row.key,
    ChoiceData: lambda row: row.key,
    IndicatorData: lambda row: row.key,
    BudgetYearData: lambda row: row.year,
    IndicatorYearData: lambda row: row.year,
}
"""What names a row of each kind from one version to the next: its number, its year, its code or its name."""


@dataclass(frozen=True, slots=True)
class Value:
    """A field that says something else."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Inside:
    """A part that is there on both sides, and changed."""

    field: str
    changes: tuple["Change", ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that is there on both sides: its key, as it was, as it is, and what changed."""

    key: Key
    before: Any
    after: Any
    changes: tuple["Change", ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a field. `order` names all those that are there after; `moved` says that kept rows changed places."""

    field: str
    added: tuple[Any, ...]
    removed: tuple[Any, ...]
    changed: tuple[Changed, ...]
    order: tuple[Key, ...]
    moved: bool


Change = Value | Inside | Rows


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two records; false when nothing does."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def rows(self, field: str) -> Rows:
        """What became of the rows of a field of the record, such as `choices`."""
        found = self._at(field)
        return found if isinstance(found, Rows) else Rows(field, (), (), (), (), moved=False)

    def inside(self, field: str) -> tuple[Change, ...]:
        """What changed in a part of the record, such as `governance`, when it is there on both sides."""
        found = self._at(field)
        return found.changes if isinstance(found, Inside) else ()

    def value(self, field: str) -> Value | None:
        """A part of the record that appeared or went."""
        found = self._at(field)
        return found if isinstance(found, Value) else None

    def _at(self, field: str) -> Change | None:
        return next((change for change in self.changes if change.field == field), None)


def compare(before: Record, after: Record) -> Difference:
    """What makes `after` out of `before`; empty when they are equal."""
    return Difference(tuple(_changes(before, after)))


def apply(difference: Difference, before: Record) -> Record:
    """The record that `before` was compared with: `apply(compare(a, b), a) == b`."""
    return _applied(difference.changes, before)


def _changes(before: Any, after: Any) -> Iterator[Change]:
    """What differs between two values of the same dataclass."""
    for entry in fields(before):
        old, new = getattr(before, entry.name), getattr(after, entry.name)
        if old == new:
            continue
        if _are_rows(old) and _are_rows(new):
            yield _rows(entry.name, old, new)
        elif is_dataclass(old) and type(old) is type(new):
            yield Inside(entry.name, tuple(_changes(old, new)))
        else:
            yield Value(entry.name, old, new)


def _are_rows(value: Any) -> bool:
    return isinstance(value, tuple) and all(type(row) in NAMES for row in value)


def _rows(field: str, old: Sequence[Any], new: Sequence[Any]) -> Rows:
    former, latter = keyed(old), keyed(new)
    kept = [key for key in latter if key in former]
    return Rows(
        field=field,
        added=tuple(row for key, row in latter.items() if key not in former),
        removed=tuple(row for key, row in former.items() if key not in latter),
        changed=tuple(
            Changed(key, former[key], latter[key], tuple(_changes(former[key], latter[key])))
            for key in kept
            if former[key] != latter[key]
        ),
        order=tuple(latter),
        moved=kept != [key for key in former if key in latter],
    )


def keyed(rows: Sequence[Any]) -> dict[Key, Any]:
    """The rows by key, in their order."""
    seen: Counter[Hashable] = Counter()
    found: dict[Key, Any] = {}
    for row in rows:
        name = NAMES[type(row)](row)
        found[name, seen[name]] = row
        seen[name] += 1
    return found


def _applied(changes: Sequence[Change], before: Plain) -> Plain:
    values = {change.field: _value(change, getattr(before, change.field)) for change in changes}
    return replace(before, **values)  # type: ignore[type-var]


def _value(change: Change, before: Any) -> Any:
    match change:
        case Value(after=after):
            return after
        case Inside(changes=changes):
            return _applied(changes, before)
    rows = keyed(before)
    rows |= {changed.key: _applied(changed.changes, rows[changed.key]) for changed in change.changed}
    added = iter(change.added)
    return tuple(rows[key] if key in rows else next(added) for key in change.order)


@dataclass(frozen=True, slots=True)
class Answer:
    """A requirement of the decree whose state changed; None where a document does not tell it."""

    requirement: str
    title: str
    before: State | None
    after: State | None
    anchor: str | None

    @property
    def is_new(self) -> bool:
        """Whether it is answered now and was not."""
        return self.after is State.ANSWERED

    @property
    def is_lost(self) -> bool:
        """Whether it was answered and no longer is."""
        return self.before is State.ANSWERED


def answers(before: Document, after: Document) -> tuple[Answer, ...]:
    """The requirements whose state changed, in the order of the later document, then those it no longer tells."""
    former, latter = traced(before), traced(after)
    rows = {**latter, **{ref: row for ref, row in former.items() if ref not in latter}}
    states = [{ref: row.state for ref, row in traced.items()} for traced in (former, latter)]
    return tuple(
        Answer(ref, row.title, states[0].get(ref), states[1].get(ref), row.anchor)
        for ref, row in rows.items()
        if states[0].get(ref) is not states[1].get(ref)
    )


def traced(document: Document) -> dict[str, TraceRow]:
    """The rows of the traceability table, by requirement."""
    blocks = (block for visit in sections(document) for block in visit.section.blocks)
    return {row.requirement: row for block in blocks if isinstance(block, Trace) for row in block.rows}
