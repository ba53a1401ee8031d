"""A site with one page and its three groups of editors, and a signed-in browser for each."""

from datetime import date

from django.contrib.auth.models import Group
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from reen.content.editors import apply_roles
from reen.content.roles import CONTRIBUTORS, VALIDATORS, WRITERS, Role
from reen.content.tree import add_page
from reen.models import HomePage, User

BY_NAME = {"contributeur": CONTRIBUTORS, "rédacteur": WRITERS, "validateur": VALIDATORS}
REQUIREMENT = {
    "title": "Essai",
    "ref": "essai",
    "part": "strategie",
    "order": "1",
    "explanation": "Ce qui est demandé.",
    "how": "Comment y répondre.",
    "mandatory": "on",
    "basis": "Texte d’essai",
    "deadline": "",
    "certainty": "lu",
    "caution": "",
    "sources": streamfield([]),
}


def open_site() -> HomePage:
    """An empty site with its groups and workflow."""
    home = HomePage(
        title="Accueil",
        slug="accueil",
        lead="Deux phrases.",
        call_to_action="Commencer",
        checked_on=date(2026, 1, 1),
    )
    add_page(home, None)
    apply_roles(home)
    return home


def person(role: Role | None) -> User:
    """An account with one role, or none."""
    name = role.name if role else "Personne"
    user = User.objects.create_user(f"{name.lower()}-{User.objects.count()}@exemple.invalid")
    if role:
        user.groups.add(Group.objects.get(name=role.name))
    return user


def signed_in(user: User) -> Client:
    """A browser where that account is signed in."""
    client = Client()
    client.force_login(user)
    return client


def requirement(action: str = "", **changes: str) -> dict[str, str]:
    """What the form of a requirement posts; `action` is the button pressed, none to save the draft."""
    pressed = {f"action-{action}": "1"} if action else {}
    return nested_form_data(REQUIREMENT | changes | pressed)
