"""Every picture of the guides can be taken again, and every guide shows pictures that exist, told in words.

`python3 dev.py test tests/journeys/test_pictures.py --pictures` takes those of the documentation again.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.pictures import FOLDER, PICTURES, take
from tests.journeys.walk import sign_in

ROOT = FOLDER.parents[1]
BY_HAND = {"document"}  # three pages of a PDF, side by side


@pytest.mark.thorough
def test_pictures_are_taken(
    open_page: Callable[..., Page], demo: Demo, tmp_path: Path, pytestconfig: pytest.Config
):
    folder = FOLDER if pytestconfig.getoption("--pictures") else tmp_path
    pages: dict[str, Page] = {}
    for name, picture in PICTURES.items():
        if picture.group not in pages:
            pages[picture.group] = open_page()
            sign_in(pages[picture.group], *demo.accounts[picture.group])
        image = take(pages[picture.group], picture, demo.strategies)
        assert len(image.getcolors() or ()) > 20, f"{name} shows next to nothing"
        image.save(folder / f"{name}.png", optimize=True)


def test_guides_show_every_picture_in_words():
    shown = [
        (text, path.parent.joinpath(target).resolve())
        for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
        for text, target in re.findall(r"!\[(.*?)\]\((.+?\.png)\)", path.read_text(encoding="utf-8"))
    ]
    assert {file.stem for _text, file in shown} == PICTURES.keys() | BY_HAND
    assert {file.stem for file in FOLDER.glob("*.png")} == PICTURES.keys() | BY_HAND
    assert all(file.is_file() and len(text) > 20 for text, file in shown)
