"""Boxes that flow down a page: they know their height, can be cut in two, and draw themselves.

Coordinates are PDF's: `y` is the top of the box, and grows upwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from strategy.renderers.pdf.lines import Line
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.styles import HEIGHT, Style

ASCENT = 0.75
"""Height above the baseline, as a share of the type size, used to centre a line in its leading."""

LONG = HEIGHT * 0.75
SHARE = HEIGHT / 6
"""What is longer than LONG may be cut, if both parts have their SHARE of a page."""


class Box(Protocol):
    """A part of a page. `above` is the space wanted before it, not drawn at the top of a page."""

    @property
    def above(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def keep_with_next(self) -> bool:
        """Whether it may not be the last of a page."""
        ...

    def split(self, room: float, least: float) -> "tuple[Box | None, Box | None]":
        """A part at most `room` high, and the rest; the first is None when nothing can be taken off.

        What is better kept together (a card, two lines of a paragraph) is separated only if the part would not
        be `least` high otherwise.
        """
        ...

    def draw(self, pen: Pen, x: float, y: float) -> None: ...


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text, part of `element` or an artifact without one; `anchor` is a place that links lead to."""

    lines: tuple[Line, ...]
    style: Style
    element: Element | None
    width: float
    above: float = 0.0
    keep_with_next: bool = False
    anchor: str | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def split(self, room: float, least: float) -> "tuple[TextBox | None, TextBox | None]":
        fitting = max(int((room + 0.01) // self.style.leading), 0)
        if fitting >= len(self.lines):
            return self, None
        count = min(fitting, len(self.lines) - 2)  # neither a first nor a last line alone
        if count < 2 or self.keep_with_next:
            count = 0
        if count * self.style.leading < least:
            count = fitting
        if not count:
            return None, self
        head = replace(self, lines=self.lines[:count])
        return head, replace(self, lines=self.lines[count:], above=0.0, anchor=None)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        if self.anchor is not None:
            pen.anchor(self.anchor, y + self.style.leading)
        for index, line in enumerate(self.lines):
            shift = self.width - line.width if self.style.right else 0.0
            pen.text(
                line,
                x + shift,
                y - baseline(self.style) - index * self.style.leading,
                self.style,
                self.element,
            )


def baseline(style: Style) -> float:
    """From the top of a line to its baseline."""
    return (style.leading + style.size * (ASCENT - 0.1)) / 2


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes one above the other; `together` when they belong on one page.

    If they are LONG, a fair share of them may go on to the next.
    """

    boxes: tuple[Box, ...]
    above: float = 0.0
    together: bool = False
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return sum(box.height for box in self.boxes) + sum(box.above for box in self.boxes[1:])

    def split(self, room: float, least: float) -> "tuple[Stack | None, Stack | None]":
        if self.height <= room + 0.01:
            return self, None
        if self.together and least <= 0 and self.height <= LONG:
            return None, self
        placed, rest = fill(self.boxes, room, least)
        if not placed:
            return None, self
        head, tail = replace(self, boxes=tuple(placed)), replace(self, boxes=tuple(rest), above=0.0)
        if self.together and least <= 0 and min(head.height, tail.height) < SHARE and self.height <= HEIGHT:
            return None, self
        return head, tail

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for index, box in enumerate(self.boxes):
            y -= box.above if index else 0.0
            box.draw(pen, x, y)
            y -= box.height


def inner_least(least: float, padding: float) -> float:
    """What a content must use for its surroundings to be `least` high: never nothing, if something was asked."""
    return max(least - 2 * padding, 1.0) if least > 0 else 0.0


def fill(boxes: Sequence[Box], room: float, least: float) -> tuple[list[Box], list[Box]]:
    """As many boxes as fit in `room`, the last one cut if need be, and the rest.

    A box that is kept with the next one goes where the next one begins. What should be kept together is
    separated only if less than `least` points of the room would be used otherwise.
    """
    placed: list[Box] = []
    used = 0.0
    index = 0
    while index < len(boxes):
        last = index
        while boxes[last].keep_with_next and last + 1 < len(boxes):
            last += 1
        chain = list(boxes[index : last + 1])
        taken, rest = _fit(chain, room - used, least - used, bool(placed))
        placed += taken
        if rest:
            return placed, [*rest, *boxes[last + 1 :]]
        used += sum(box.height + box.above for box in taken) - (0.0 if used else taken[0].above)
        index = last + 1
    return placed, []


def _fit(chain: list[Box], room: float, least: float, below: bool) -> tuple[list[Box], list[Box]]:
    """What fits of boxes that belong together: all but part of the last; else, if need be, box by box."""
    heights = [box.height + (box.above if below or position else 0.0) for position, box in enumerate(chain)]
    if sum(heights) <= room + 0.01:
        return chain, []
    *heads, last = chain
    before = sum(heights[:-1])
    gap = last.above if below or heads else 0.0
    if before < room:
        first, rest = last.split(room - before - gap, max(least - before - gap, 0.0))
        if first is not None:
            return [*heads, first], [rest] if rest else []
    if least <= 0:
        return [], chain
    taken: list[Box] = []
    for position, box in enumerate(chain):
        gap = box.above if below or position else 0.0
        first, rest = box.split(room - gap, least)
        if first is None:
            return _cut_heading(taken, chain[position:])
        taken.append(first)
        room -= gap + first.height
        if rest:
            return taken, [rest, *chain[position + 1 :]]
    return taken, []


def _cut_heading(heads: list[Box], rest: list[Box]) -> tuple[list[Box], list[Box]]:
    """Headings that fill a page leave the last line of one of them to what they announce."""
    for index in reversed(range(len(heads))):
        first, last = heads[index].split(heads[index].height - 1.0, 1.0)
        if first is not None and last is not None:
            return [*heads[:index], first], [last, *heads[index + 1 :], *rest]
    return heads, rest


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label beside the first line of a text: a list item."""

    label: TextBox
    body: TextBox
    indent: float
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return max(self.label.height, self.body.height)

    def split(self, room: float, least: float) -> "tuple[Labelled | None, Labelled | None]":
        if self.height <= room + 0.01:
            return self, None
        head, rest = self.body.split(room, least)
        if head is None or rest is None:
            return None, self
        return replace(self, body=head), replace(
            self, label=replace(self.label, lines=()), body=rest, above=0.0
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        self.label.draw(pen, x, y)
        self.body.draw(pen, x + self.indent, y)
