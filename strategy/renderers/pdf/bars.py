"""Bars lying one below the other, each beside its name and followed by its value in words."""

from dataclasses import replace
from decimal import Decimal

from strategy.document.model import Chart, Point
from strategy.document.scales import scale
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import TextBox
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.series import INKS, Ink, draw_bar
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.text import short_box

_THICK = 13.0
_BETWEEN = 6.0
_MOST = styles.HEIGHT * 0.7
_NAMES, _VALUES = 0.34, 0.2
"""Shares of the width for the names, to the left, and for the values, where bars end."""
_LEAST_LEGIBLE = 0.75
"""Bars thinner than this share of their thickness leave no room for words."""

_Bar = tuple[Ink, bool, Point]


def height(chart: Chart, width: float) -> float:
    """What the bars take, at most most of a page: thinner when they are many, without words when too thin."""
    return min(sum(high for _, _, high in _groups(chart, width)), _MOST)


def _groups(chart: Chart, width: float) -> list[tuple[TextBox, list[_Bar], float]]:
    """The bars of each name, one a series, with the name and the height that they take."""
    groups: dict[str, list[_Bar]] = {}
    for ink, series in zip(INKS, chart.series, strict=False):
        for point in series.points:
            groups.setdefault(point.at, []).append((ink, series.planned, point))
    found = []
    for name, bars in groups.items():
        label = short_box(name, styles.CELL, None, width * _NAMES - 10, 2)
        found.append((label, bars, max(len(bars) * _THICK, label.height) + _BETWEEN))
    return found


def draw(pen: Pen, chart: Chart, figure: Element, x: float, y: float, width: float) -> None:
    """Draws the bars, `y` being their top, as part of `figure`."""
    groups = _groups(chart, width)
    values = scale(chart)
    shrunk = min(1.0, _MOST / sum(high for _, _, high in groups))
    left, room = x + width * _NAMES, width * (1 - _NAMES - _VALUES)
    zero = left + values.share(Decimal(0)) * room
    top = y
    for name, bars, high in groups:
        if shrunk > _LEAST_LEGIBLE:
            replace(name, element=figure).draw(pen, x, y - (high * shrunk - name.height) / 2)
        at = y - (high - len(bars) * _THICK) * shrunk / 2
        for ink, planned, point in bars:
            at -= _THICK * shrunk
            end = left + values.share(Decimal(point.value)) * room
            draw_bar(pen.figure(figure), ink, zero, at + 1, end - zero, _THICK * shrunk - 2 * shrunk, planned)
            if shrunk > _LEAST_LEGIBLE:
                words = short_box(point.words, styles.NOTE, figure, width * _VALUES - 8)
                words.draw(pen, max(zero, end) + 6, at + (_THICK * shrunk + words.height) / 2)
        y -= high * shrunk
    canvas = pen.figure(figure)
    canvas.setStrokeColor(styles.INK)
    canvas.setLineWidth(0.9)
    canvas.line(zero, top, zero, y)
