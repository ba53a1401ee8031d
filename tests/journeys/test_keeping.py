"""Keeping a draft by e-mail, sharing it, and delegating a part by a link; the same without JavaScript."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Demo, Site
from tests.journeys.measures import look_over
from tests.journeys.walk import SAVE, fill, follow, go, group, press, sign_in, start_strategy

ADDRESS = "Adresse électronique"


BOTH = pytest.mark.parametrize(
    "scripts",
    [
        pytest.param(True, id="javascript", marks=pytest.mark.thorough),
        pytest.param(False, id="no-javascript"),
    ],
)


def last_mail(site: Site, to: str) -> str:
    """The words of the last message that the server sent to that address."""
    messages = [
        message_from_bytes(part, policy=policy.default)
        for path in sorted((site.folder / "mail").iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for part in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n")
        if part.strip()
    ]
    return [message.get_content() for message in messages if message["To"] == to][-1]


def look(page: Page) -> None:
    """The page is accessible and fits a phone; what tells is a script, so nothing is told where scripts are off."""
    if page.evaluate("() => matchMedia('(scripting: enabled)').matches"):
        assert look_over(page) == []


def type_code(page: Page, site: Site, email: str) -> None:
    """Type the code that was sent to that address."""
    code = re.search(r"^ {4}(\S+)$", last_mail(site, email), re.MULTILINE)[1]
    look(page)
    fill(page, {"Code reçu": code})
    press(page.get_by_role("main"), "Entrer")


def enter(page: Page, site: Site, email: str) -> None:
    """From the page that asks for an address to the one that was wanted."""
    look(page)
    fill(page, {ADDRESS: email})
    press(page.get_by_role("main"), "Recevoir un code")
    type_code(page, site, email)


@pytest.mark.parametrize("scripts", [True, False], ids=["javascript", "no-javascript"])
def test_a_draft_is_kept_by_email_and_opened_on_another_device(
    open_page: Callable[..., Page], site: Site, scripts: bool
):
    here, elsewhere = (open_page(java_script_enabled=scripts) for _ in range(2))
    draft = start_strategy(here)
    governance, email = f"/strategies/{draft}/gouvernance/", f"{draft.lower()}@exemple.invalid"
    here.goto(governance)
    fill(group(here, "Pilote dans les services"), {"Prénom et nom": "Dominique Ailleurs"})
    press(here, SAVE)

    elsewhere.goto(governance)
    assert "/compte/login/" in elsewhere.url, "a draft is open to the browser that made it, and to no other"
    assert elsewhere.get_by_text("n’est ouverte qu’à ses membres").is_visible()

    follow(here, "Gardez ce brouillon")
    assert here.get_by_text(draft).is_visible()
    enter(here, site, email)
    assert here.url.endswith(governance)
    assert here.get_by_text("est gardé").is_visible()
    assert here.get_by_text("Sans compte, ce brouillon").count() == 0

    follow(elsewhere, "Entrer avec un code")
    enter(elsewhere, site, email)
    assert elsewhere.url.endswith(governance)
    pilot = group(elsewhere, "Pilote dans les services").get_by_label("Prénom et nom")
    assert pilot.input_value() == "Dominique Ailleurs"


@dataclass(frozen=True)
class Shared:
    """A draft of an owner and of a colleague who writes, each at their own browser."""

    draft: str
    owner: Page
    owner_email: str
    guest: Page
    guest_email: str


@pytest.fixture
def shared(open_page: Callable[..., Page], site: Site) -> Shared:
    """The owner keeps a draft with an address and invites a colleague, who joins; every page on the way is sound."""
    owner, guest = (open_page() for _ in range(2))
    draft = start_strategy(owner)
    names = [f"{name}-{draft.lower()}@exemple.invalid" for name in ("premier", "seconde")]
    owner.goto("/compte/code/")
    enter(owner, site, names[0])
    owner.goto(f"/strategies/{draft}/membres/")
    look(owner)
    fill(owner, {"Adresse électronique de la personne": names[1]})
    press(owner, "Envoyer l’invitation")
    look(owner)

    link = re.search(r"https?://\S+/invitations/\S+", last_mail(site, names[1]))[0]
    guest.goto(link)
    look(guest)
    press(guest.get_by_role("main"), "Recevoir un code")
    type_code(guest, site, names[1])
    press(guest.get_by_role("main"), "Rejoindre la stratégie")
    assert draft in guest.url
    guest.goto(link)
    assert guest.get_by_text("Cette invitation").count(), "a link that has served opens nothing"
    look(guest)
    return Shared(draft, owner, names[0], guest, names[1])


@pytest.mark.thorough
def test_an_owner_names_a_colleague_and_leaves(shared: Shared):
    owner, guest, members = shared.owner, shared.guest, f"/strategies/{shared.draft}/membres/"
    owner.goto(members)
    follow(owner, f"Changer l’accès de {shared.guest_email}")
    owner.get_by_label("Prestataire").check()
    press(owner, SAVE)
    assert owner.get_by_role("alert").get_by_text("Dernier jour d’accès").count() == 1
    look(owner)

    owner.goto(f"{members}partir/")
    look(owner)
    owner.get_by_label("Qui devient responsable").select_option(shared.guest_email)
    press(owner, "Quitter la stratégie")
    owner.goto(members)
    assert owner.get_by_role("heading", name="introuvable").or_(owner.get_by_text("n’existe pas")).count()
    guest.goto(members)
    assert f"a quitté la stratégie et désigné {shared.guest_email} responsable." in guest.inner_text("main")
    for path in (f"/strategies/{shared.draft}/supprimer/", "/compte/supprimer/"):
        guest.goto(path)
        look(guest)


@pytest.mark.thorough
def test_a_writer_takes_over_from_an_owner_who_is_gone(shared: Shared):
    owner, guest, members = shared.owner, shared.guest, f"/strategies/{shared.draft}/membres/"
    guest.goto(members)
    assert guest.get_by_role("button", name="Devenir responsable").count() == 0
    owner.goto("/compte/supprimer/")
    fill(owner, {"Votre adresse électronique": shared.owner_email})
    press(owner, "Supprimer mon compte")

    guest.reload()
    look(guest)
    press(guest, "Devenir responsable")
    (card,) = guest.locator(".card").all()
    assert shared.guest_email in card.inner_text()
    assert "responsable" in card.locator(".meta").inner_text()


def lend(page: Page, colleague: str) -> str:
    """Delegate the part on the screen for a week from now; the secret link."""
    follow(page, "Déléguer cette partie")
    look(page)
    due = (date.today() + timedelta(days=7)).isoformat()  # noqa: DTZ011 (what a person would type)
    fill(page, {"Nom de votre collègue": colleague, "Réponse attendue le": due})
    press(page, "Créer le lien")
    look(page)
    return page.get_by_label("Lien secret").input_value()


@BOTH
def test_a_delegation_is_answered_and_taken_field_by_field(
    open_page: Callable[..., Page], demo: Demo, scripts: bool
):
    manager, colleague = (open_page(java_script_enabled=scripts) for _ in range(2))
    rhythm = "Le bureau, chaque mois." if scripts else "Le bureau, chaque trimestre."
    sign_in(manager, *demo.accounts["manager"])
    governance = f"/strategies/{demo.strategies['complete']}/gouvernance/"
    manager.goto(governance)
    kept = manager.get_by_label("Avec quels moyens").input_value()
    link = lend(manager, "Direction des finances")
    follow(manager, "Voir les délégations")
    assert manager.get_by_text("en attente", exact=True).count()
    look(manager)

    colleague.goto(link)
    look(colleague)
    assert demo.strategies["complete"] not in colleague.inner_text("body")
    fill(colleague, {"Qui décide, et à quel rythme\u202f?": rhythm})
    press(colleague, SAVE)
    colleague.goto(link)
    fill(colleague, {"Avec quels moyens\u202f?": "Un budget à voter."})
    press(colleague, "Envoyer")
    assert colleague.get_by_text("Votre proposition est envoyée").is_visible()
    look(colleague)

    manager.goto(governance)
    assert "Direction des finances a envoyé sa proposition" in manager.inner_text("main")
    follow(manager, "Décider de ce que vous reprenez")
    look(manager)
    steering = group(manager, "Qui décide, et à quel rythme\u202f?\u00a0: que garder\u202f?")
    steering.get_by_label("Prendre la proposition").check()
    fill(manager, {"Votre réponse (facultatif)": "Le budget n’est pas voté."})
    press(manager, "Enregistrer la décision")
    look(manager)

    manager.goto(governance)
    assert manager.get_by_label("Qui décide").input_value() == rhythm
    assert manager.get_by_label("Avec quels moyens").input_value() == kept
    colleague.reload()
    told = colleague.inner_text("main")
    assert "Le budget n’est pas voté." in told
    assert "Un budget à voter." in told
    look(colleague)


@BOTH
def test_a_delegation_of_an_action_brings_its_budget_and_its_boxes(
    open_page: Callable[..., Page], demo: Demo, scripts: bool
):
    manager, colleague = (open_page(java_script_enabled=scripts) for _ in range(2))
    year = "2041" if scripts else "2042"
    sign_in(manager, *demo.accounts["manager"])
    manager.goto(f"/strategies/{demo.strategies['complete']}/actions/")
    go(manager.locator(".basket .items a").first)
    action = manager.url
    colleague.goto(lend(manager, "Direction des finances"))
    fill(colleague.locator(".line").nth(-2), {"Année": year, "Fonctionnement": "1 200"})
    box = group(colleague, "Objectifs servis").get_by_role("checkbox").last
    wanted = not box.is_checked()
    box.set_checked(wanted)
    fill(colleague, {"Pilote": "Direction des finances"})
    if scripts:
        colleague.locator(".saved").get_by_text("Enregistré à").wait_for()
        colleague.reload()
        assert colleague.get_by_label("Pilote").input_value() == "Direction des finances", (
            "saved as it is typed"
        )
    look(colleague)
    press(colleague, "Envoyer")
    look(colleague)

    manager.goto(action)
    follow(manager, "Décider de ce que vous reprenez")
    assert f"{year} – Fonctionnement\u00a0: 1\u202f200" in manager.inner_text("main")
    for answer in ("Budget par année", "Objectifs servis"):
        choice = group(manager, f"{answer}\u00a0: que garder\u202f?")
        choice.get_by_label("Prendre la proposition").check()
    look(manager)
    press(manager, "Enregistrer la décision")

    manager.goto(action)
    years = [line.input_value() for line in manager.get_by_label("Année", exact=True).all()]
    assert year in years
    assert group(manager, "Objectifs servis").get_by_role("checkbox").last.is_checked() is wanted
    assert manager.get_by_label("Pilote").input_value() != "Direction des finances"
