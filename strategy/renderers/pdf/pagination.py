"""Shares boxes out between pages, without an orphaned heading nor a page left nearly empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack, TextBox, fill
from strategy.renderers.pdf.panels import Panel

TRIES = 12
"""How often the last pages are laid out again to give the last one its share."""


@dataclass(frozen=True, slots=True)
class Page:
    """The boxes of a page, from top to bottom, the height they take, and all that had yet to be placed."""

    boxes: tuple[Box, ...]
    used: float
    waiting: list[Box]


def paginate(boxes: Sequence[Box], height: float = styles.HEIGHT) -> list[Page]:
    """Pages of at most `height` points, each at least a fifth full if the text is as long as that."""
    least = height * styles.LEAST_FILL
    pages = _flow(list(boxes), height, least, height)
    for _ in range(TRIES):
        if len(pages) < 2 or pages[-1].used >= least:
            break
        before, last = pages[-2:]  # the last page is too short: the one before ends earlier
        room = max(least, before.used - (least - last.used) - 1.0)
        pages = pages[:-2] + _flow(before.waiting, height, least, room)
    return pages


def _flow(boxes: list[Box], height: float, least: float, first: float) -> list[Page]:
    """Pages of `height` points, but `first` for the first of them."""
    pages: list[Page] = []
    room = first
    while boxes:
        placed, rest = fill(boxes, room, least)
        if not placed:  # not even a line fits: draw it all the same rather than never end
            placed, rest = boxes[:1], boxes[1:]
        used = sum(box.height for box in placed) + sum(box.above for box in placed[1:])
        pages.append(Page(tuple(placed), used, boxes))
        boxes, room = rest, height
    return pages


def anchors(boxes: Sequence[Box]) -> Iterator[str]:
    """The anchors of the sections that begin in these boxes."""
    for box in boxes:
        match box:
            case TextBox(anchor=str(anchor)):
                yield anchor
            case Stack():
                yield from anchors(box.boxes)
            case Panel():
                yield from anchors((box.content,))
