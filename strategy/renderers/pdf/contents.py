"""The table of contents: linked lines that flow over as many pages as they need."""

from collections.abc import Mapping

from strategy.document import walk
from strategy.document.model import Document
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, TextBox
from strategy.renderers.pdf.glyphs import drawable
from strategy.renderers.pdf.lines import Span, break_lines
from strategy.renderers.pdf.references import NUMBER_WIDTH, ContentsLine
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.text import text_box

TITLE = "Sommaire"
ANCHOR = " sommaire"
"""No section can have it: their anchors hold no space."""
_DEEPEST = 3
_INDENT = 16.0


def contents_boxes(document: Document, root: Element, titles: Mapping[str, str]) -> list[Box]:
    """A heading, and a line for each section but the cards and what lies below the third level."""
    part = Element("Sect", root)
    table = Element("TOC", part)
    lines: list[Box] = [
        _line(visit.section.anchor, titles, visit.level, table)
        for visit in walk.sections(document)
        if not visit.section.card and visit.level <= _DEEPEST
    ]
    heading = text_box(
        TITLE, styles.HEADINGS[0], Element("H1", part), styles.WIDTH, keep_with_next=True, anchor=ANCHOR
    )
    return [heading, *lines] if lines else []


def _line(anchor: str, titles: Mapping[str, str], level: int, table: Element) -> ContentsLine:
    style = styles.CONTENTS_STRONG if level == 1 else styles.CONTENTS
    reference = Element("Reference", Element("TOCI", table))
    link = Element("Link", reference, target=f"#{anchor}")
    text, face = drawable(titles[anchor], style.strong)
    indent = _INDENT * (level - 1)
    width = styles.WIDTH - indent - NUMBER_WIDTH
    lines = tuple(break_lines([Span(f"{text} ", face, link)], style.size, width))  # or « Actions4 » is read
    title = TextBox(lines, style, reference, width)
    return ContentsLine(title, link, indent, above=6.0 if level == 1 else 0.0)
