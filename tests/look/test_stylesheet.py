"""The stylesheet: its weight, its contrasts, and that templates leave all looks to it."""

import gzip
import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CSS = (ROOT / "reen/static/reen/css/site.css").read_text(encoding="utf-8")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

TEXTS = ("ink", "muted", "accent", "attention", "error")
GROUNDS = ("paper", "surface", "accent-soft", "attention-soft", "error-soft")


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; the dark one is read from its media query."""
    light, dark = re.findall(r":root \{([^}]*)\}", CSS)[:2]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", {"light": light, "dark": dark}[scheme]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_schemes_set_every_colour(scheme: str):
    assert {*TEXTS, *GROUNDS, "line", "rule", "on-accent"} == set(tokens(scheme))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS), ("on-accent", "accent")])
def test_text_is_legible(scheme: str, text: str, ground: str):
    colours = tokens(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_borders_of_controls_are_seen(scheme: str, ground: str):
    colours = tokens(scheme)
    assert contrast(colours["line"], colours[ground]) >= 3


def test_colours_are_written_once():
    after_tokens = CSS.split("/* Page */")[1].split("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", after_tokens) == []


def test_stylesheet_is_light_and_asks_for_nothing_else():
    assert len(gzip.compress(CSS.encode())) < 6_000
    assert "@import" not in CSS
    assert "url(" not in CSS


def test_headings_have_three_sizes():
    sizes = re.findall(r"^(?:h[1-6]\b[^{]*)\{[^}]*font-size: ([^;]+);", CSS, flags=re.MULTILINE)
    assert len(sizes) == len(set(sizes)) == 3


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_templates_hold_no_style_nor_script(template: Path):
    source = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=", source)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", source)
    assert "<style" not in source
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)
