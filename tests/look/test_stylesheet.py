"""The stylesheet: its weight, its borders, and that templates leave all looks to it."""

import gzip
import re
from pathlib import Path

import pytest

from reen.colours import DARK, LIGHT, Scheme, contrast

ROOT = Path(__file__).parents[2]
CSS = (ROOT / "reen/static/reen/css/site.css").read_text(encoding="utf-8")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_borders_of_controls_are_seen(scheme: Scheme, ground: str):
    assert contrast(scheme.line, getattr(scheme, ground)) >= 3


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
