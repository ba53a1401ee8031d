"""Sizes, colours and distances: the only place where the looks of the PDF are decided. All in points."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT = RIGHT = 62.0
TOP, BOTTOM = 74.0, 62.0
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
MEASURE = 415.0
"""Widest line of running text: about eighty characters."""
LEAST_FILL, PROMISED_FILL = 0.3, 0.2
"""A page is not left before the first share of it is used; to keep a heading from its end, before the second."""

CLOSE, SMALL, BODY, HEADING, TITLE, DISPLAY = 8.0, 9.0, 10.5, 13.0, 20.0, 34.0
"""The type sizes; a page of text shows the first four, the cover shows all but HEADING."""

INK = HexColor("#17211e")
MUTED = HexColor("#4d5a56")
LINE = HexColor("#b9c2be")
PAPER = HexColor("#ffffff")
ACCENT = HexColor("#0b5a49")
ACCENT_SOFT = HexColor("#e3efea")
ATTENTION = HexColor("#8f4a00")
ATTENTION_SOFT = HexColor("#fbeedd")
ERROR = HexColor("#a32020")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; `quiet` links look like the text around them."""

    size: float = BODY
    leading: float = 15.0
    color: Color = INK
    strong: bool = False
    right: bool = False
    quiet: bool = False


def close(style: Style) -> Style:
    """The same for a compact table: as small as print stays easy to read."""
    return replace(style, size=CLOSE, leading=10.0)


def muted(style: Style) -> Style:
    """The same in the colour of what is less to be read."""
    return replace(style, color=MUTED)


TEXT = Style()
STRONG = replace(TEXT, strong=True)
NOTE = Style(SMALL, 12.5, MUTED)
CELL = Style(SMALL, 12.5)
CELL_STRONG = replace(CELL, strong=True)
CELL_GROUP = replace(CELL_STRONG, color=ACCENT)
FIGURES = replace(CELL, right=True)
FIGURES_STRONG = replace(CELL_STRONG, right=True)
ON_ACCENT = Style(BODY, 15, PAPER)
ON_ACCENT_TITLE = Style(TITLE, 25, PAPER)
ON_ACCENT_DISPLAY = Style(DISPLAY, 40, PAPER, strong=True)
STATUS = Style(TITLE, 25, ACCENT, strong=True)
CONTENTS = Style(BODY, 15, INK, quiet=True)
CONTENTS_CLOSE = replace(CONTENTS, leading=13.0)
CAPTION = Style(BODY, 15, INK, strong=True)
CARD_TITLE = Style(HEADING, 17, INK, strong=True)
HEADINGS = (
    Style(TITLE, 25, ACCENT, strong=True),
    Style(HEADING, 17, ACCENT, strong=True),
    Style(BODY, 15, INK, strong=True),
)
"""By level; deeper levels look like the last."""
ABOVE_HEADING = (30.0, 20.0, 14.0)
BETWEEN = 7.0
"""Between two blocks."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How close together the blocks of a section are set.

    `padding` is above and below what is in a row, `item` between the items of a list, `label` the share of the
    width that the labels of facts take. Where facts are `paired`, two short ones share a row.
    """

    fact: Style
    caption: Style
    between: float
    padding: float
    item: float
    label: float
    paired: bool


OPEN = Setting(TEXT, CAPTION, between=BETWEEN, padding=4.0, item=3.0, label=0.27, paired=False)
CARD = Setting(CELL, CELL_STRONG, between=4.0, padding=1.5, item=1.0, label=0.21, paired=True)
"""In a card, so that two of them share a page."""
