"""What is typed is never lost: by keyboard alone, on leaving, on another device, and when two people write at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import look_over
from tests.journeys.walk import SAVE, fill, follow, group, press, sign_in, start_strategy


def test_keyboard_alone_fills_a_step(page: Page):
    draft = start_strategy(page)
    page.goto(f"/strategies/{draft}/objectifs/")
    page.keyboard.press("Tab")
    assert focused(page) == "Aller au contenu"
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Que voulez-vous réduire"))
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


def test_leaving_with_unsaved_words_asks_first(page: Page):
    draft = start_strategy(page)
    page.goto(f"/strategies/{draft}/gouvernance/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    words = page.get_by_label("Avec quels moyens")
    words.press_sequentially("Un mi-temps.")
    page.get_by_role("link", name="Étape précédente").click()
    assert asked == ["beforeunload"]
    assert words.input_value() == "Un mi-temps."
    press(page, SAVE)
    follow(page, "Étape précédente")
    assert asked == ["beforeunload"], "what is saved needs no question"


def test_draft_follows_the_account_to_another_device(open_page: Callable[..., Page]):
    here, elsewhere = open_page(), open_page(java_script_enabled=False)
    draft = start_strategy(here)
    governance = f"/strategies/{draft}/gouvernance/"
    here.goto(governance)
    fill(group(here, "Pilote dans les services"), {"Prénom et nom": "Dominique Ailleurs"})
    press(here, SAVE)

    elsewhere.goto(governance)
    assert "/compte/login/" in elsewhere.url, "a draft is open to the browser that made it, and to no other"

    follow(here, "Créez un compte")
    email, password = f"{draft.lower()}@example.org", "une phrase de passe longue"
    fill(here, {"E-mail": email, "Mot de passe": password, "Mot de passe (confirmation)": password})
    press(here.get_by_role("main"), "Créer le compte")
    assert here.url.endswith(governance)
    assert here.get_by_text("Sans compte, ce brouillon").count() == 0

    fill(elsewhere, {"E-mail": email, "Mot de passe": password})
    press(elsewhere.get_by_role("main"), "Se connecter")
    assert elsewhere.url.endswith(governance)
    pilot = group(elsewhere, "Pilote dans les services").get_by_label("Prénom et nom")
    assert pilot.input_value() == "Dominique Ailleurs"
    elsewhere.goto("/strategies/")
    assert elsewhere.get_by_role("link", name="Saint-Étienne", exact=True).count() == 1


def test_two_people_choose_when_their_words_meet(open_page: Callable[..., Page], demo: Demo):
    first, second = open_page(), open_page()
    for page in (first, second):
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
