"""The legal traceability table: each requirement, its state, where it is answered and on which page."""

from collections.abc import Mapping
from functools import partial

from strategy.document.model import Run, Trace, TraceRow
from strategy.document.tracing import since_words
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box
from strategy.renderers.pdf.grid import Grid
from strategy.renderers.pdf.references import PageNumber
from strategy.renderers.pdf.signs import INDENT, Signed
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import GUTTER, TableBox
from strategy.renderers.pdf.text import text_box

_LABELS = ("Exigence", "État", "Réponse dans ce document", "Page")
_SHARES = (0.38, 0.16, 0.38, 0.08)


def trace_box(trace: Trace, parent: Element, width: float, titles: Mapping[str, str]) -> TableBox:
    """The table; `titles` are those of the sections, by anchor."""
    room = width - GUTTER * (len(_LABELS) - 1)
    grid = Grid(trace.caption, [room * share for share in _SHARES], (False, False, False, True), parent)
    rows = [
        (partial(_requirement, row), partial(_state, row), partial(_answer, row, titles), partial(_page, row))
        for row in trace.rows
    ]
    return grid.build(_LABELS, rows, row_headers=True)


def _requirement(row: TraceRow, cell: Element, width: float) -> list[Box]:
    return [
        text_box(row.title, styles.CELL_STRONG, Element("P", cell), width),
        text_box(row.basis, styles.NOTE, Element("P", cell), width),
    ]


def _state(row: TraceRow, cell: Element, width: float) -> list[Box]:
    signed = Signed(text_box(row.state.label, styles.CELL, Element("P", cell), width - INDENT), row.state)
    if row.since is None:
        return [signed]
    return [signed, text_box(since_words(row.since), styles.NOTE, Element("P", cell), width)]


def _answer(row: TraceRow, titles: Mapping[str, str], cell: Element, width: float) -> list[Box]:
    boxes: list[Box] = []
    if row.anchor is not None:
        link = (Run(titles[row.anchor], href=f"#{row.anchor}"),)
        boxes.append(text_box(link, styles.CELL, Element("P", cell), width))
    return [*boxes, text_box(row.reason, styles.CELL, Element("P", cell), width)]


def _page(row: TraceRow, cell: Element, width: float) -> list[Box]:
    paragraph = Element("P", cell)
    if row.anchor is None:
        return [text_box("—", styles.FIGURES, paragraph, width)]
    return [PageNumber(Element("Link", paragraph, target=f"#{row.anchor}"), styles.FIGURES, width)]
