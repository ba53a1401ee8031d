"""How series are told apart: by dash, mark and filling as well as by colour, so that they are in grey too."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from strategy.renderers.pdf import styles

SAMPLE = 22.0
"""Width of a sample in a key."""
_RADIUS = 2.9
_PLANNED = (3.0, 2.5)


@dataclass(frozen=True, slots=True)
class Ink:
    """What a series is drawn with; bars are filled with `ground`, and with strokes `hatch` points apart."""

    color: Color
    dash: tuple[float, ...]
    corners: tuple[tuple[float, float], ...]
    ground: Color = styles.PAPER
    hatch: float = 0.0


_SQUARE = ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
_UP = ((-1.1, -0.8), (1.1, -0.8), (0.0, 1.2))
_DOWN = ((-1.1, 0.8), (1.1, 0.8), (0.0, -1.2))
_DIAMOND = ((-1.25, 0.0), (0.0, -1.25), (1.25, 0.0), (0.0, 1.25))
_AMBER, _SAGE = HexColor("#b06a1e"), HexColor("#5f8f82")

INKS = (
    Ink(styles.ACCENT, (), (), ground=styles.ACCENT),
    Ink(_AMBER, (7, 3), _SQUARE, hatch=4.0),
    Ink(styles.INK, (2, 2), _UP, ground=styles.LINE),
    Ink(_SAGE, (9, 3, 2, 3), _DIAMOND, ground=_SAGE),
    Ink(styles.MUTED, (1, 3), _DOWN, hatch=2.0),
    Ink(styles.ACCENT, (12, 4), _SQUARE),
)
"""As many as a chart may have series; no corners make a disc."""


def draw_mark(canvas: Canvas, ink: Ink, x: float, y: float, planned: bool) -> None:
    """The mark of a series centred on (x, y), hollow if it is `planned`."""
    canvas.setStrokeColor(ink.color)
    canvas.setFillColor(styles.PAPER if planned else ink.color)
    canvas.setLineWidth(1.2)
    canvas.setDash()
    if not ink.corners:
        canvas.circle(x, y, _RADIUS, stroke=1, fill=1)
        return
    path = canvas.beginPath()
    (first_x, first_y), *others = [(x + dx * _RADIUS, y + dy * _RADIUS) for dx, dy in ink.corners]
    path.moveTo(first_x, first_y)
    for corner_x, corner_y in others:
        path.lineTo(corner_x, corner_y)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def draw_trace(canvas: Canvas, ink: Ink, places: list[tuple[float, float]], planned: bool) -> None:
    """A line through these places, with a mark on each while they are not too close."""
    canvas.setStrokeColor(ink.color)
    canvas.setLineWidth(1.6)
    canvas.setDash(*((list(ink.dash or _PLANNED),) if planned or ink.dash else ()))
    path = canvas.beginPath()
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash()
    for x, y in places if len(places) <= 24 else (places[0], places[-1]):
        draw_mark(canvas, ink, x, y, planned)


def draw_bar(
    canvas: Canvas, ink: Ink, x: float, y: float, width: float, height: float, planned: bool
) -> None:
    """A rectangle filled as the series is, empty with a broken edge if it is `planned`."""
    if width < 0 or height < 0:
        x, y, width, height = x + min(width, 0), y + min(height, 0), abs(width), abs(height)
    canvas.saveState()
    canvas.setStrokeColor(ink.color)
    canvas.setFillColor(styles.PAPER if planned else ink.ground)
    canvas.setLineWidth(0.9)
    if planned:
        canvas.setDash(*_PLANNED)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    canvas.setDash()
    if ink.hatch and not planned:
        _hatch(canvas, ink.hatch, x, y, width, height)
    canvas.restoreState()


def _hatch(canvas: Canvas, gap: float, x: float, y: float, width: float, height: float) -> None:
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    for index in range(int((width + height) / gap) + 1):
        canvas.line(x + index * gap - height, y, x + index * gap, y + height)
