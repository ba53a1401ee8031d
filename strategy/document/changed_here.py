"""What became of one place of a document in a later version, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy.document.differences import Change, Passage, differences
from strategy.document.leaves import Reading
from strategy.document.model import (
    Block,
    BulletList,
    Chart,
    Facts,
    QrCode,
    Section,
    Table,
    Timetable,
    Trace,
)
from strategy.document.walk import words_of

CONTEXT = 160
"""Characters kept of unchanged words on each side of a change."""
LONGEST = 4_000
"""Characters shown of one change: a section may hold a table of many pages."""


@dataclass(frozen=True, slots=True)
class ChangedHere:
    """What changed; `gone` when the later version has no such place any more, no passage when nothing changed."""

    gone: bool = False
    passages: tuple[Passage, ...] = ()


def changed_here(former: Reading, new: Reading, *, anchor: str, requirement: str = "") -> ChangedHere:
    """Compares a section, and what the table of requirements says of one, between two versions."""
    rows = [reading.requirement(requirement) if requirement else None for reading in (former, new)]
    parts = [reading.sections.get(anchor) if anchor else None for reading in (former, new)]
    if anchor and parts[0] is not None and parts[1] is None:
        return ChangedHere(gone=True)
    if requirement and rows[0] is not None and rows[1] is None:
        return ChangedHere(gone=True)
    told = []
    for row, part in zip(rows, parts, strict=True):
        answered = [f"État\u00a0: {row.state.label}. {row.reason}"] if row is not None else []
        told.append("\n".join([*answered, *(lines(part) if part is not None else ())]))
    passages = differences(*told)
    if all(passage.change is Change.SAME for passage in passages):
        return ChangedHere()
    return ChangedHere(passages=tuple(shortened(passages)))


def shortened(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """The same, unchanged words far from any change left out, and the rest of what is very long."""
    last = len(passages) - 1
    for place, passage in enumerate(passages):
        text = passage.text
        if passage.change is not Change.SAME and len(text) > LONGEST:
            yield Passage(passage.change, f"{text[:LONGEST].rsplit(' ', 1)[0]} […]")
            continue
        if passage.change is not Change.SAME or len(text) <= 2 * CONTEXT:
            yield passage
            continue
        begin = "" if place == 0 else text[:CONTEXT].rsplit(" ", 1)[0]
        end = "" if place == last else text[-CONTEXT:].split(" ", 1)[-1]
        yield Passage(Change.SAME, f"{begin} […] {end}")


def lines(section: Section) -> Iterator[str]:
    """A section as lines of words: whole for a card, else its own blocks and the titles of what it holds."""
    yield section.title
    for block in section.blocks:
        yield from block_lines(block)
    for inner in section.sections:
        yield from lines(inner) if section.card else (inner.title,)


def block_lines(block: Block) -> Iterator[str]:
    """The words of a block, a line for each item, fact or row."""
    match block:
        case BulletList():
            yield from (words_of(item) for item in block.items)
        case Facts():
            yield from (f"{fact.label}\u00a0: {words_of(fact.text)}" for fact in block.facts)
        case Table():
            yield from (" | ".join(words_of(cell) for cell in row) for row in block.rows)
        case Trace():
            yield from (f"{row.title}\u00a0: {row.state.label}. {row.reason}" for row in block.rows)
        case Chart():
            yield from block_lines(block.data)
        case Timetable():
            yield from (f"{words_of(span.label)}\u00a0: {span.words}" for span in block.spans)
        case QrCode():
            yield block.address
        case _:
            yield words_of(block.text)
