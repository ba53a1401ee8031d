"""The keyboard alone is enough, and the focus is seen wherever it goes."""

import re

import pytest
from playwright.sync_api import Locator, Page

from tests.journeys.walk import basket, group, reference, start_strategy

MOST_TABS = 150


def test_keyboard_alone_goes_through_the_steps(page: Page):
    draft = f"/strategies/{start_strategy(page)}"
    skip_to_content(page, f"{draft}/objectifs/")
    set_objective(page)
    skip_to_content(page, f"{draft}/etat-des-lieux/organisation/")
    count_laptops(page)
    skip_to_content(page, f"{draft}/actions/socle/")
    first, second = take_starter(page)[:2]
    move_down(page, first)
    assert list(basket(page))[:2] == [second, first]
    plan_years(page, first)
    delegate(page)
    assert reference(page) in draft


def skip_to_content(page: Page, address: str) -> None:
    """Open a screen and leave out its header."""
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Aller au contenu"
    page.keyboard.press("Enter")


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until the control has the focus, which must be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if control.evaluate("element => element === document.activeElement"):
            outline = control.evaluate("element => getComputedStyle(element).outlineStyle")
            assert outline != "none", f"the focus is not seen on {control}"
            return
    pytest.fail(f"Tab does not reach {control}")


def type_in(page: Page, control: Locator, text: str) -> None:
    """Reach a field and type in it."""
    tab_to(page, control)
    page.keyboard.type(text)


def press_key(page: Page, control: Locator | None = None) -> None:
    """Press Enter on a control that leads to another page, or where the focus is."""
    if control:
        tab_to(page, control)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def set_objective(page: Page) -> None:
    """A choice between two perimeters goes by the arrows."""
    type_in(page, page.get_by_label("Objectif", exact=True), "Réduire au clavier")
    tab_to(page, page.get_by_label("le territoire"))
    page.keyboard.press("ArrowDown")
    type_in(page, page.get_by_label("Unité"), "kWh")
    press_key(page, page.get_by_role("button", name="Ajouter cet objectif"))
    assert "l’organisation" in page.locator(".card", has_text="Réduire au clavier").inner_text()


def count_laptops(page: Page) -> None:
    """A count is typed, the factors it may replace are unfolded, and Enter computes."""
    laptops = group(page, "Ordinateur portable")
    type_in(page, laptops.get_by_label("Nombre", exact=True), "40")
    press_key(page)
    assert page.get_by_role("heading", name=re.compile(" par an$")).count() == 1
    fold = laptops.locator("summary")
    tab_to(page, fold)
    page.keyboard.press("Enter")
    assert fold.evaluate("element => element.parentElement.open")


def take_starter(page: Page) -> list[str]:
    """One of the set is let go with the space bar."""
    box = page.get_by_role("checkbox", name=re.compile("^Retenir ")).last
    tab_to(page, box)
    page.keyboard.press("Space")
    assert not box.is_checked()
    press_key(page, page.get_by_role("button", name="Retenir les actions cochées"))
    return list(basket(page))


def move_down(page: Page, title: str) -> None:
    """The order of the document changes, and the line that moved is where the eye is."""
    press_key(page, page.get_by_role("button", name=f"Descendre {title}", exact=True))
    assert re.search(r"#retenue-\d+$", page.url)


def plan_years(page: Page, title: str) -> None:
    """A line more is asked for and filled; Enter in a field saves the whole."""
    press_key(page, page.locator(".basket").get_by_role("link", name=title, exact=True))
    press_key(page, page.get_by_role("button", name="Ajouter une année"))
    line = group(page, "Ligne 1")
    type_in(page, line.get_by_label("Année"), "2027")
    type_in(page, line.get_by_label("Investissement"), "1500")
    press_key(page)
    assert "1\u202f500\u00a0€" in page.locator(".basket").inner_text()


def delegate(page: Page) -> None:
    """A link for a colleague; the day and the month are alike, in whichever order the browser asks for them."""
    press_key(page, page.locator(".basket").get_by_role("link").first)
    press_key(page, page.get_by_role("link", name="Déléguer cette partie"))
    type_in(page, page.get_by_label("Nom de votre collègue"), "Direction d’essai")
    type_in(page, page.get_by_label("Réponse attendue le"), "12122099")
    press_key(page)
    assert "/delegations/" in page.get_by_label("Lien secret").input_value()
