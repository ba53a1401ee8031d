"""Boxes set apart: cards and notices, with a background, an edge and a bar, cut open where a page ends."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Stack, inner_least
from strategy.renderers.pdf.pen import Pen

BAR = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a panel looks like around its content."""

    bar: Color
    ground: Color | None = None
    edge: Color | None = None
    across: float = 14.0
    down: float = 8.0


CARD = Look(styles.ACCENT, edge=styles.LINE)
NOTICES = {
    "info": Look(styles.ACCENT, styles.ACCENT_SOFT, across=12, down=8),
    "attention": Look(styles.ATTENTION, styles.ATTENTION_SOFT, across=12, down=8),
}


@dataclass(frozen=True, slots=True)
class Panel:
    """A stack with its surroundings; `opens` and `closes` tell if its top and bottom are on this page."""

    content: Stack
    look: Look
    width: float
    above: float = 0.0
    keep_with_next: bool = False
    opens: bool = True
    closes: bool = True

    @property
    def height(self) -> float:
        return self.content.height + 2 * self.look.down

    def split(self, room: float, least: float) -> "tuple[Panel | None, Panel | None]":
        if self.height <= room + 0.01:
            return self, None
        head, rest = self.content.split(room - 2 * self.look.down, inner_least(least, self.look.down))
        if head is None or rest is None:
            return None, self
        return (
            replace(self, content=head, closes=False),
            replace(self, content=rest, opens=False, above=0.0),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        bottom, right = y - self.height, x + self.width
        if self.look.ground is not None:
            pen.rectangle(x, bottom, self.width, self.height, self.look.ground)
        if self.look.edge is not None:
            pen.rule(right, y, right, bottom, self.look.edge)
            if self.opens:
                pen.rule(x, y, right, y, self.look.edge)
            if self.closes:
                pen.rule(x, bottom, right, bottom, self.look.edge)
        pen.rectangle(x, bottom, BAR, self.height, self.look.bar)
        self.content.draw(pen, x + BAR + self.look.across, y - self.look.down)


def inner_width(look: Look, width: float) -> float:
    """The width left for the content of a panel."""
    return width - BAR - 2 * look.across
