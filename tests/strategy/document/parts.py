"""Ways to read a part of a document in tests: its section, its words, its facts, its rows."""

from collections.abc import Iterable

from strategy.document import walk
from strategy.document.build import build
from strategy.document.draft import DraftData
from strategy.document.model import Document, Facts, Section, Table, Text
from tests.strategy.document.drafts import REQUIREMENTS

TECHNICAL = (
    *("anchor", "href", "kind", "ref", "requirement", "language", "revised_on", "changed_on"),
    *("value", "start", "end", "png"),
)
"""What people do not read: addresses, days as data, names of kinds."""


def document_of(data: DraftData) -> Document:
    return build(data, REQUIREMENTS)


def section(document: Document, anchor: str) -> Section:
    (found,) = (visit.section for visit in walk.sections(document) if visit.section.anchor == anchor)
    return found


def words(part: object) -> list[str]:
    """The texts people read in a part of a document: neither its vocabularies, nor its anchors, nor its record."""
    printed = [(path, text) for path, text in walk.texts(part) if not path.startswith("record.")]
    return [text for path, text in printed if type(text) is str and not path.endswith(TECHNICAL)]


def read(text: Text) -> str:
    """A text in a line."""
    return "".join(run.text for run in text)


def facts(part: Section) -> dict[str, str]:
    (block,) = (block for block in part.blocks if isinstance(block, Facts))
    return {fact.label: read(fact.text) for fact in block.facts}


def rows(part: Section) -> list[list[str]]:
    (table,) = (block for block in part.blocks if isinstance(block, Table))
    return cells(table.rows)


def cells(lines: Iterable[tuple[Text, ...]]) -> list[list[str]]:
    """Rows of texts as rows of words."""
    return [[read(cell) for cell in row] for row in lines]
