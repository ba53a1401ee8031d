"""Builds tables: the tag tree of a table and its rows, from the boxes of each cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import GUTTER, REPEATABLE, Cell, Row, TableBox
from strategy.renderers.pdf.text import text_box

Fill = Callable[[Element, float], Sequence[Box]]
"""Gives the boxes of a cell, from its element and its width."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table being built in `parent`: the widths of its columns, and the style of each one's header."""

    caption: str
    widths: Sequence[float]
    numeric: Sequence[bool]
    parent: Element
    setting: styles.Setting = styles.OPEN
    compact: bool = False

    def build(self, labels: Sequence[str], rows: Sequence[Sequence[Fill]], row_headers: bool) -> TableBox:
        """The table, with caption and header cells; the first cell of a row is a header if `row_headers`."""
        table = Element("Table", self.parent)
        head, body = Element("THead", table), Element("TBody", table)
        caption = text_box(
            self.caption, self.setting.caption, Element("Caption", table), self._width(), keep_with_next=True
        )
        header = self._header(labels, Element("TR", head))
        boxes: list[Box] = [caption] if caption.lines else []
        boxes.append(header)
        boxes += [self._row(cells, Element("TR", body), row_headers) for cells in rows]
        repeat = self._header(labels, None) if header.height <= REPEATABLE else None
        return TableBox(tuple(boxes), repeat, above=self.setting.between + 4)

    def _header(self, labels: Sequence[str], row: Element | None) -> Row:
        cells = []
        for label, width, numeric, x in zip(
            labels, self.widths, self.numeric, self._positions(), strict=True
        ):
            style = styles.FIGURES_STRONG if numeric else styles.CELL_STRONG
            style = styles.close(style) if self.compact else style
            element = header_cell(row, "Column") if row else None
            content = Element("P", element) if element else None
            cells.append(Cell(Stack((text_box(label, style, content, width),)), x, element))
        return Row(tuple(cells), self._width(), header=True, keep_with_next=True, padding=self._padding())

    def _row(self, fills: Sequence[Fill], row: Element, row_headers: bool) -> Row:
        cells = []
        for index, (fill, width, x) in enumerate(zip(fills, self.widths, self._positions(), strict=True)):
            element = header_cell(row, "Row") if row_headers and index == 0 else Element("TD", row)
            cells.append(Cell(Stack(tuple(fill(element, width))), x, element))
        return Row(tuple(cells), self._width(), padding=self._padding())

    def _positions(self) -> list[float]:
        return [sum(self.widths[:index]) + GUTTER * index for index in range(len(self.widths))]

    def _padding(self) -> float:
        return min(self.setting.padding, styles.CARD.padding) if self.compact else self.setting.padding

    def _width(self) -> float:
        return sum(self.widths) + GUTTER * (len(self.widths) - 1)


def header_cell(row: Element, scope: str, span: int = 1) -> Element:
    """A header of its `Column` or `Row`, `span` columns wide."""
    attributes: dict[str, object] = {"Scope": f"/{scope}"}
    if span > 1:
        attributes["ColSpan"] = span
    return Element("TH", row, attributes={"Table": attributes})
