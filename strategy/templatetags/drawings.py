"""Charts and timetables of the document as pictures of a page; their words and figures are told beside them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from django import template
from django.template import Context

from strategy.document.model import Block, Chart, Span, Timetable
from strategy.document.scales import Scale, Years, moments, over_years, scale, tick_words, years

register = template.Library()

_WIDTH, _HEIGHT = 320.0, 170.0
_TOP, _BOTTOM = 8.0, 150.0
_GUTTER, _INSET = 6.2, 8.0
"""Width of a figure of the scale, a character; and room beside the first and the last point."""
_BAR, _NAME = 14.0, 16.0
"""Height of a bar, and of the name above its bars."""
_DASHES = ("", "7 3", "2 2", "9 3 2 3", "1 3", "12 4")
_FILLINGS = ("1", ".15", ".6", ".35", "0", ".8")
"""By series: told apart in grey too."""


@register.inclusion_tag("strategy/document/chart.html")
def chart(block: Chart) -> dict[str, object]:
    """A chart with the table it is drawn from; lengths are strings, so that no locale writes them with commas."""
    drawn = _lines(block) if block.kind == "lines" else _bars(block)
    return {"block": block, "width": f"{_WIDTH:.0f}", **drawn}


@register.inclusion_tag("strategy/document/timetable.html", takes_context=True)
def timetable(context: Context, block: Timetable) -> dict[str, object]:
    """A timetable, each period in words and as a bar over the years; those of the whole where a leaf shows a part."""
    piece = context.get("piece")
    shown: tuple[Block, ...] = piece.section.blocks if piece else (block,)
    known = years(span for one in shown if isinstance(one, Timetable) for span in one.spans)
    groups = []
    for name, spans in groupby(block.spans, key=lambda span: span.group):
        rows = [{"span": span, "bar": _bar(span, known)} for span in spans]
        groups.append({"name": name, "rows": rows})
    extent = f"{known.first}–{known.last}" if known else ""
    return {"block": block, "groups": groups, "extent": extent}


def _bar(span: Span, known: Years | None) -> dict[str, str] | None:
    """The bar of a span, lighter if one of its ends is not known; None without a day."""
    if known is None or (span.start is None and span.end is None):
        return None
    begin, end = known.reach(span)
    whole = span.start is not None and span.end is not None
    return {
        "x": f"{100 * begin:.1f}",
        "width": f"{max(100 * (end - begin), 1):.1f}",
        "filling": "1" if whole else ".35",
    }


def _shape(block: Chart, index: int, **shapes: object) -> dict[str, object]:
    """How a series is drawn, and its name for the key; what is planned is hollow."""
    series = block.series[index]
    return {
        "number": index + 1,
        "label": series.label,
        "dash": _DASHES[index] or ("3 3" if series.planned else "none"),
        "filling": "0" if series.planned else _FILLINGS[index] if block.kind == "bars" else "1",
        "line": "",
        "dots": (),
        "bars": (),
        **shapes,
    }


def _lines(block: Chart) -> dict[str, object]:
    values = scale(block)
    ticks = [(tick_words(tick), _level(values, tick)) for tick in values.ticks()]
    left = _GUTTER * max(len(words) for words, _ in ticks) + _INSET
    places = dict(_places(block, left + _INSET, _WIDTH - 2 * _INSET))
    shapes = []
    for index, series in enumerate(block.series):
        points = sorted(series.points, key=lambda point: places[point.at])
        dots = [
            (f"{places[point.at]:.1f}", f"{_level(values, Decimal(point.value)):.1f}") for point in points
        ]
        shapes.append(_shape(block, index, line=" ".join(f"{x},{y}" for x, y in dots), dots=dots))
    return {
        "height": f"{_HEIGHT:.0f}",
        "left": f"{left:.1f}",
        "ticks": [{"words": words, "y": f"{y:.1f}"} for words, y in ticks],
        "words": list(_written(places)),
        "shapes": shapes,
        "zero": "",
    }


def _level(values: Scale, value: Decimal) -> float:
    return _BOTTOM - values.share(value) * (_BOTTOM - _TOP)


def _places(block: Chart, left: float, right: float) -> Iterator[tuple[str, float]]:
    """Where moments are: years as far apart as they are, other words at equal distances."""
    known = moments(block)
    numbers = [int(at) for at in known] if over_years(block) else list(range(len(known)))
    extent = max(numbers[-1] - numbers[0], 1)
    for at, number in zip(known, numbers, strict=True):
        yield at, left + (right - left) * (number - numbers[0]) / extent


def _written(places: dict[str, float]) -> Iterator[dict[str, str]]:
    """As many moments as do not touch."""
    end = 0.0
    for at, x in places.items():
        half = _GUTTER * len(at) / 2
        if end <= x - half and x + half <= _WIDTH:
            yield {"text": at, "x": f"{x:.1f}", "y": f"{_HEIGHT - 4:.0f}", "anchor": "middle"}
            end = x + half + _GUTTER


def _bars(block: Chart) -> dict[str, object]:
    """Bars from zero to their value, below the name and the words of what they are of."""
    values = scale(block)
    zero = _WIDTH * values.share(Decimal(0))
    words: list[dict[str, str]] = []
    bars: list[list[tuple[str, str, str]]] = [[] for _ in block.series]
    y = 0.0
    for at in moments(block):
        y += _NAME
        found = [
            (i, point) for i, series in enumerate(block.series) for point in series.points if point.at == at
        ]
        told = ", ".join(point.words for _, point in found)
        words.append(
            {"text": f"{at}\u00a0: {told}" if told else at, "x": "0", "y": f"{y - 4:.1f}", "anchor": "start"}
        )
        for index, point in found:
            end = _WIDTH * values.share(Decimal(point.value))
            bars[index].append((f"{min(zero, end):.1f}", f"{y:.1f}", f"{abs(end - zero):.1f}"))
            y += _BAR
    return {
        "height": f"{y:.0f}",
        "zero": f"{zero:.1f}",
        "ticks": (),
        "words": words,
        "shapes": [_shape(block, index, bars=drawn) for index, drawn in enumerate(bars)],
        "left": "0",
    }
