"""Shares boxes out between pages, without an orphaned heading nor a page left nearly empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Labelled, Stack, TextBox, fill
from strategy.renderers.pdf.panels import Panel
from strategy.renderers.pdf.tables import Row, TableBox

TRIES = 12
"""How often the last pages are laid out again to give the last one its share."""


LAST_LINES = 3
"""Lines at the end of a page among which no heading may be."""
HEADING_TAGS = frozenset(f"H{level}" for level in range(1, 7))


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
        placed, rest = _fill_page(boxes, room, least, height)
        if not placed:  # not even a line fits: draw it all the same rather than never end
            placed, rest = boxes[:1], boxes[1:]
        pages.append(Page(tuple(placed), _used(placed), boxes))
        boxes, room = rest, height
    return pages


def _used(placed: Sequence[Box]) -> float:
    return Stack(tuple(placed)).height


def _fill_page(boxes: list[Box], room: float, least: float, height: float) -> tuple[list[Box], list[Box]]:
    """As `fill`, but a heading among the last lines of the page goes on to the next, with what leads to it.

    Where that left the page nearly empty, what follows is cut, even if it is better kept together; where every
    heading has but a line or two to announce, the page is filled all the same.
    """
    filled = placed, rest = fill(boxes, room, least)
    for _ in range(TRIES):
        at_the_end = bool(rest) or _used(placed) > height - LAST_LINES * styles.TEXT.leading
        heading = late_heading(placed) if at_the_end else None
        if heading is None:
            return placed, rest
        placed, rest = fill(boxes, heading, least)
        if not placed or _used(placed) < min(least, height * styles.PROMISED_FILL):
            break
    fuller = fill(boxes, room, room)
    return fuller if late_heading(fuller[0]) is None else filled


def late_heading(placed: Sequence[Box]) -> float | None:
    """How far down the page the highest of the headings among its last lines begins, if there is one."""
    found = list(lines_of(placed))
    last = sorted({round(top) for top, _ in found})[-LAST_LINES:]
    return min((top for top, heading in found if heading and round(top) in last), default=None)


def lines_of(boxes: Sequence[Box], top: float = 0.0) -> Iterator[tuple[float, bool]]:
    """How far down each line begins, and whether it is part of a heading; a picture counts as lines too."""
    for index, box in enumerate(boxes):
        top += box.above if index else 0.0
        match box:
            case TextBox():
                heading = box.element is not None and box.element.tag in HEADING_TAGS
                yield from ((top + line * box.style.leading, heading) for line in range(len(box.lines)))
            case Stack() | TableBox():
                yield from lines_of(box.boxes, top)
            case Panel():
                yield from lines_of(box.content.boxes, top + box.look.down)
            case Row():
                for cell in box.cells:
                    yield from lines_of(cell.content.boxes, top + box.padding)
            case Labelled():
                yield from lines_of((box.body,), top)
            case _:
                count = max(round(box.height / styles.TEXT.leading), 1)
                yield from ((top + line * styles.TEXT.leading, False) for line in range(count))
        top += box.height


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
