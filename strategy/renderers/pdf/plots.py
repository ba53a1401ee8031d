"""Values over time: a scale to the left, moments below, and lines or columns between."""

from dataclasses import dataclass
from decimal import Decimal

from strategy.document.model import Chart, Series
from strategy.document.scales import Scale, moments, over_years, scale, tick_words
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import TextBox
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.series import INKS, Ink, draw_bar, draw_mark, draw_trace
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.text import short_box

_PLOT = 88.0
_LEADING = styles.NOTE.leading
HEIGHT = _PLOT + 4.0 + _LEADING
_GAP = 8.0
_ENDS, _ENDS_SHARE = 120.0, 0.35
"""Width kept for the names of lines, where they end, and the share of the whole that it is at most."""
_INSET = 10.0
_WIDEST_COLUMN = 44.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things fall on the page: `places` gives the middle of each moment, `each` the room it has."""

    left: float
    right: float
    bottom: float
    scale: Scale
    places: dict[str, float]

    @property
    def each(self) -> float:
        return (self.right - self.left) / len(self.places)

    def level(self, value: Decimal) -> float:
        return self.bottom + self.scale.share(value) * _PLOT


def draw(pen: Pen, chart: Chart, figure: Element, x: float, y: float, width: float) -> None:
    """Draws the plot, `y` being its top, as part of `figure`."""
    values = scale(chart)
    ticks = [short_box(tick_words(tick), styles.NOTE, figure, width / 3) for tick in values.ticks()]
    left = x + max(tick.lines[0].width for tick in ticks) + _GAP
    ends = min(_ENDS, width * _ENDS_SHARE) if chart.kind == "lines" else 0.0
    right = x + width - (ends + _GAP if ends else 0.0)
    frame = _Frame(left, right, y - _PLOT, values, _places(chart, left, right))
    for box, tick in zip(ticks, values.ticks(), strict=True):
        box.draw(pen, left - _GAP - box.lines[0].width, frame.level(tick) + _LEADING / 2)
        canvas = pen.figure(figure)
        canvas.setStrokeColor(styles.LINE if tick else styles.INK)
        canvas.setLineWidth(0.5 if tick else 0.9)
        canvas.line(left, frame.level(tick), right, frame.level(tick))
    _write_moments(pen, frame, figure)
    drawn = [(ink, series) for ink, series in zip(INKS, chart.series, strict=False) if series.points]
    if chart.kind == "lines":
        _draw_lines(pen, drawn, frame, figure, ends)
    else:
        _draw_columns(pen, drawn, frame, figure)


def _places(chart: Chart, left: float, right: float) -> dict[str, float]:
    """Years as far apart as they are, under lines; else the same room for each."""
    known = moments(chart)
    if chart.kind == "lines" and over_years(chart) and known[0] < known[-1]:
        first, last = int(known[0]), int(known[-1])
        year = (right - left - 2 * _INSET) / (last - first)
        return {at: left + _INSET + year * (int(at) - first) for at in known}
    each = (right - left) / len(known)
    return {at: left + each * (index + 0.5) for index, at in enumerate(known)}


def _write_moments(pen: Pen, frame: _Frame, figure: Element) -> None:
    """The moments below the plot, as many as do not touch."""
    end = float("-inf")
    for at, place in frame.places.items():
        box = short_box(at, styles.NOTE, figure, max(frame.each - 4, 40.0))
        half = box.lines[0].width / 2 if box.lines else 0.0
        if half and place - half > end:
            box.draw(pen, place - half, frame.bottom - 4)
            end = place + half + 5


def _draw_lines(
    pen: Pen, drawn: list[tuple[Ink, Series]], frame: _Frame, figure: Element, room: float
) -> None:
    ends: list[tuple[float, Ink, Series, TextBox]] = []
    for ink, series in drawn:
        points = sorted(series.points, key=lambda point: frame.places[point.at])
        dots = [(frame.places[point.at], frame.level(Decimal(point.value))) for point in points]
        draw_trace(pen.figure(figure), ink, dots, series.planned)
        value = points[-1].words.replace(" ", "\u00a0")
        name = f"{series.label}\u00a0: {value}"
        ends.append((dots[-1][1], ink, series, short_box(name, styles.CELL, figure, room - 7, 3)))
    ends.sort(key=lambda end: -end[0])
    tops = _apart(
        [end[0] + _LEADING / 2 for end in ends], [end[3].height for end in ends], frame.bottom - _LEADING
    )
    for top, (_, ink, series, label) in zip(tops, ends, strict=True):
        draw_mark(pen.figure(figure), ink, frame.right + _GAP, top - _LEADING / 2, series.planned)
        label.draw(pen, frame.right + _GAP + 7, top)


def _apart(wanted: list[float], heights: list[float], bottom: float) -> list[float]:
    """Tops of texts from the highest down, each where it is wanted unless it covered another or went too low."""
    tops = list(wanted)
    for index in range(1, len(tops)):
        tops[index] = min(tops[index], tops[index - 1] - heights[index - 1] - 2)
    lowest = bottom
    for index in reversed(range(len(tops))):
        tops[index] = max(tops[index], lowest + heights[index])
        lowest = tops[index] + 2
    return tops


def _draw_columns(pen: Pen, drawn: list[tuple[Ink, Series]], frame: _Frame, figure: Element) -> None:
    """Columns side by side, their values above them where there is room for all."""
    thick = min(frame.each * 0.78 / len(drawn), _WIDEST_COLUMN)
    room = frame.each - 4 if len(drawn) == 1 else thick - 2
    zero = frame.level(Decimal(0))
    words: list[tuple[TextBox, float, float]] = []
    for index, (ink, series) in enumerate(drawn):
        for point in series.points:
            x = frame.places[point.at] + (index - len(drawn) / 2) * thick
            end = frame.level(Decimal(point.value))
            draw_bar(pen.figure(figure), ink, x + 0.5, zero, thick - 1, end - zero, series.planned)
            box = short_box(point.words, styles.NOTE, figure, styles.WIDTH)
            if box.lines:
                top = end + (_LEADING if end >= zero else 0)
                words.append((box, x + (thick - box.lines[0].width) / 2, top))
    if all(box.lines[0].width <= room for box, _, _ in words):
        for box, x, top in words:
            _draw_on_paper(pen, figure, box, x, top)


def _draw_on_paper(pen: Pen, figure: Element, words: TextBox, x: float, y: float) -> None:
    """Words that the lines of the scale do not cross."""
    canvas = pen.figure(figure)
    canvas.setFillColor(styles.PAPER)
    canvas.rect(x - 1, y - words.height + 2, words.lines[0].width + 2, words.height - 3, stroke=0, fill=1)
    words.draw(pen, x, y)
