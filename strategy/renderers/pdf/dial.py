"""The compass dial: how much of what the law asks for is answered, as a needle and a ring."""

from dataclasses import dataclass
from math import cos, radians, sin

from reportlab.pdfgen.canvas import Canvas

from strategy.document.model import Coverage, State
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.signs import COLORS
from strategy.renderers.pdf.structure import Element, bounds
from strategy.renderers.wording import count_words, counts

SIZE = 120.0
_START, _SWEEP = 225.0, 270.0
"""In degrees, counter-clockwise from the east: the dial goes from south-west, clockwise, to south-east."""
_RING = 52.0
_THICKNESS = {State.ANSWERED: 9.0, State.INCOMPLETE: 5.0, State.ABSENT: 1.6}
"""Thickness tells the states apart where colour is not seen."""


@dataclass(frozen=True, slots=True)
class Dial:
    """The figure; its alternative says what the ring and the needle show."""

    coverage: Coverage
    parent: Element
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return SIZE

    def split(self, room: float, least: float) -> "tuple[Dial | None, Dial | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        words = ", ".join(count_words(state, count) for state, count in counts(self.coverage).items())
        element = Element(
            "Figure",
            self.parent,
            alternative=f"Cadran de couverture\u00a0: {words}.",
            attributes={"Layout": bounds(x, y - SIZE, SIZE, SIZE)},
        )
        canvas = pen.figure(element)
        canvas.saveState()
        canvas.translate(x + SIZE / 2, y - SIZE / 2 - 2)
        _draw_ring(canvas, self.coverage)
        _draw_needle(canvas, self.coverage)
        canvas.restoreState()


def _share(coverage: Coverage, count: int) -> float:
    return count / max(1, sum(counts(coverage).values()))


def _draw_ring(canvas: Canvas, coverage: Coverage) -> None:
    angle = _START
    for state, count in counts(coverage).items():
        extent = _SWEEP * _share(coverage, count)
        if not count:
            continue
        gap = 2.0 if extent > 6 and count < sum(counts(coverage).values()) else 0.0
        canvas.setStrokeColor(COLORS[state])
        canvas.setLineWidth(_THICKNESS[state])
        canvas.arc(-_RING, -_RING, _RING, _RING, angle - gap / 2, gap - extent)
        angle -= extent
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(0.8)
    for step in range(5):
        direction = radians(_START - _SWEEP * step / 4)
        canvas.line(40 * cos(direction), 40 * sin(direction), 44 * cos(direction), 44 * sin(direction))


def _draw_needle(canvas: Canvas, coverage: Coverage) -> None:
    """A compass needle: dark towards the reading, light behind."""
    canvas.rotate(_START - _SWEEP * _share(coverage, coverage.answered))
    canvas.setStrokeColor(styles.ACCENT)
    canvas.setLineWidth(0.8)
    for length, color in ((36.0, styles.ACCENT), (-20.0, styles.PAPER)):
        canvas.setFillColor(color)
        half = canvas.beginPath()
        half.moveTo(0, 5.5)
        half.lineTo(length, 0)
        half.lineTo(0, -5.5)
        half.close()
        canvas.drawPath(half, stroke=1, fill=1)
    canvas.setFillColor(styles.PAPER)
    canvas.circle(0, 0, 2.2, stroke=1, fill=1)
