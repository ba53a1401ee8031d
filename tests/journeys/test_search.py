"""A visitor finds the same article by three wordings, from the header, without JavaScript and on a phone too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.measures import PHONE, look_over, visit
from tests.journeys.walk import go

ARTICLE = "/loi/article-16/"
WORDINGS = (
    "réemploi du matériel réformé",
    "seconde vie du matériel informatique",
    "Article 16 reemploi",
)


@pytest.mark.parametrize("wording", WORDINGS)
def test_an_article_is_found_by_several_wordings(wording: str, open_page: Callable[..., Page]):
    page = open_page(java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Chercher sur le site").fill(wording)
    page.get_by_label("Chercher sur le site").press("Enter")
    go(page.get_by_role("region", name="résultats").locator(f'a[href="{ARTICLE}"]'))
    assert page.url.endswith(ARTICLE)
    assert "16" in page.get_by_role("heading", level=1).inner_text()


def test_results_are_narrowed_by_links(open_page: Callable[..., Page]):
    page = open_page()
    page.goto("/recherche/?q=ordinateur")
    go(page.get_by_role("navigation", name="Nature").get_by_role("link", name="Actions"))
    results = page.get_by_role("region", name="résultats")
    kinds = set(results.locator(".meta > :first-child").all_inner_texts())
    assert kinds == {"Actions"}
    go(page.get_by_role("navigation", name="Nature").get_by_role("link", name="Tout"))
    assert page.get_by_label("Que cherchez-vous").input_value() == "ordinateur"


def test_a_wrong_letter_leads_to_results(open_page: Callable[..., Page]):
    page = open_page(viewport=PHONE)
    page.goto("/nulle-part/")
    page.get_by_label("Chercher sur le site").fill("reconditionnné")
    go(page.get_by_role("button", name="Chercher"))
    go(page.get_by_role("link", name="reconditionné"))
    assert page.get_by_role("link", name="Acheter du matériel reconditionné").is_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/recherche/",
        "/recherche/?q=ordinateur",
        "/recherche/?q=ordinnateur",
        "/obligations/",
        "/obligations/epci/plus-50000/",
    ],
)
def test_screens_are_light_accessible_and_fit(path: str, open_page: Callable[..., Page]):
    page = open_page()
    assert visit(page, path).within(nodes=600)
    assert look_over(page) == []


def test_home_says_what_this_is_and_starts_in_one_screen(open_page: Callable[..., Page]):
    for viewport in ({"width": 1280, "height": 900}, PHONE):
        page = open_page(viewport=viewport)
        page.goto("/")
        start = page.get_by_role("main").get_by_role("button", name="Chercher").bounding_box()
        assert start is not None
        assert start["y"] + start["height"] <= viewport["height"]
        page.context.close()
