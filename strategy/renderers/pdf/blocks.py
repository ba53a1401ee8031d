"""One function per kind of block: from its meaning to tagged boxes of a given width."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from reen.typography import typeset
from strategy.document.model import (
    Block,
    BulletList,
    Chart,
    Facts,
    Notice,
    Paragraph,
    Run,
    Table,
    Text,
    Timetable,
    Trace,
)
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Labelled, Stack
from strategy.renderers.pdf.charts import chart_box
from strategy.renderers.pdf.glyphs import LONGEST_STRING, shortened
from strategy.renderers.pdf.grid import Grid
from strategy.renderers.pdf.panels import NOTICES, Panel, inner_width
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import CLOSE, GUTTER, PADDING, Cell, Row, column_widths
from strategy.renderers.pdf.text import text_box
from strategy.renderers.pdf.timetables import timetable_box
from strategy.renderers.pdf.trace import trace_box

_NOTICE_LABELS = {"info": "À savoir. ", "attention": "Point d’attention. "}
_NO_ROW: tuple[Text, ...] = ((Run("Aucune ligne."),),)
_SHORT = 3
"""Lines of a paragraph that goes with what it announces."""
_INDENT = 16.0
_LABEL_SHARE = 0.27


def block_boxes(block: Block, parent: Element, width: float, titles: Mapping[str, str]) -> list[Box]:
    """The boxes of a block; `titles` are those of the sections, by anchor."""
    match block:
        case Paragraph():
            return _paragraph(block.text, parent, width)
        case BulletList():
            return _list(block, parent, width)
        case Notice():
            return [_notice(block, parent, width)]
        case Facts():
            return _facts(block, parent, width)
        case Table():
            return [_table(block, parent, width)]
        case Trace():
            return [trace_box(block, parent, width, titles)]
        case Chart():
            return _chart(block, parent, width)
        case Timetable():
            return [timetable_box(block, parent, width)]


def _paragraph(text: Text, parent: Element, width: float) -> list[Box]:
    box = text_box(text, styles.TEXT, Element("P", parent), min(width, styles.MEASURE), above=styles.BETWEEN)
    if not box.lines:
        return []
    announces = len(box.lines) <= _SHORT and text[-1].text.rstrip().endswith(":")
    return [replace(box, keep_with_next=announces)]


def _list(block: BulletList, parent: Element, width: float) -> list[Box]:
    numbering = "/Decimal" if block.ordered else "/Disc"
    element = Element("L", parent, attributes={"List": {"ListNumbering": numbering}})
    indent = _INDENT if len(block.items) < 100 else 2 * _INDENT
    boxes: list[Box] = []
    for index, item in enumerate(block.items):
        entry = Element("LI", element)
        mark = f"{index + 1}." if block.ordered else "•"
        label = text_box(mark, styles.TEXT, Element("Lbl", entry), indent)
        body = text_box(item, styles.TEXT, Element("LBody", entry), min(width, styles.MEASURE) - indent)
        boxes.append(Labelled(label, body, indent, above=3.0 if index else styles.BETWEEN))
    return boxes


def _notice(block: Notice, parent: Element, width: float) -> Panel:
    look = NOTICES[block.kind]
    named = bool(block.text) and block.text[0].strong  # such a remark says itself what it is
    label = () if named else (Run(_NOTICE_LABELS[block.kind], strong=True),)
    text = (*label, *block.text)
    body = text_box(text, styles.TEXT, Element("P", parent), min(inner_width(look, width), styles.MEASURE))
    return Panel(Stack((body,), together=True), look, width, above=styles.BETWEEN + 3)


def _facts(block: Facts, parent: Element, width: float) -> list[Box]:
    """A list of labels and bodies: how PDF 1.7 tags terms and their values."""
    element = Element(
        "L", parent, title=shortened(block.caption), attributes={"List": {"ListNumbering": "/None"}}
    )
    label_width = width * _LABEL_SHARE
    x = label_width + GUTTER
    rows: list[Box] = []
    for index, fact in enumerate(block.facts):
        entry = Element("LI", element)
        label, body = Element("Lbl", entry), Element("LBody", entry)
        cells = (
            Cell(Stack((text_box(fact.label, styles.LABEL, label, label_width),)), 0.0, label),
            Cell(Stack((text_box(fact.text, styles.TEXT, body, width - x),)), x, body),
        )
        last = index == len(block.facts) - 1
        rows.append(Row(cells, width, ruled=not last, above=0.0 if index else styles.BETWEEN))
    return rows


def _table(block: Table, parent: Element, width: float) -> Box:
    widths = column_widths([column.weight for column in block.columns], width)
    numeric = [column.numeric for column in block.columns]
    grid = Grid(block.caption, widths, numeric, parent, CLOSE if block.compact else PADDING)
    rows = [
        [
            partial(_cell, text, block.row_headers and index == 0, numeric[index], block.compact)
            for index, text in enumerate(row)
        ]
        for row in block.rows or (_NO_ROW + ((),) * (len(widths) - 1),)
    ]
    return grid.build([column.label for column in block.columns], rows, block.row_headers)


def _chart(block: Chart, parent: Element, width: float) -> list[Box]:
    """The caption, the drawing, and the numbers it is drawn from."""
    alternative = shortened(typeset(" ".join(block.alternative.split())), LONGEST_STRING)
    caption = text_box(
        block.caption,
        styles.CAPTION,
        Element("Caption", parent),
        width,
        above=styles.BETWEEN + 5,
        keep_with_next=True,
    )
    drawing = chart_box(block, Element("Figure", parent, alternative=alternative), width)
    return [*([caption] if caption.lines else []), drawing, _table(block.data, parent, width)]


def _cell(text: Text, strong: bool, numeric: bool, compact: bool, cell: Element, width: float) -> list[Box]:
    style = styles.FIGURES if numeric else styles.CELL_STRONG if strong else styles.CELL
    return [text_box(text, styles.close(style) if compact else style, Element("P", cell), width)]
