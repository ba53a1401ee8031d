"""The pictures of the guides: which screen each shows, to whom, and how one comes to it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from tests.journeys.walk import go, press

FOLDER = Path(__file__).parents[2] / "docs" / "images"
VIEW = ViewportSize(width=1280, height=860)
COLOURS = 128
CODE = re.compile(r"^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$")


@dataclass(frozen=True)
class Picture:
    """A screen as a group of the demonstration sees it; `{complete}` stands for the fuller strategy."""

    group: str
    address: str
    arrange: Callable[[Page], None] = lambda page: None


def open_action(page: Page) -> None:
    """The form of an action, found by its title."""
    go(page.get_by_role("main").get_by_role("link", name="Réaliser le bilan d’impact").first)


def try_saint_etienne(page: Page) -> None:
    """The rules, tried on a commune of the official list."""
    search = page.get_by_role("main").get_by_role("search")
    search.get_by_role("textbox").fill("Saint-Étienne")
    press(search, "Chercher")
    go(page.get_by_role("main").get_by_role("link", name="Saint-Étienne", exact=True).first)


def verify(page: Page) -> None:
    """What the site tells of a version to whoever types its code."""
    go(page.get_by_role("main").get_by_role("link", name=CODE))


def enter_room(page: Page) -> None:
    """The room of the review that the auditor was invited to."""
    go(page.get_by_role("main").get_by_role("link", name="Agglomération de démonstration").first)


PICTURES = {
    "etape": Picture("manager", "/strategies/{complete}/actions/"),
    "relecture": Picture("manager", "/strategies/{complete}/relecture/"),
    "versions": Picture("manager", "/strategies/{complete}/versions/"),
    "verification": Picture("manager", "/strategies/{complete}/versions/2/", verify),
    "revue": Picture("auditor", "/revues/", enter_room),
    "catalogue": Picture("editor", "/admin/snippets/reen/action/"),
    "fiche": Picture("editor", "/admin/snippets/reen/action/?q=bilan", open_action),
    "veille": Picture("editor", "/admin/veille/"),
    "essai": Picture("editor", "/admin/regles/essai/", try_saint_etienne),
    "imports": Picture("editor", "/admin/echanges/"),
}


def take(page: Page, picture: Picture, references: dict[str, str]) -> Image.Image:
    """What that page shows of a screen, in few colours, as a file of some tens of kilobytes."""
    page.set_viewport_size(VIEW)
    page.goto(picture.address.format(**references))
    picture.arrange(page)
    image = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
    return image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
