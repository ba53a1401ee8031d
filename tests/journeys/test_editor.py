"""An editor mends the wording of an action; the public reads it, and strategies keep the words they chose."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.walk import follow, press, sign_in

ACTION = "Publier les données prioritaires selon un schéma"
WORDS = "Publier d’abord ce que les habitants demandent le plus."


def test_published_change_is_read_by_all_and_changes_no_strategy(open_page: Callable[..., Page], demo: Demo):
    manager, editor, reader = open_page(), open_page(), open_page(java_script_enabled=False)
    sign_in(manager, *demo.accounts["manager"])
    manager.goto(f"/strategies/{demo.strategies['complete']}/actions/")
    follow(manager.locator(".basket"), ACTION)
    chosen = manager.get_by_label("Ce que vous ferez").input_value()

    open_in_admin(editor, *demo.accounts["editor"])
    editor.get_by_role("textbox", name="En une ligne").fill(WORDS)
    editor.get_by_role("button", name="Plus d'actions").click()
    press(editor, "Publier")

    reader.goto("/actions/ouvrir-donnees/")
    assert reader.locator(".lead").inner_text() == WORDS
    assert reader.get_by_text("révision 2").count() == 1
    manager.reload()
    assert manager.get_by_label("Ce que vous ferez").input_value() == chosen != WORDS
    assert manager.get_by_text("copié de la révision 1").count() == 1


def open_in_admin(page: Page, email: str, password: str) -> None:
    """Ask for the admin, sign in on the way, and open the action by its menus."""
    page.goto("/admin/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Mot de passe").fill(password)
    press(page.get_by_role("main"), "Se connecter")
    page.get_by_role("button", name="Catalogue").click()
    follow(page, "Actions")
    page.goto(f"{page.url}?q=schéma")
    follow(page.get_by_role("main"), ACTION)
