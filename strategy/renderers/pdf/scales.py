"""The scale of a chart: where values fall, and the few figures written along it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from reen.typography import number

_MOST_STEPS = 5
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


def scale(values: Iterable[Decimal]) -> Scale:
    """The scale that holds zero and all the values."""
    known = [Decimal(0), *values]
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
    return number(int(value)) if value == value.to_integral_value() else number(value.normalize())
