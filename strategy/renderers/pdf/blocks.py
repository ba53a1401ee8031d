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
    QrCode,
    Run,
    Table,
    Text,
    Timetable,
    Trace,
)
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Labelled, Stack
from strategy.renderers.pdf.charts import chart_box
from strategy.renderers.pdf.columns import column_widths, least_width
from strategy.renderers.pdf.facts import facts_boxes
from strategy.renderers.pdf.glyphs import LONGEST_STRING, shortened
from strategy.renderers.pdf.grid import Grid
from strategy.renderers.pdf.panels import NOTICES, Panel, inner_width
from strategy.renderers.pdf.qr import QrBox
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import Cell, Row, TableBox
from strategy.renderers.pdf.text import text_box
from strategy.renderers.pdf.timetables import timetable_box
from strategy.renderers.pdf.trace import trace_box
from strategy.renderers.wording import NOTICE_LABELS

_NO_ROW: tuple[Text, ...] = ((Run("Aucune ligne."),),)
_SHORT = 3
"""Lines of a paragraph that goes with what it announces."""
_INDENT = 16.0
_BESIDE_ROWS = 8
_BESIDE_LEAST, _BESIDE_MOST = 0.38, 0.48
"""Rows of a table that stands beside its chart, and shares of the width that it takes."""
_APART = 20.0


def block_boxes(
    block: Block,
    parent: Element,
    width: float,
    titles: Mapping[str, str],
    setting: styles.Setting = styles.OPEN,
) -> list[Box]:
    """The boxes of a block; `titles` are those of the sections, by anchor."""
    match block:
        case Paragraph():
            return _paragraph(block.text, parent, width, setting)
        case BulletList():
            return _list(block, parent, width, setting)
        case Notice():
            return [_notice(block, parent, width, setting)]
        case Facts():
            return facts_boxes(block, parent, width, setting)
        case Table():
            return [_table(block, parent, width, setting)]
        case Trace():
            return [trace_box(block, parent, width, titles)]
        case Chart():
            return _chart(block, parent, width, setting)
        case Timetable():
            return [timetable_box(block, parent, width)]
        case QrCode():
            alternative = shortened(typeset(block.alternative), LONGEST_STRING)
            return [QrBox(block, Element("Figure", parent, alternative=alternative))]


def _paragraph(text: Text, parent: Element, width: float, setting: styles.Setting) -> list[Box]:
    box = text_box(text, styles.TEXT, Element("P", parent), min(width, styles.MEASURE), above=setting.between)
    if not box.lines:
        return []
    announces = len(box.lines) <= _SHORT and text[-1].text.rstrip().endswith(":")
    return [replace(box, keep_with_next=announces)]


def _list(block: BulletList, parent: Element, width: float, setting: styles.Setting) -> list[Box]:
    numbering = "/Decimal" if block.ordered else "/Disc"
    element = Element("L", parent, attributes={"List": {"ListNumbering": numbering}})
    indent = _INDENT if len(block.items) < 100 else 2 * _INDENT
    boxes: list[Box] = []
    for index, item in enumerate(block.items):
        entry = Element("LI", element)
        mark = f"{index + 1}." if block.ordered else "•"
        label = text_box(mark, styles.TEXT, Element("Lbl", entry), indent)
        body = text_box(item, styles.TEXT, Element("LBody", entry), min(width, styles.MEASURE) - indent)
        boxes.append(Labelled(label, body, indent, above=setting.item if index else setting.between))
    return boxes


def _notice(block: Notice, parent: Element, width: float, setting: styles.Setting) -> Panel:
    look = NOTICES[block.kind]
    named = bool(block.text) and block.text[0].strong  # such a remark says itself what it is
    label = () if named else (Run(NOTICE_LABELS[block.kind], strong=True),)
    text = (*label, *block.text)
    body = text_box(text, styles.TEXT, Element("P", parent), min(inner_width(look, width), styles.MEASURE))
    return Panel(Stack((body,), together=True), look, width, above=setting.between + 3)


def _table(block: Table, parent: Element, width: float, setting: styles.Setting) -> TableBox:
    widths = column_widths(block, _cell_style(block), width)
    numeric = [column.numeric for column in block.columns]
    grid = Grid(block.caption, widths, numeric, parent, setting, block.compact)
    rows = [
        [
            partial(_cell, text, block.row_headers and index == 0, numeric[index], block.compact)
            for index, text in enumerate(row)
        ]
        for row in block.rows or (_NO_ROW + ((),) * (len(widths) - 1),)
    ]
    return grid.build([column.label for column in block.columns], rows, block.row_headers)


def _chart(block: Chart, parent: Element, width: float, setting: styles.Setting) -> list[Box]:
    """The caption, the drawing, and the numbers it is drawn from; in a card beside it, if they are few."""
    least = least_width(block.data, _cell_style(block.data), width * _BESIDE_MOST)
    few = len(block.data.rows) <= _BESIDE_ROWS and least <= width * _BESIDE_MOST
    beside = setting.paired and block.kind == "lines" and few
    right = max(least, width * _BESIDE_LEAST) if beside else width
    left = width - right - _APART if beside else width
    alternative = shortened(typeset(" ".join(block.alternative.split())), LONGEST_STRING)
    above = setting.between + 5
    caption = text_box(
        block.caption, setting.caption, Element("Caption", parent), left, above=above, keep_with_next=True
    )
    drawing = chart_box(block, Element("Figure", parent, alternative=alternative), left)
    drawn: list[Box] = [*([caption] if caption.lines else []), drawing]
    table = _table(block.data, parent, right, setting)
    if not beside:
        return [*drawn, table]
    cells = (Cell(Stack(tuple(drawn)), 0.0, None), Cell(Stack((table,)), left + _APART, None))
    return [Row(cells, width, ruled=False, above=above, padding=0.0)]


def _cell_style(table: Table) -> styles.Style:
    return styles.close(styles.CELL) if table.compact else styles.CELL


def _cell(text: Text, strong: bool, numeric: bool, compact: bool, cell: Element, width: float) -> list[Box]:
    style = styles.FIGURES if numeric else styles.CELL_STRONG if strong else styles.CELL
    return [text_box(text, styles.close(style) if compact else style, Element("P", cell), width)]
