"""The table of contents: linked lines that flow over as many pages as they need."""

from collections.abc import Mapping
from dataclasses import replace

from strategy.document import walk
from strategy.document.model import Document
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack, TextBox
from strategy.renderers.pdf.glyphs import drawable
from strategy.renderers.pdf.lines import Span, break_lines
from strategy.renderers.pdf.references import NUMBER_WIDTH, ContentsLine
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.text import text_box
from strategy.renderers.wording import CONTENTS

ANCHOR = " sommaire"
"""No section can have it: their anchors hold no space."""
_FORMS = ((3, styles.CONTENTS), (3, styles.CONTENTS_CLOSE), (2, styles.CONTENTS_CLOSE))
"""The deepest level and the style, tried until all lines fit a page; the last may take more."""
_INDENT = 16.0


def contents_boxes(document: Document, root: Element, titles: Mapping[str, str]) -> list[Box]:
    """A heading, and a line for each section but the cards and what lies below the third level, or the second."""
    for deepest, style in _FORMS:
        boxes = _boxes(document, Element("Sect", root), titles, deepest, style)
        if Stack(tuple(boxes)).height <= styles.HEIGHT:
            break
    return boxes


def _boxes(
    document: Document, part: Element, titles: Mapping[str, str], deepest: int, style: styles.Style
) -> list[Box]:
    table = Element("TOC", part)
    lines: list[Box] = [
        _line(visit.section.anchor, titles, visit.level, table, style)
        for visit in walk.sections(document)
        if not visit.section.card and visit.level <= deepest
    ]
    heading = text_box(
        CONTENTS, styles.HEADINGS[0], Element("H1", part), styles.WIDTH, keep_with_next=True, anchor=ANCHOR
    )
    return [heading, *lines] if lines else []


def _line(
    anchor: str, titles: Mapping[str, str], level: int, table: Element, style: styles.Style
) -> ContentsLine:
    style = replace(style, strong=level == 1)
    reference = Element("Reference", Element("TOCI", table))
    link = Element("Link", reference, target=f"#{anchor}")
    text, face = drawable(titles[anchor], style.strong)
    indent = _INDENT * (level - 1)
    width = styles.WIDTH - indent - NUMBER_WIDTH
    lines = tuple(break_lines([Span(f"{text} ", face, link)], style.size, width))  # or « Actions4 » is read
    title = TextBox(lines, style, reference, width)
    return ContentsLine(title, link, indent, above=5.0 if level == 1 else 0.0)
