"""Signing in the way people do: an address, the code read in the mail, the code typed."""

import re

from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

ASK, TYPE = reverse("strategy:code"), reverse("strategy:type_code")


def ask(client: Client, email: str, **data: str) -> HttpResponse:
    return client.post(ASK, {"email": email, **data})


def code_of_last_mail() -> str:
    return re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.MULTILINE)[1]


def sign_in_by_code(client: Client, email: str, **data: str) -> HttpResponse:
    """The answer to the right code."""
    assert ask(client, email, **data).status_code == 302
    response = client.post(TYPE, {"code": code_of_last_mail(), **data})
    assert response.status_code == 302
    return response
