"""Rows of cells: a table's header is repeated on every page, a row longer than a page is cut across pages."""

from dataclasses import dataclass, replace

from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack, TextBox, fill, inner_least
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element

PADDING = styles.OPEN.padding
"""Above and below the text of a cell."""
GUTTER = 12.0
"""Between two columns."""
_TALL = styles.HEIGHT / 3
"""Rows taller than this may be cut."""
_SMALL = styles.HEIGHT / 3
"""Tables less tall than this are kept whole."""
REPEATABLE = styles.HEIGHT / 5
"""Header rows taller than this are not repeated."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Boxes in a column, `x` points from the left of the row; `element` joins the tag tree even if empty."""

    content: Stack
    x: float
    element: Element | None

    def split(self, room: float, least: float) -> "tuple[Cell, Cell]":
        """As a box's, but always two cells, either of which may be empty."""
        head, rest = self.content.split(room, least)
        empty = replace(self.content, boxes=())
        return replace(self, content=head or empty), replace(self, content=rest or empty)

    def reminder(self) -> "Cell":
        """What a row is about, again where it goes on: an artifact of two lines at most."""
        again = (box for box in self.content.boxes[:1] if isinstance(box, TextBox))
        muted = (
            replace(box, lines=box.lines[:2], element=None, style=replace(box.style, color=styles.MUTED))
            for box in again
        )
        return replace(self, content=replace(self.content, boxes=tuple(muted)))


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; below, a light rule if `ruled`, a strong one for a `header`.

    `uprights` are light lines from top to bottom, at these distances from the left.
    """

    cells: tuple[Cell, ...]
    width: float
    header: bool = False
    ruled: bool = True
    above: float = 0.0
    keep_with_next: bool = False
    uprights: tuple[float, ...] = ()
    padding: float = PADDING

    @property
    def height(self) -> float:
        return max(cell.content.height for cell in self.cells) + 2 * self.padding

    def split(self, room: float, least: float) -> "tuple[Row | None, Row | None]":
        if self.height <= room + 0.01:
            return self, None
        if self.height < _TALL and least <= 0:
            return None, self
        room -= 2 * self.padding
        halves = [cell.split(room, inner_least(least, self.padding)) for cell in self.cells]
        if not any(head.content.boxes for head, _ in halves):
            return None, self
        (first, rest), *others = halves
        if not rest.content.boxes:
            rest = first.reminder()
        return (
            replace(self, cells=(first, *(head for head, _ in others))),
            replace(self, cells=(rest, *(rest for _, rest in others)), above=0.0),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for upright in self.uprights:
            pen.rule(x + upright, y, x + upright, y - self.height, styles.LINE, 0.4)
        for cell in self.cells:
            if cell.element is not None:
                cell.element.join()
            cell.content.draw(pen, x + cell.x, y - self.padding)
        if self.ruled:
            color, thickness = (styles.INK, 0.9) if self.header else (styles.LINE, 0.5)
            pen.rule(x, y - self.height, x + self.width, y - self.height, color, thickness)


@dataclass(frozen=True, slots=True)
class TableBox:
    """A caption, a header row and rows, in this order.

    `repeat`, an artifact, is drawn again above the rows that go on to the next page.
    """

    boxes: tuple[Box, ...]
    repeat: Row | None
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return Stack(self.boxes).height

    def split(self, room: float, least: float) -> "tuple[TableBox | None, TableBox | None]":
        if self.height <= room + 0.01:
            return self, None
        if least <= 0 and self.height < _SMALL:
            return None, self
        placed, rest = fill(self.boxes, room, least)
        if not placed or placed == [self.repeat]:
            return None, self
        if least <= 0 and len(rest) == 1:
            placed, rest = _with_company(placed, rest)
        below_header = isinstance(rest[0], Row) and not rest[0].header
        again = (self.repeat,) if self.repeat and below_header else ()
        return replace(self, boxes=tuple(placed)), replace(self, boxes=(*again, *rest), above=0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        Stack(self.boxes).draw(pen, x, y)


def _with_company(placed: list[Box], last: list[Box]) -> tuple[list[Box], list[Box]]:
    """A row does not go on to the next page alone: the one before goes with it, if two others stay."""
    count = len(placed) - 1
    while count and placed[count - 1].keep_with_next:
        count -= 1
    rows = [box for box in placed[:count] if not box.keep_with_next]
    return (placed[:count], [*placed[count:], *last]) if len(rows) > 1 else (placed, last)
