"""The widths of a table's columns: figures and words whole, and the most room where the most is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import sqrt

from strategy.document.model import Table
from strategy.document.walk import words_of
from strategy.renderers.pdf.glyphs import drawable
from strategy.renderers.pdf.styles import CELL_STRONG, Style
from strategy.renderers.pdf.tables import GUTTER

_NARROWEST = 24.0
_LARGEST_SHARE = 0.3
"""Of the width: what is longer in one go, such as a web address, is cut."""
_MEASURED = 5
"""Texts of a column that are measured: the longest by their number of characters."""
_FIGURES = 10.0
"""Characters that figures are said to have, so that columns of one weight are of one width."""
_LONGEST = 200
"""Characters, more than any line of a column holds."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a column asks for: no less than `least`, no more than `most`, and its `weight` of what is left."""

    least: float
    most: float
    weight: float


def column_widths(table: Table, style: Style, width: float) -> list[float]:
    """Shares `width` out between the columns, without the gutters."""
    room = width - GUTTER * (len(table.columns) - 1)
    wishes = _wishes(table, style, room)
    least = sum(wish.least for wish in wishes)
    if least > room:
        return [wish.least * room / least for wish in wishes]
    widths = [wish.least for wish in wishes]
    hungry = [index for index, wish in enumerate(wishes) if wish.least < wish.most]
    while hungry and room - sum(widths) > 1.0:
        each = (room - sum(widths)) / sum(wishes[index].weight for index in hungry)
        for index in hungry:
            widths[index] = min(widths[index] + each * wishes[index].weight, wishes[index].most)
        hungry = [index for index in hungry if widths[index] < wishes[index].most - 0.01]
    left = max(room - sum(widths), 0.0) / sum(column.weight for column in table.columns)
    return [width + left * column.weight for width, column in zip(widths, table.columns, strict=True)]


def least_width(table: Table, style: Style, width: float) -> float:
    """The width, gutters included, below which words or figures of the table would be cut."""
    return sum(wish.least for wish in _wishes(table, style, width)) + GUTTER * (len(table.columns) - 1)


def _wishes(table: Table, style: Style, room: float) -> list[_Wish]:
    largest = max(room * _LARGEST_SHARE, _NARROWEST)
    wishes = []
    for index, column in enumerate(table.columns):
        texts = [words_of(row[index]) for row in table.rows]
        words = texts if column.numeric else _words(texts)
        heading = _widest(column.label.split(" "), CELL_STRONG)
        least = min(max(heading, _widest(words, style), _NARROWEST), largest)
        most = max(_widest([column.label], CELL_STRONG), _widest(texts, style), least)
        mean = _FIGURES if column.numeric else sum(map(len, texts)) / max(len(texts), 1)
        wishes.append(_Wish(least, most, column.weight * sqrt(max(mean, 1.0))))
    return wishes


def _words(texts: Sequence[str]) -> list[str]:
    return [max(text.split(" "), key=len) for text in texts]


def _widest(texts: Iterable[str], style: Style) -> float:
    """The width of the longest, in the strongest face."""
    longest = nlargest(_MEASURED, (text[:_LONGEST] for text in texts), key=len)
    drawn = (drawable(text, strong=True) for text in longest)
    return max((face.width(text.replace("\n", " "), style.size) for text, face in drawn), default=0.0) + 0.5
