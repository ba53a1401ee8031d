"""Contrast as WCAG measures it, and accents that everybody can read."""

import re
from pathlib import Path

import pytest

from reen.colours import (
    DARK,
    LIGHT,
    TEXT_LEAST,
    Contrast,
    contrast,
    contrasts,
    is_colour,
    nearest_accent,
    weakest,
)
from reen.colours import with_accent as coloured

CSS = (Path(__file__).parents[2] / "reen/static/reen/css/site.css").read_text(encoding="utf-8")
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
ACCENTS = ["#ff0000", "#ffff00", "#00ff00", "#000091", "#6a6af4", "#808080", "#ffffff", "#000000", "#e1000f"]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#123456", "#123456", 1),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(("scheme", "position"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_tokens_are_those_of_the_stylesheet(scheme, position):
    written = dict(
        re.findall(r"--([\w-]+): (#[0-9a-f]{6});", re.findall(r":root \{([^}]*)\}", CSS)[position])
    )
    assert {name.replace("-", "_"): value for name, value in written.items()} == {
        name: getattr(scheme, name) for name in scheme.__slots__
    }


@SCHEMES
def test_every_text_of_the_stylesheet_can_be_read(scheme):
    told = contrasts(scheme)
    assert len(told) == 26
    assert [each for each in told if not each.passes] == []


@SCHEMES
@pytest.mark.parametrize("accent", ACCENTS)
def test_the_nearest_accent_passes_and_every_nearer_one_does_not(scheme, accent):
    nearest = nearest_accent(scheme, accent)
    assert all(each.passes for each in contrasts(coloured(scheme, nearest)))
    if weakest(scheme, accent).passes:
        assert nearest == accent
    else:
        back = [between(nearest, accent, share) for share in (0.2, 0.5)]
        assert [shade for shade in back if weakest(scheme, shade).passes] == []


def between(one: str, other: str, share: float) -> str:
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@SCHEMES
def test_its_own_accent_changes_nothing(scheme):
    assert coloured(scheme, scheme.accent) == scheme


def test_what_depends_on_the_accent_follows_it():
    blue = coloured(LIGHT, "#000091")
    assert (blue.accent_soft, blue.on_accent, blue.ink) == ("#e3e3f3", "#ffffff", LIGHT.ink)


def test_a_ratio_is_never_rounded_up_to_what_would_pass():
    short = Contrast("accent", "paper", TEXT_LEAST - 0.001)
    assert (short.passes, short.words) == (False, "4,49")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#fff",
        "#0b5a4",
        "#0B5A49",
        "0b5a49",
        "#0b5a49;",
        "#0b5a49\n",
        "red",
        "url(//x)",
        "#0b5a4g",
        "#٠b5a49",
    ],
)
def test_other_writings_are_no_colour(text):
    assert is_colour("#0b5a49")
    assert not is_colour(text)
