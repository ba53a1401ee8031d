"""Where values and days fall on a drawing, and the few figures written along it; nothing of its looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor

from reen.typography import figure
from strategy.document.model import Chart, Span

_MOST_STEPS = 5
_MOST_YEARS = 10
"""Years written along a timetable; of more, only some are."""
_ROUND = (Decimal(1), Decimal(2), Decimal(5))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high`, in steps that read well; zero is always on it."""

    low: Decimal
    high: Decimal
    step: Decimal

    def share(self, value: Decimal) -> float:
        """Where a value falls, from 0 at the low end to 1 at the high end."""
        return float((value - self.low) / (self.high - self.low))

    def ticks(self) -> list[Decimal]:
        """The values written along the scale, from the lowest."""
        return [self.low + self.step * index for index in range(int((self.high - self.low) / self.step) + 1)]


def scale(chart: Chart) -> Scale:
    """The scale that holds zero and all the values of a chart."""
    known = [Decimal(0), *(Decimal(point.value) for series in chart.series for point in series.points)]
    low, high = min(known), max(known)
    if low == high:
        high = Decimal(1)
    step = _step(high - low)
    return Scale(floor(low / step) * step, ceil(high / step) * step, step)


def _step(extent: Decimal) -> Decimal:
    """The smallest of 1, 2 or 5 times a power of ten that cuts `extent` in few steps."""
    power = Decimal(1).scaleb((extent / _MOST_STEPS).adjusted())
    return next(
        step for step in (unit * power for unit in (*_ROUND, Decimal(10))) if extent <= step * _MOST_STEPS
    )


def tick_words(value: Decimal) -> str:
    """« 1 250 », « 0,5 »."""
    return figure(value)


def moments(chart: Chart) -> list[str]:
    """What the points are at: years in their order, other words as they come."""
    found = list(dict.fromkeys(point.at for series in chart.series for point in series.points))
    return sorted(found) if over_years(chart) else found


def over_years(chart: Chart) -> bool:
    """Whether every point is at a year."""
    return all(
        len(point.at) == 4 and point.at.isascii() and point.at.isdigit()
        for series in chart.series
        for point in series.points
    )


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years, from the first of January of `first` to the end of `last`."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many years there are."""
        return self.last - self.first + 1

    def reach(self, span: Span) -> tuple[float, float]:
        """Where a span begins and ends, from 0 to 1; it goes on to the edge on the side it is not known."""
        begin, end = 0.0, 1.0
        if span.start is not None:
            begin = self._share(date.fromisoformat(span.start), 0)
        if span.end is not None:
            end = self._share(date.fromisoformat(span.end), 1)
        return begin, end

    def _share(self, day: date, days: int) -> float:
        start = date(day.year, 1, 1).toordinal()
        length = date(day.year, 12, 31).toordinal() - start + 1
        return (day.year - self.first + (day.toordinal() + days - start) / length) / self.count

    def marked(self) -> list[int]:
        """The years that are written: all, or every so many."""
        return list(range(self.first, self.last + 1, -(-self.count // _MOST_YEARS)))


def years(spans: Iterable[Span]) -> Years | None:
    """The years that hold every known day; None when there is none."""
    known = [day for span in spans for day in (span.start, span.end) if day is not None]
    return Years(int(min(known)[:4]), int(max(known)[:4])) if known else None
