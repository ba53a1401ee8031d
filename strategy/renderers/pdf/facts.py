"""Labels and their values, one fact a row, or two short ones side by side where there is little room."""

from collections.abc import Iterator

from strategy.document.model import Fact, Facts
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack
from strategy.renderers.pdf.glyphs import shortened
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import GUTTER, Cell, Row
from strategy.renderers.pdf.text import text_box

_SHORT = 2
"""Lines of a label or a value that holds in half of a row."""
_GAP = 8.0
"""Between a label and its value."""
_FEW = 80
"""Characters of one that may."""

Pair = tuple[Cell, Cell]


def facts_boxes(block: Facts, parent: Element, width: float, setting: styles.Setting) -> list[Box]:
    """A list of labels and bodies: how PDF 1.7 tags terms and their values."""
    attributes: dict[str, dict[str, object]] = {"List": {"ListNumbering": "/None"}}
    element = Element("L", parent, title=shortened(block.caption), attributes=attributes)
    rows = list(_Rows(element, width, setting).of(block))
    return [
        Row(
            cells,
            width,
            ruled=index < len(rows) - 1,
            above=0.0 if index else setting.between,
            padding=setting.padding,
        )
        for index, cells in enumerate(rows)
    ]


class _Rows:
    """The rows of a list being built in `element`, in the order of the facts: from left to right, then down."""

    def __init__(self, element: Element, width: float, setting: styles.Setting) -> None:
        self.element = element
        self.width = width
        self.setting = setting
        self.label = width * setting.label
        self.half = (width - GUTTER) / 2

    def of(self, block: Facts) -> Iterator[tuple[Cell, ...]]:
        """The cells of each row."""
        waiting: tuple[Fact, Pair] | None = None
        for fact in block.facts:
            pair = self._short(fact, self.half + GUTTER if waiting else 0.0)
            if waiting and pair:
                yield (*waiting[1], *pair)
                waiting = None
                continue
            if waiting:
                yield self._pair(waiting[0], 0.0, self.width)
            waiting = (fact, pair) if pair else None
            if not pair:
                yield self._pair(fact, 0.0, self.width)
        if waiting:
            yield self._pair(waiting[0], 0.0, self.width)

    def _short(self, fact: Fact, x: float) -> Pair | None:
        """The fact in half of a row, if it holds there."""
        length = sum(len(run.text) for run in fact.text)
        if not self.setting.paired or max(length, len(fact.label)) > _FEW:
            return None
        pair = self._pair(fact, x, self.half)
        most = _SHORT * self.setting.fact.leading
        return pair if all(cell.content.height <= most for cell in pair) else None

    def _pair(self, fact: Fact, x: float, width: float) -> Pair:
        entry = Element("LI", self.element)
        label, body = Element("Lbl", entry), Element("LBody", entry)
        muted = styles.muted(self.setting.fact)
        beside = self.label + _GAP
        return (
            Cell(Stack((text_box(fact.label, muted, label, self.label),)), x, label),
            Cell(Stack((text_box(fact.text, self.setting.fact, body, width - beside),)), x + beside, body),
        )
