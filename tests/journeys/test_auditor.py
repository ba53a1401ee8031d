"""A read-only member reads a strategy whole, takes its PDF away, and cannot change a word of it."""

import re

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import look_over
from tests.journeys.walk import download_pdf, follow, requirement_states, sign_in, steps, words_of

WRITING = re.compile("Enregistrer|Ajouter|Retirer|Retenir|Modifier|Écrire|En faire")


@pytest.fixture
def audited(page: Page, demo: Demo) -> str:
    """The address of the complete strategy; the auditor is signed in on `page`."""
    sign_in(page, *demo.accounts["auditor"])
    return f"/strategies/{demo.strategies['complete']}/"


def test_every_step_is_read_and_none_offers_to_write(page: Page, audited: str):
    page.goto("/strategies/")
    follow(page.get_by_role("main"), re.compile("^Agglomération de démonstration"))
    for step in steps(page):
        follow(page.get_by_role("navigation", name="Étapes"), step)
        main = page.get_by_role("main")
        assert main.get_by_text("Lecture seule").count() == 1, step
        for role in ("button", "link", "checkbox"):
            assert main.get_by_role(role, name=WRITING).count() == 0, step
        assert main.get_by_role("textbox").count() == 0, step
    assert set(requirement_states(page).values()) == {"renseigné"}
    page.goto(f"{audited}gouvernance/")
    assert page.get_by_role("main").get_by_text("Camille Exemple").count() == 1
    assert look_over(page) == []


def test_pdf_is_theirs_to_take(page: Page, audited: str):
    page.goto(f"{audited}relecture/")
    text = words_of(download_pdf(page))
    assert "Agglomération de démonstration" in text
    assert "PROJET" in text


def test_change_is_refused(page: Page, audited: str):
    page.goto(f"{audited}objectifs/")
    before = page.locator(".card").all_inner_texts()
    page.goto("/compte/logout/")
    token = page.locator("main [name=csrfmiddlewaretoken]").input_value()
    typed = {"csrfmiddlewaretoken": token, "statement": "Effacer", "perimeter": "territoire", "seen": "0"}
    refused = page.request.post(f"{audited}objectifs/", form=typed)
    assert refused.status == 403
    assert "Vous n’avez pas accès à cette page" in refused.text(), "refused for another reason"
    for screen in ("indicateurs/nouveau/", "actions/nouvelle/", "actions/1/retirer/"):
        assert page.request.get(f"{audited}{screen}").status == 403, screen
    page.goto(f"{audited}objectifs/")
    assert page.locator(".card").all_inner_texts() == before
