"""Charts: a Figure that says in words what it shows, drawn so that it is read in grey."""

from dataclasses import dataclass

from strategy.document.model import Chart
from strategy.document.scales import over_years
from strategy.renderers.pdf import bars, plots, styles
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.series import INKS, SAMPLE, draw_bar
from strategy.renderers.pdf.structure import Element, bounds
from strategy.renderers.pdf.text import short_box

_LEADING = styles.NOTE.leading
_KEY_LEADING = _LEADING + 2
_GAP = 8.0


def chart_box(chart: Chart, figure: Element, width: float) -> "ChartBox":
    """The drawing of a chart: bars go up over years, and lie beside any other words."""
    lying = chart.kind == "bars" and not over_years(chart)
    keyed = chart.kind == "bars" and len(chart.series) > 1  # lines are named where they end
    key = _KEY_LEADING * len(chart.series) + _GAP if keyed else 0.0
    plot = bars.height(chart, width) if lying else plots.HEIGHT
    return ChartBox(chart, figure, width, key + _LEADING + _GAP + plot, key, lying)


@dataclass(frozen=True, slots=True)
class ChartBox:
    """The drawing alone: its caption and its data are other boxes."""

    chart: Chart
    figure: Element
    width: float
    height: float
    key: float
    lying: bool
    above: float = 4.0
    keep_with_next: bool = False

    def split(self, room: float, least: float) -> "tuple[ChartBox | None, ChartBox | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        self.figure.attributes["Layout"] = bounds(x, y - self.height, self.width, self.height)
        if self.key:
            self._draw_key(pen, x, y)
        y -= self.key
        short_box(self.chart.unit, styles.NOTE, self.figure, self.width).draw(pen, x, y)
        y -= _LEADING + _GAP
        draw = bars.draw if self.lying else plots.draw
        draw(pen, self.chart, self.figure, x, y, self.width)

    def _draw_key(self, pen: Pen, x: float, y: float) -> None:
        for ink, series in zip(INKS, self.chart.series, strict=False):
            draw_bar(pen.figure(self.figure), ink, x, y - _LEADING + 2.5, SAMPLE, 8.0, series.planned)
            label = short_box(series.label, styles.CELL, self.figure, self.width - SAMPLE - _GAP)
            label.draw(pen, x + SAMPLE + _GAP, y)
            y -= _KEY_LEADING
