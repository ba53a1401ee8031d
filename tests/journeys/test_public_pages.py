"""Every public page answers; the heaviest of each kind is light, accessible and fits a phone."""

import gzip
import re
import urllib.request
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Site
from tests.journeys.measures import look_over, visit

SHEETS = ("actions", "indicateurs", "ressources", "retours-d-experience")
# Pages that no link leads to from the home page: what a search finds, what it does not, an answer, the accounts.
FORMS = (
    "/ma-collectivite/?q=saint denis",
    "/ma-collectivite/?q=nulle part",
    "/ma-collectivite/commune/42218/",
    "/ma-collectivite/commune/01001/",
    "/actions/?q=introuvable",
    "/corriger/?fiche=action.bilan-impact",
    "/charte/",
    "/strategies/",
    "/compte/login/",
    "/compte/code/",
)
PRIVATE = re.compile(r"/(admin|compte|corriger|strategies|static|media|documents)/")


class Reader(HTMLParser):
    """Counts the elements of a page and collects where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements = 0
        self.links: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += 1
        target = dict(attrs).get("href") or ""
        if tag == "a" and target.startswith("/") and not PRIVATE.match(target):
            self.links.add(re.sub(r"[?#].*", "", target))


def read(url: str) -> Reader:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        content = answer.read()
        compressed = answer.headers["Content-Encoding"] == "gzip"
    return Reader((gzip.decompress(content) if compressed else content).decode())


def kind_of(path: str) -> str:
    """Pages under one heading are of one kind: `/actions/mut-1/` is a `/actions/*`."""
    return re.sub(r"^(/[^/]+/).+", r"\1*", path)


def is_sheet(path: str) -> bool:
    """Whether a page must be as light as a sheet: the home page and the entries of the catalogue."""
    return path == "/" or (path.split("/")[1] in SHEETS and kind_of(path) != path)


@pytest.fixture(scope="session")
def public_pages(site: Site) -> dict[str, int]:
    """Every page that links lead to from the home page, with its number of elements; each answered."""
    pages: dict[str, int] = {}
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path not in pages:
            reader = read(site.url + path)
            pages[path] = reader.elements
            waiting += sorted(reader.links - pages.keys())
    return pages


@pytest.fixture(scope="session")
def heaviest(public_pages: dict[str, int]) -> list[str]:
    """The page with the most elements of each kind."""
    kinds: dict[str, str] = {}
    for path in sorted(public_pages, key=public_pages.__getitem__):
        kinds[kind_of(path)] = path
    return sorted(kinds.values())


def test_every_kind_of_page_is_linked_from_home(public_pages: dict[str, int]):
    kinds = {kind_of(path) for path in public_pages}
    assert {f"/{sheet}/*" for sheet in SHEETS} | {f"/{sheet}/" for sheet in SHEETS} <= kinds
    assert sum(path.startswith("/actions/") for path in public_pages) > 25


@pytest.mark.thorough
def test_pages_are_light_accessible_and_fit(heaviest: list[str], open_page: Callable[..., Page]):
    faults = []
    for path in [*heaviest, *FORMS]:
        page = open_page()
        weight = visit(page, path)
        if not weight.within(nodes=350 if is_sheet(path) else 600):
            faults.append(f"{path} is heavy: {weight}")
        faults += look_over(page)
        page.context.close()
    assert faults == []
