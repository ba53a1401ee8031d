"""Signing in by a code: short-lived, few tries, never kept in clear, and the same answer for every address."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from strategy.services.codes import LIFE, TRIES
from tests.strategy.codes import ASK, TYPE, ask, code_of_last_mail, sign_in_by_code
from tests.strategy.factories import AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db

NEW = "nouvelle@exemple.invalid"


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_code_is_typed_as_one_likes(client):
    ask(client, NEW)
    typed = f" {code_of_last_mail().lower().replace('-', ' ')} "
    assert client.post(TYPE, {"code": typed}).status_code == 302
    assert is_in(client)


def test_known_and_unknown_addresses_are_answered_alike(client):
    AccountFactory(email="connue@exemple.invalid")
    pages = []
    for email in ("connue@exemple.invalid", "absente@exemple.invalid"):
        browser = Client()
        response = ask(browser, email)
        page = browser.get(response["Location"])
        wrong = browser.post(TYPE, {"code": "AAAA-AAAA"})
        texts = [one.text.replace(email, "x").replace(token_of(browser), "t") for one in (page, wrong)]
        message = mail.outbox[-1].body.replace(code_of_last_mail(), "c")
        pages.append((response.status_code, response["Location"], *map(without_csrf, texts), message))
    assert pages[0] == pages[1]


def token_of(client: Client) -> str:
    return client.cookies["csrftoken"].value


def without_csrf(text: str) -> str:
    start = text.index('name="csrfmiddlewaretoken"')
    return text[:start] + text[text.index(">", start) :]


def test_the_code_is_nowhere_in_clear(client):
    ask(client, NEW)
    code = code_of_last_mail()
    kept = str([session.get_decoded() for session in Session.objects.all()])
    assert NEW in kept
    assert code not in kept
    assert code.replace("-", "").lower() not in kept.lower()


def test_a_code_serves_once(client):
    sign_in_by_code(client, NEW)
    code = code_of_last_mail()
    client.post(reverse("account_logout"))
    assert client.post(TYPE, {"code": code})["Location"].startswith(ASK)
    assert not is_in(client)


def test_a_code_serves_the_browser_that_asked_for_it_only(client):
    ask(client, NEW)
    assert Client().post(TYPE, {"code": code_of_last_mail()})["Location"].startswith(ASK)


@pytest.mark.parametrize(("late", "opens"), [(timedelta(0), True), (timedelta(seconds=2), False)])
def test_a_code_is_short_lived(client, late, opens):
    with freeze_time() as clock:
        ask(client, NEW)
        clock.tick(LIFE - timedelta(seconds=1) + late)
        client.post(TYPE, {"code": code_of_last_mail()})
        assert is_in(client) is opens


def test_a_code_takes_few_mistakes(client):
    ask(client, NEW)
    code = code_of_last_mail()
    for mistakes in range(1, TRIES):
        response = client.post(TYPE, {"code": f"faux{mistakes}"})
        assert "Ce n’est pas le code envoyé" in response.text
    assert client.post(TYPE, {"code": "faux"})["Location"].startswith(ASK)
    client.post(TYPE, {"code": code})
    assert not is_in(client)


def test_a_new_code_replaces_the_former(client):
    ask(client, NEW)
    former = code_of_last_mail()
    ask(client, NEW)
    assert client.post(TYPE, {"code": former}).status_code == 422
    client.post(TYPE, {"code": code_of_last_mail()})
    assert is_in(client)


@pytest.mark.parametrize(
    ("onward", "expected"),
    [
        ("/strategies/?page=2", "/strategies/?page=2"),
        ("https://ailleurs.invalid/", reverse("strategy:drafts")),
        ("//ailleurs.invalid/", reverse("strategy:drafts")),
    ],
)
def test_one_comes_back_to_the_page_asked_for_and_never_elsewhere(client, onward, expected):
    assert sign_in_by_code(client, NEW, next=onward)["Location"] == expected


@pytest.mark.parametrize("kept", ["x", {}, {"email": NEW}, {"other": 1}, None, 7])
def test_a_session_of_another_time_is_asked_again(client, kept):
    session = client.session
    session["code"] = kept
    session.save()
    assert client.get(TYPE)["Location"].startswith(ASK)


@pytest.mark.parametrize(
    ("email", "error"),
    [("", "Écrivez votre adresse électronique."), ("dupont", "Écrivez une adresse complète")],
)
def test_what_is_no_address_is_told(client, email, error):
    response = ask(client, email)
    assert response.status_code == 422
    assert error in response.text
    assert mail.outbox == []


def test_the_page_names_the_drafts_that_will_be_kept(client):
    draft = DraftFactory(collectivity__name="Commune imaginaire")
    session = client.session
    session["drafts"] = [draft.reference]
    session.save()
    page = client.get(ASK).text
    assert "Garder ce brouillon" in page
    assert f"{draft.reference}, Commune imaginaire" in page


def test_a_message_that_cannot_leave_is_told(client, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    response = ask(client, NEW)
    assert response.status_code == 422
    assert "Le message n’a pas pu partir" in response.text
    assert client.get(TYPE)["Location"].startswith(ASK)


def test_a_disabled_account_stays_out(client):
    AccountFactory(email=NEW, is_active=False)
    assert sign_in_by_code(client, NEW)["Location"] == reverse("account_inactive")
    assert not is_in(client)


def test_who_is_in_has_nothing_to_ask(client):
    client.force_login(AccountFactory())
    assert client.get(ASK)["Location"] == reverse("strategy:drafts")
