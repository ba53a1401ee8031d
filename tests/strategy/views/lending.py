"""A part lent by a link, filled by a colleague and decided by a writer, as their browsers do it."""

import re
from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from strategy.models import Delegation
from tests.strategy.screens import Screens, sent_by


def delegate(writing: Screens, **given: object) -> str:
    """The path of the secret link of a new delegation, of an action unless told."""
    due = timezone.localdate() + timedelta(days=10)
    form = {"part": "action", "colleague": "Dominique Fictif", "due": due.isoformat()} | given
    page = writing.post("delegate", form)
    assert page.status_code == 200, page.text
    assert page["Referrer-Policy"] == "same-origin"
    return re.search(r"value=\"https?://[^/]+(/delegations/[^\"]+)\"", page.text)[1]


def propose(link: str, send: bool = True, **typed: str | list[str]) -> HttpResponse:
    """What the colleague sends: the form as the page shows it, and what is typed over."""
    colleague = Client()
    shown = sent_by(colleague.get(link)) or {"seen": "0"}  # the page of what is sent has no form
    return colleague.post(link, shown | typed | ({"send": "1"} if send else {}))


def hidden(page: str) -> str:
    """The version that the form of a page was shown from."""
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def decide(writing: Screens, *taken: str, answer: str = "", seen: str | None = None) -> HttpResponse:
    """The answers taken, by name; the others are left."""
    delegation = Delegation.objects.get()
    shown = hidden(writing.get("delegation", delegation.pk).text)
    form = {"seen": seen or shown, "answer": answer} | {f"take_{name}": "1" for name in taken}
    return writing.post("delegation", form, delegation.pk)
