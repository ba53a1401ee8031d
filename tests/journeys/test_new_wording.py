"""A writer changes an action, a validator publishes it, a manager sees the difference and takes it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Site
from tests.journeys.measures import look_over
from tests.journeys.walk import SAVE, fill, follow, press, sign_in, start_strategy, tick

ACTION = "Vider les stocks dormants"
FORMER = "Ouvrir les placards chaque année"
NEW = "Ouvrir les placards deux fois par an"
OTHER = "Allonger garanties et mises à jour"
WRITERS, VALIDATORS = "Rédacteurs", "Validateurs"
PASSWORD = "mot-de-passe-d-essai"


@pytest.fixture(scope="module")
def editors(site: Site) -> dict[str, str]:
    """The addresses of a writer and of a validator, by group."""
    made = {WRITERS: "redactrice@essai.invalid", VALIDATORS: "validateur@essai.invalid"}
    site.manage(
        "shell",
        "--command",
        "from django.contrib.auth.models import Group\n"
        "from reen.models import User\n"
        f"for group, email in {made!r}.items():\n"
        f"    user = User.objects.create_user(email, {PASSWORD!r})\n"
        "    user.groups.add(Group.objects.get(name=group))",
    )
    return made


@pytest.mark.thorough
def test_a_new_wording_goes_from_the_writer_to_the_manager(
    open_page: Callable[..., Page], editors: dict[str, str]
):
    manager = open_page(java_script_enabled=False)
    draft = f"/strategies/{start_strategy(manager)}"
    manager.goto(f"{draft}/actions/?q=stocks")
    tick(manager, [ACTION])
    press(manager, "Retenir la sélection")
    former = chosen(manager)
    assert former.startswith(FORMER)

    writer = open_page()
    open_entry(writer, editors[WRITERS])
    assert re.match(r"Utilisée par \d+\u00a0brouillons?\. Publiée, ", notice(writer))
    writer.get_by_role("textbox", name="En une ligne").fill(former.replace(FORMER, NEW))
    writer.get_by_role("button", name="Plus d'actions").click()
    press(writer, "Soumettre à Rédaction, puis validation")
    assert news(manager, draft) == 0

    validator = open_page()
    open_entry(validator, editors[VALIDATORS])
    assert re.search(r"Publiée, votre modification l(ui|eur) sera proposée", notice(validator))
    validator.get_by_role("button", name="Plus d'actions").click()
    press(validator, "Approuver et Publier")

    assert news(manager, draft) == 1
    follow(manager.get_by_role("main"), re.compile("une nouvelle rédaction de la fiche existe"))
    assert changes(manager) == (["chaque année"], ["deux fois par an"])
    press(manager, "Prendre la nouvelle rédaction")
    assert chosen(manager) == former.replace(FORMER, NEW)
    assert news(manager, draft) == 0


@pytest.mark.thorough
def test_words_adapted_here_are_compared_on_any_screen_and_adapted_again(page: Page, site: Site):
    draft = f"/strategies/{start_strategy(page)}"
    page.goto(f"{draft}/actions/?q=allonger")
    tick(page, [OTHER])
    press(page, "Retenir la sélection")
    follow(page.locator(".basket"), OTHER)
    fill(page, {"Ce que vous ferez": "Nos mots."})
    press(page, SAVE)
    site.manage(
        "shell",
        "--command",
        "from reen.models import Action\n"
        f"action = Action.objects.get(title={OTHER!r})\n"
        "action.summary += ' Et le dire.'\n"
        "action.save_revision().publish()",
    )
    page.reload()
    follow(page.locator(".basket"), re.compile("^nouvelle rédaction"))
    assert "Nos mots." in page.locator(".conflict section").first.inner_text()
    assert look_over(page) == []
    fill(page, {"Ce que vous ferez": "Nos mots, et le dire."})
    press(page, "Enregistrer mes mots")
    assert (
        page.locator(".notice--success").inner_text()
        == f"«\u202f{OTHER}\u202f» est adapté à la révision\u00a02."
    )
    assert page.locator(".basket .tag").count() == 0


def open_entry(page: Page, email: str) -> None:
    """Sign in, and open the action in the admin."""
    sign_in(page, email, PASSWORD)
    page.goto("/admin/snippets/reen/action/?q=stocks dormants")
    follow(page.get_by_role("main"), ACTION)


def notice(page: Page) -> str:
    """What stands above the form of the action."""
    return page.locator("main .help-block").first.inner_text()


def chosen(page: Page) -> str:
    """What the strategy says of the action, from its list of actions."""
    follow(page.locator(".basket"), ACTION)
    words = page.get_by_label("Ce que vous ferez").input_value()
    page.go_back()
    return words


def news(page: Page, draft: str) -> int:
    """How many new wordings the proof-reader finds."""
    page.goto(f"{draft}/relecture/")
    return page.get_by_role("link", name=re.compile("nouvelle rédaction de la fiche")).count()


def changes(page: Page) -> tuple[list[str], list[str]]:
    """The words removed and those added, as they are seen."""
    removed, added = (
        [
            re.sub(r"^(supprimé|ajouté)\s:\s|,\s?$", "", text).strip()
            for text in page.locator(f"main {tag}").all_inner_texts()
        ]
        for tag in ("del", "ins")
    )
    return removed, added
