"""What a document says of each requirement: its state, where and on which page it is answered, since which version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from strategy.document import walk
from strategy.document.model import Document, Section, State, Trace, TraceRow

Pages = Mapping[str, int]
"""The page that each section begins on, by anchor."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A requirement as every table shows it; `section` is the title of `anchor`, `page` its page where it is known."""

    requirement: str
    title: str
    basis: str
    state: State
    reason: str
    anchor: str | None
    section: str
    page: int | None
    since: int | None

    @property
    def since_words(self) -> str:
        """« depuis la version 2 », empty when no version tells."""
        return since_words(self.since)


def standings(document: Document, pages: Pages | None = None) -> tuple[Standing, ...]:
    """Every requirement once, in the order of the decree; `pages` come from the file that is read beside."""
    titles = {visit.section.anchor: visit.section.title for visit in walk.sections(document)}
    known = pages or {}
    return tuple(
        Standing(
            requirement=row.requirement,
            title=row.title,
            basis=row.basis,
            state=row.state,
            reason=row.reason,
            anchor=row.anchor,
            section=titles.get(row.anchor, "") if row.anchor else "",
            page=known.get(row.anchor) if row.anchor else None,
            since=row.since,
        )
        for row in rows_of(document)
    )


def since_words(number: int | None) -> str:
    """« depuis la version 2 »."""
    return f"depuis la version\u00a0{number}" if number else ""


def rows_of(document: Document) -> tuple[TraceRow, ...]:
    """The requirements as the document tells them."""
    return tuple(
        row
        for visit in walk.sections(document)
        for block in visit.section.blocks
        if isinstance(block, Trace)
        for row in block.rows
    )


def dated(document: Document, before: Document | None, number: int | None) -> Document:
    """The document with, by each requirement, since which version its state is what it is.

    `before` is the version that comes just before, `number` that of this one: what it changed is told since then,
    or by nobody yet while the document is a draft without number.
    """
    earlier = {row.requirement: row for row in rows_of(before)} if before else {}

    def told(row: TraceRow) -> TraceRow:
        last = earlier.get(row.requirement)
        return replace(row, since=last.since if last and last.state is row.state else number)

    return retraced(document, told)


def undated(document: Document) -> Document:
    """The document without what it says of earlier versions."""
    return retraced(document, lambda row: replace(row, since=None))


def retraced(document: Document, mend: Callable[[TraceRow], TraceRow]) -> Document:
    """The document, each requirement mended."""
    return replace(document, sections=tuple(_retraced(section, mend) for section in document.sections))


def _retraced(section: Section, mend: Callable[[TraceRow], TraceRow]) -> Section:
    blocks = tuple(
        replace(block, rows=tuple(map(mend, block.rows))) if isinstance(block, Trace) else block
        for block in section.blocks
    )
    parts = tuple(_retraced(part, mend) for part in section.sections)
    return replace(section, blocks=blocks, sections=parts)
