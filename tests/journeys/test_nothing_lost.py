"""What is typed is never lost: on leaving, and without the script that saves it."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import look_over
from tests.journeys.walk import SAVE, fill, follow, press, sign_in, start_strategy


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
