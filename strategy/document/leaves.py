"""A document read on a screen: its sections in their order, in leaves light enough for a phone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from strategy.document.model import (
    Block,
    BulletList,
    Document,
    Facts,
    Section,
    Table,
    Timetable,
    Trace,
    TraceRow,
)
from strategy.document.reviewing import Target
from strategy.document.tracing import rows_of
from strategy.document.walk import Visit, sections, texts, visits

Thing = TypeVar("Thing")
MOST = 500
"""What a leaf weighs, in short texts, but for one row that weighs more by itself."""
SHORT = 120
"""Characters of a text that weighs one."""
LISTS = {BulletList: "items", Facts: "facts", Table: "rows", Timetable: "spans", Trace: "rows"}
"""Blocks that are cut between two lines, and where their lines are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A section as a leaf shows it: all of its own blocks, or `part` of `of` where they are too many for one leaf.

    The sections that it holds are the next pieces, or on the next leaf.
    """

    section: Section
    level: int
    blocks: tuple[Block, ...]
    part: int = 1
    of: int = 1

    @property
    def anchor(self) -> str:
        """The anchor of the section, or what its following parts are known by: no section has a tilde in its own."""
        return self.section.anchor if self.part == 1 else f"{self.section.anchor}~{self.part}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """Pieces that follow one another, from one chapter; `number` and `of` count the leaves of that chapter."""

    chapter: Section
    pieces: tuple[Piece, ...]
    number: int
    of: int

    @property
    def anchor(self) -> str:
        """The anchor that the leaf is known by."""
        return self.pieces[0].anchor


@dataclass(frozen=True, slots=True)
class Reading:
    """A document ready to be read: its leaves, and where each anchor is."""

    document: Document
    leaves: tuple[Leaf, ...]
    places: Mapping[str, int]
    sections: Mapping[str, Section]
    trace: tuple[TraceRow, ...]

    def leaf(self, anchor: str) -> Leaf | None:
        """The leaf that holds the section of that anchor."""
        place = self.places.get(anchor)
        return None if place is None else self.leaves[place]

    def beside(self, leaf: Leaf) -> tuple[Leaf | None, Leaf | None]:
        """The leaves before and after one."""
        place = self.places[leaf.anchor]
        before = self.leaves[place - 1] if place else None
        return before, self.leaves[place + 1] if place + 1 < len(self.leaves) else None

    def requirement(self, ref: str) -> TraceRow | None:
        """How the document answers a requirement."""
        return next((row for row in self.trace if row.requirement == ref), None)

    def target(self, *, anchor: str = "", requirement: str = "") -> Target | None:
        """What a remark on a requirement, or else on a section, is about; None where the document has no such place."""
        if requirement:
            row = self.requirement(requirement)
            return Target(row.title, requirement, row.anchor or "") if row else None
        section = self.sections.get(anchor)
        return Target(section.title, anchor=anchor) if section else None


def reading(document: Document) -> Reading:
    """The document cut in leaves."""
    leaves = tuple(leaf for chapter in document.sections for leaf in leaves_of(chapter))
    places = {piece.anchor: place for place, leaf in enumerate(leaves) for piece in leaf.pieces}
    known = {visit.section.anchor: visit.section for visit in sections(document)}
    return Reading(document, leaves, MappingProxyType(places), MappingProxyType(known), rows_of(document))


def leaves_of(chapter: Section) -> Iterator[Leaf]:
    """One leaf, or as many as the chapter's weight asks for."""
    pieces = (piece for visit in visits((chapter,)) for piece in pieces_of(visit))
    groups = list(packed((run, sum(weight(piece.blocks) + 1 for piece in run)) for run in led(pieces)))
    for number, group in enumerate(groups, start=1):
        yield Leaf(chapter, tuple(piece for run in group for piece in run), number, len(groups))


def led(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Each piece that has blocks after the titles that lead to it: no leaf ends on a title."""
    run: list[Piece] = []
    for piece in pieces:
        run.append(piece)
        if piece.blocks:
            yield run
            run = []
    if run:
        yield run


def pieces_of(visit: Visit) -> Iterator[Piece]:
    """The section whole, or in parts that a leaf holds."""
    blocks = visit.section.blocks
    if weight(blocks) < MOST:
        yield Piece(visit.section, visit.level, blocks)
        return
    cut = (part for block in blocks for part in parts_of(block))
    parts = list(packed((part, weight(part)) for part in cut))
    for number, part in enumerate(parts, start=1):
        yield Piece(visit.section, visit.level, tuple(part), number, len(parts))


def parts_of(block: Block) -> Iterator[Block]:
    """The block, or several that have its lines between them."""
    name = LISTS.get(type(block))
    if name is None or weight(block) < MOST:
        yield block
        return
    for lines in packed((line, weight(line)) for line in getattr(block, name)):
        yield replace(block, **{name: tuple(lines)})  # type: ignore[arg-type]


def packed(weighed: Iterable[tuple[Thing, int]]) -> Iterator[list[Thing]]:
    """Things in their order, in groups that weigh no more than a leaf; one that weighs more is alone."""
    group: list[Thing] = []
    total = 0
    for thing, its in weighed:
        if group and total + its >= MOST:
            yield group
            group, total = [], 0
        group.append(thing)
        total += its
    yield group


def weight(value: object) -> int:
    """Its texts, a long one counting for several."""
    return sum(1 + len(text) // SHORT for _, text in texts(value))
