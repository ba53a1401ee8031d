"""Timetables: a table of what and when in words, and beside it the same as bars over the years, for the eye."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from strategy.document.model import Run, Span, Timetable
from strategy.document.scales import Years, years
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack
from strategy.renderers.pdf.grid import header_cell
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import GUTTER, REPEATABLE, Cell, Row, TableBox
from strategy.renderers.pdf.text import text_box

_LABELS = ("Quoi", "Quand")
_SHARES = (0.36, 0.24)
_BAR = 7.0
_NO_BREAK = 100.0
"""Wider than any year."""
_EMPTY = Span((Run("Aucune ligne."),), "")


@dataclass(frozen=True, slots=True)
class Bar:
    """A span over the years; the side it is not known on is drawn open, as an arrow."""

    span: Span
    years: Years
    width: float
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return styles.CELL.leading

    def split(self, room: float, least: float) -> "tuple[Bar | None, Bar | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        if self.span.start is None and self.span.end is None:
            return
        bottom = y - (self.height + _BAR) / 2
        left, right = (share * self.width for share in self.years.reach(self.span))
        if self.span.start is not None and self.span.end is not None:
            pen.rectangle(x + left, bottom, max(right - left, 2.0), _BAR, styles.ACCENT)
        else:
            self._draw_open(pen, x + left, x + right, bottom)

    def _draw_open(self, pen: Pen, left: float, right: float, bottom: float) -> None:
        middle = bottom + _BAR / 2
        known, open_end, forth = (left, right, 1) if self.span.start is not None else (right, left, -1)
        pen.rectangle(known - 1.25, bottom, 2.5, _BAR, styles.ACCENT)
        canvas = pen.ornament()
        canvas.setStrokeColor(styles.ACCENT)
        canvas.setLineWidth(1.6)
        canvas.setDash(4, 2.5)
        canvas.line(known, middle, open_end - forth * 2, middle)
        canvas.setDash()
        tip = open_end - forth * 1.0
        canvas.lines([(tip - forth * 4, middle + side * 3, tip, middle) for side in (1, -1)])


def timetable_box(block: Timetable, parent: Element, width: float) -> TableBox:
    """The table; without any known day it has no bars."""
    return _Builder(block, parent, width).build()


class _Builder:
    """A timetable being built in `parent`."""

    def __init__(self, block: Timetable, parent: Element, width: float) -> None:
        self.block = block
        self.width = width
        self.table = Element("Table", parent)
        room = width - 2 * GUTTER
        self.years = years(block.spans)
        self.band = room * (1 - sum(_SHARES))
        shares = _SHARES if self.years else [share / sum(_SHARES) for share in _SHARES]
        self.widths = [share * room for share in shares]
        self.xs = [0.0, self.widths[0] + GUTTER, sum(self.widths) + 2 * GUTTER]

    def build(self) -> TableBox:
        caption = text_box(
            self.block.caption,
            styles.CAPTION,
            Element("Caption", self.table),
            self.width,
            keep_with_next=True,
        )
        header = self._header(Element("TR", Element("THead", self.table)))
        body = Element("TBody", self.table)
        rows: list[Row] = []
        for group, spans in groupby(self.block.spans or (_EMPTY,), key=lambda span: span.group):
            named = self._group(group, Element("TR", body)) if group.strip() else None
            rows += [*([named] if named else []), *(self._row(span, Element("TR", body)) for span in spans)]
        repeat = self._header(None) if header.height <= REPEATABLE else None
        boxes: list[Box] = [*([caption] if caption.lines else []), header, *rows]
        return TableBox(tuple(boxes), repeat, above=styles.BETWEEN + 5)

    def _header(self, row: Element | None) -> Row:
        cells = []
        for label, width, x in zip(_LABELS, self.widths, self.xs, strict=False):
            element = header_cell(row, "Column") if row else None
            content = text_box(label, styles.CELL_STRONG, Element("P", element) if element else None, width)
            cells.append(Cell(Stack((content,)), x, element))
        for year, x in self._marks():  # artifacts: the periods are told in words
            cells.append(
                Cell(Stack((text_box(f"{year:04}", styles.CELL_STRONG, None, _NO_BREAK),)), x + 3, None)
            )
        return self._ruled(cells, header=True, keep_with_next=True)

    def _group(self, name: str, row: Element) -> Row:
        element = header_cell(row, "Column", span=len(_LABELS))  # of what is below it, until the next
        content = text_box(name, styles.CELL_GROUP, Element("P", element), self.xs[2] - GUTTER)
        return self._ruled([Cell(Stack((content,)), 0.0, element)], keep_with_next=True)

    def _row(self, span: Span, row: Element) -> Row:
        what, when = header_cell(row, "Row"), Element("TD", row)
        cells = [
            Cell(Stack((text_box(span.label, styles.CELL, Element("P", what), self.widths[0]),)), 0.0, what),
            Cell(
                Stack((text_box(span.words, styles.CELL, Element("P", when), self.widths[1]),)),
                self.xs[1],
                when,
            ),
        ]
        if self.years:
            cells.append(Cell(Stack((Bar(span, self.years, self.band),)), self.xs[2], None))
        return self._ruled(cells)

    def _ruled(self, cells: Iterable[Cell], **options: bool) -> Row:
        return Row(tuple(cells), self.width, uprights=tuple(x for _, x in self._marks()), **options)

    def _marks(self) -> list[tuple[int, float]]:
        """The years written in the header, and where they begin."""
        if self.years is None:
            return []
        each, first = self.band / self.years.count, self.years.first
        return [(year, self.xs[2] + (year - first) * each) for year in self.years.marked()]
