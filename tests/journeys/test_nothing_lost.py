"""What is typed is never lost: by keyboard alone, on leaving, and without the script that saves it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import look_over
from tests.journeys.walk import SAVE, fill, follow, press, sign_in, start_strategy


def test_keyboard_alone_fills_a_step(page: Page):
    draft = start_strategy(page)
    page.goto(f"/strategies/{draft}/objectifs/")
    page.keyboard.press("Tab")
    assert focused(page) == "Aller au contenu"
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Objectif", exact=True))
    page.keyboard.type("Réduire au clavier")
    tab_to(page, page.get_by_label("Unité"))
    page.keyboard.type("kWh")
    tab_to(page, page.get_by_label("le territoire"))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Ajouter cet objectif"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "l’organisation" in page.locator(".card", has_text="Réduire au clavier").inner_text()


def focused(page: Page) -> str:
    """The words of what has the focus, which must be seen to have it."""
    focus = page.locator(":focus")
    assert focus.evaluate("element => getComputedStyle(element).outlineStyle") != "none", "focus is not seen"
    return focus.inner_text()


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if control.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {control}")


def test_leaving_asks_first_when_ticks_would_be_lost_and_not_when_words_are_kept(page: Page):
    draft = start_strategy(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto(f"/strategies/{draft}/gouvernance/")
    words = page.get_by_label("Avec quels moyens")
    words.press_sequentially("Un mi-temps.")
    follow(page, "Étape précédente")
    page.go_back()
    assert words.input_value() == "Un mi-temps."
    assert asked == []
    page.goto(f"/strategies/{draft}/actions/")
    tick = page.get_by_role("checkbox", name="Retenir").first
    tick.check()
    page.get_by_role("link", name="Étape suivante").or_(
        page.get_by_role("link", name="Relecture")
    ).first.click()
    assert asked == ["beforeunload"]
    assert tick.is_checked()


def test_without_the_script_two_people_choose_when_their_words_meet(
    open_page: Callable[..., Page], demo: Demo
):
    first, second = open_page(), open_page()
    for page in (first, second):
        page.route("**/autosave.js", lambda route: route.abort())
        sign_in(page, *demo.accounts["manager"])
        page.goto(f"/strategies/{demo.strategies['started']}/etat-des-lieux/")
    uses = "Usages du numérique sur le territoire"
    fill(first, {uses: "Ce que dit la première."})
    press(first, SAVE)
    fill(second, {uses: "Ce que dit la seconde."})
    press(second, SAVE)
    choice = second.get_by_role("alert")
    assert "Quelqu’un a enregistré" in choice.inner_text()
    assert "Ce que dit la première." in choice.inner_text()
    assert second.get_by_label(uses).input_value() == "Ce que dit la seconde."
    assert look_over(second) == []
    first.reload()
    assert first.get_by_label(uses).input_value() == "Ce que dit la première."
    press(second, SAVE)
    first.reload()
    assert first.get_by_label(uses).input_value() == "Ce que dit la seconde."
