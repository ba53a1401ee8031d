"""A document read on a screen: its sections in their order, in leaves light enough for a phone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from strategy.document.model import Document, Section, TraceRow
from strategy.document.reviewing import Target
from strategy.document.tracing import rows_of
from strategy.document.walk import Visit, sections, texts, visits

MOST = 500
"""Texts a leaf holds, but for a section that holds more by itself."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Sections that follow one another, from one chapter; `number` and `of` count the leaves of that chapter.

    Each visit is shown with its own blocks: the sections it holds are the next visits, or on the next leaf.
    """

    chapter: Section
    visits: tuple[Visit, ...]
    number: int
    of: int

    @property
    def anchor(self) -> str:
        """The anchor that the leaf is known by."""
        return self.visits[0].section.anchor


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
    places = {visit.section.anchor: place for place, leaf in enumerate(leaves) for visit in leaf.visits}
    known = {visit.section.anchor: visit.section for visit in sections(document)}
    return Reading(document, leaves, MappingProxyType(places), MappingProxyType(known), rows_of(document))


def leaves_of(chapter: Section) -> Iterator[Leaf]:
    """One leaf, or as many as the chapter's weight asks for."""
    groups: list[list[Visit]] = [[]]
    weight = 0
    for visit in visits((chapter,)):
        its = sum(1 for _ in texts(visit.section.blocks)) + 1
        if groups[-1] and weight + its > MOST:
            groups.append([])
            weight = 0
        groups[-1].append(visit)
        weight += its
    for number, group in enumerate(groups, start=1):
        yield Leaf(chapter, tuple(group), number, len(groups))
