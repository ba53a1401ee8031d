"""Printed in grey, words stay legible and series stay apart."""

from itertools import product

import pytest
from reportlab.lib.colors import Color

from strategy.renderers.pdf import panels, series, signs, styles

STYLES = [
    style
    for value in vars(styles).values()
    for style in (value if isinstance(value, tuple) else (value,))
    if isinstance(style, styles.Style)
]
GROUNDS = [styles.PAPER, *(look.ground for look in panels.NOTICES.values())]


def grey(color: Color) -> float:
    """The luminance of a colour printed in grey, the grey being that of Rec. 601 as printers have it."""
    level = 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted([grey(one), grey(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("style", "ground"), [*product(STYLES, GROUNDS)])
def test_words_are_legible_in_grey(style, ground):
    if style.color is styles.PAPER:
        ground = styles.ACCENT
    assert contrast(style.color, ground) >= 4.5


def test_links_and_signs_are_seen_in_grey():
    shown = (styles.ACCENT, *signs.COLORS.values())
    assert min(contrast(color, ground) for color, ground in product(shown, GROUNDS)) >= 4.5


def test_series_are_seen_and_told_apart_without_colour():
    assert min(contrast(ink.color, styles.PAPER) for ink in series.INKS) >= 3
    lines = {(ink.dash, ink.corners) for ink in series.INKS}
    fillings = {(ink.hatch, round(grey(ink.ground), 2)) for ink in series.INKS}
    assert len(lines) == len(fillings) == len(series.INKS)
