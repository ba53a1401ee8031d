"""A project is reviewed by a link, answered in the next version, compared and signed; the same without JavaScript."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import look_over
from tests.journeys.walk import SAVE, fill, follow, go, press, sign_in, upload

DAY = (date.today() + timedelta(days=20)).isoformat()  # noqa: DTZ011 (what a person would type)
STEERING = "Qui décide, et à quel rythme\u202f?"


def look(page: Page) -> None:
    """The page is accessible and fits a phone; what tells is a script, so nothing is told where scripts are off."""
    if page.evaluate("() => matchMedia('(scripting: enabled)').matches"):
        assert look_over(page) == []


def number(page: Page, draft: str) -> int:
    """Number a project of the draft as it is; its number."""
    page.goto(f"/strategies/{draft}/versions/")
    page.get_by_label("Un projet numéroté, à faire circuler et relire").check()
    press(page, "Numéroter la version")
    return int(page.url.rstrip("/").rsplit("/", 1)[1])


def ask(page: Page, label: str) -> str:
    """On the page that asks for a review; the link."""
    fill(page, {"À qui": label, "Ouverte jusqu’au": DAY})
    look(page)
    press(page, "Créer le lien")
    look(page)
    return page.get_by_label("Lien secret").input_value()


def changes(page: Page) -> list[str]:
    """The new words shown where a remark was made."""
    fold = page.locator("details", has_text="Ce qui a changé ici").first
    if not fold.evaluate("fold => fold.open"):
        fold.locator("summary").click()
    return fold.locator("ins").all_inner_texts()


def remark(page: Page, severity: str, text: str) -> None:
    """On the page of a new remark."""
    look(page)
    page.get_by_label(severity, exact=True).check()
    page.get_by_label("Votre remarque").fill(text)
    press(page, "Ajouter la remarque")


@pytest.mark.parametrize(
    "scripts",
    [
        pytest.param(True, id="javascript", marks=pytest.mark.thorough),
        pytest.param(False, id="no-javascript"),
    ],
)
def test_a_version_is_reviewed_answered_compared_and_signed(
    open_page: Callable[..., Page], demo: Demo, scripts: bool
):
    manager, auditor = (open_page(java_script_enabled=scripts) for _ in range(2))
    word = "avec" if scripts else "sans"
    draft = demo.strategies["complete"]
    sign_in(manager, *demo.accounts["manager"])

    # A file proves an action, the words are changed, the project is numbered and lent.
    manager.goto(f"/strategies/{draft}/actions/")
    go(manager.locator(".basket .items a").first)
    manager.goto(manager.url.rstrip("/") + "/preuves/")
    upload(manager, "Pièce à joindre", f"{word}.pdf", "application/pdf", b"%PDF-1.7 " + word.encode())
    press(manager, "Joindre la pièce")
    look(manager)
    governance = f"/strategies/{draft}/gouvernance/"
    manager.goto(governance)
    fill(manager, {STEERING: f"Le bureau, {word} calendrier."})
    press(manager, SAVE)
    first = number(manager, draft)
    follow(manager, "Demander une revue")
    assert manager.get_by_label("Version à relire").input_value() == str(first)
    link = ask(manager, f"Chambre fictive {word}")

    # The auditor has no account: reads, judges, remarks on a section and on a requirement.
    auditor.goto(link)
    look(auditor)
    fill(auditor, {"Votre nom ou votre service (facultatif)": "Camille Fictive"})
    press(auditor, "Enregistrer ce nom")
    assert f"{word}.pdf" in auditor.inner_text("main")
    follow(auditor, "Gouvernance")
    look(auditor)
    assert f"Le bureau, {word} calendrier." in auditor.inner_text("main")
    go(auditor.get_by_role("link", name="Remarquer sur « Gouvernance »", exact=True))
    remark(auditor, "majeure", "Donnez le rythme des réunions.")
    assert auditor.get_by_text("Donnez le rythme des réunions.").is_visible()
    follow(auditor, "Exigences")
    look(auditor)
    auditor.get_by_label("Votre avis").first.select_option("conforme")
    press(auditor, "Enregistrer les avis")
    follow(auditor, "Contrôles")
    look(auditor)
    follow(auditor, "Exigences")
    go(auditor.get_by_role("link", name=re.compile("^Remarquer sur « Objectifs")))
    remark(auditor, "question", "Pourquoi ces cibles ?")

    # The manager corrects in the next version, and says so.
    manager.goto(governance)
    fill(manager, {STEERING: f"Le bureau, chaque mois, {word} exception."})
    press(manager, SAVE)
    second = number(manager, draft)
    assert second == first + 1
    manager.goto(f"/strategies/{draft}/revues/")
    look(manager)
    follow(manager, f"Chambre fictive {word}, version {first}")
    look(manager)
    go(manager.get_by_role("link", name=re.compile("Gouvernance$")))
    assert any("chaque mois" in words for words in changes(manager))
    look(manager)
    manager.get_by_label("C’est corrigé, dans la version ci-dessous").check()
    manager.get_by_label("Version qui corrige").select_option(str(second))
    press(manager, "Envoyer la réponse")
    go(manager.get_by_role("link", name=re.compile(r"\d+\. Objectifs")))
    manager.get_by_label("J’explique").check()
    fill(manager, {"Explication (facultatif)": "Elles suivent le plan climat."})
    press(manager, "Envoyer la réponse")
    follow(manager, "Demander la suite de cette revue")
    assert manager.get_by_label("Version à relire").input_value() == str(second)
    assert manager.get_by_label("À qui").input_value() == f"Chambre fictive {word}"
    later = ask(manager, f"Chambre fictive {word}")

    # In the next version, the auditor sees what changed where each remark was made, accepts, insists, signs.
    auditor.goto(later)
    follow(auditor, "Gouvernance")
    assert any("chaque mois" in words for words in changes(auditor))
    look(auditor)
    go(auditor.locator(".notice a", has_text="Remarque 1"))
    auditor.get_by_label("J’accepte la réponse").check()
    look(auditor)
    press(auditor, "Envoyer")
    assert auditor.get_by_text("levée", exact=True).is_visible()
    follow(auditor, "Remarques")
    look(auditor)
    go(auditor.get_by_role("link", name=re.compile("^2")))
    auditor.get_by_label("Je maintiens la remarque").check()
    fill(auditor, {"Pourquoi (facultatif)": "Écrivez-le dans le document."})
    press(auditor, "Envoyer")
    follow(auditor, "Avis final")
    assert "2 (question, maintenue)" in auditor.inner_text("main")
    look(auditor)
    auditor.get_by_label("favorable avec réserves", exact=True).check()
    auditor.get_by_label("Réserves ou motifs").fill("Les cibles ne sont pas expliquées.")
    press(auditor, "Signer l’avis")
    assert "Les cibles ne sont pas expliquées." in auditor.inner_text("main")
    assert "Camille Fictive" in auditor.inner_text("main")
    look(auditor)

    # The manager reads the opinion and the log, and closes the first link: what was said stays.
    manager.goto(f"/strategies/{draft}/revues/")
    assert "avis favorable avec réserves" in manager.inner_text("main")
    follow(manager, f"Chambre fictive {word}, version {first}")
    press(manager, "Fermer le lien")
    assert "Donnez le rythme des réunions." in manager.inner_text("main")
    manager.goto(f"/strategies/{draft}/versions/{second}/")
    assert "a rendu un avis favorable avec réserves" in manager.inner_text("main")
    assert auditor.goto(link).status == 404


def test_an_invited_account_finds_its_review(page: Page, demo: Demo):
    sign_in(page, *demo.accounts["auditor"])
    page.goto("/strategies/")
    follow(page, "Les revues où l’on vous invite")
    look(page)
    go(page.get_by_role("main").locator(".card a").first)
    assert "Remarques" in page.inner_text("main")
    look(page)
