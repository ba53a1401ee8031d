"""The signs of a requirement's state, next to its word: a full, a half and an empty disc, clear in grey too."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from strategy.document.model import State
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import TextBox, baseline
from strategy.renderers.pdf.pen import Pen

COLORS = {State.ANSWERED: styles.ACCENT, State.INCOMPLETE: styles.ATTENTION, State.ABSENT: styles.ERROR}
_RADIUS = 3.6
INDENT = 13.0


def draw_sign(canvas: Canvas, state: State, x: float, y: float, radius: float = _RADIUS) -> None:
    """The sign of `state` centred on (x, y)."""
    canvas.setFillColor(COLORS[state])
    canvas.setStrokeColor(COLORS[state])
    canvas.setLineWidth(1.1)
    canvas.circle(x, y, radius, stroke=1, fill=int(state is State.ANSWERED))
    if state is State.INCOMPLETE:
        canvas.wedge(x - radius, y - radius, x + radius, y + radius, 90, 180, stroke=0, fill=1)


@dataclass(frozen=True, slots=True)
class Signed:
    """A word with its sign before it."""

    word: TextBox
    state: State
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return self.word.height

    def split(self, room: float, least: float) -> "tuple[Signed | None, Signed | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        middle = y - baseline(self.word.style) + self.word.style.size * 0.32
        draw_sign(pen.ornament(), self.state, x + _RADIUS + 1, middle)
        self.word.draw(pen, x + INDENT, y)
