"""The account pages: French, plain labels, whole journeys by mail."""

import re

import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse

PASSWORD = "une-phrase-de-passe-solide"


def soup(answer) -> BeautifulSoup:
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def link_of_last_mail() -> str:
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


@pytest.fixture
def signed_in(client: Client, django_user_model) -> Client:
    user = django_user_model.objects.create_user(email="agent@example.org", password=PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "heading", "autocomplete"),
    [
        ("account_login", "Se connecter", ["email", "current-password"]),
        ("strategy:code", "Entrer avec un code", ["email"]),
        ("account_reset_password", "Mot de passe oublié", ["email"]),
    ],
)
def test_entrance_page(client: Client, name: str, heading: str, autocomplete: list[str]):
    html = soup(client.get(reverse(name)))
    assert html.h1.text == heading
    controls = html.select(".field input")
    assert [control.get("autocomplete") for control in controls] == autocomplete
    assert all(html.find("label", attrs={"for": control["id"]}) for control in controls)
    assert html.select("[placeholder]") == []


@pytest.mark.django_db
def test_wrong_password_is_told_in_a_summary(client: Client):
    answer = client.post(reverse("account_login"), {"login": "agent@example.org", "password": "faux"})
    assert "Il y a un problème" in soup(answer).select_one(".error-summary").text


@pytest.mark.django_db
def test_adding_then_confirming_an_address(signed_in: Client):
    added = {"email": "autre@example.org", "action_add": ""}
    assert signed_in.post(reverse("account_email"), added).status_code == 302
    path = link_of_last_mail()
    assert "Confirmer cette adresse" in soup(signed_in.get(path)).main.text
    signed_in.post(path)
    assert EmailAddress.objects.get(email="autre@example.org").verified


@pytest.mark.django_db
def test_forgotten_password_is_replaced_by_mail(signed_in: Client):
    visitor = Client()
    answer = visitor.post(reverse("account_reset_password"), {"email": "agent@example.org"}, follow=True)
    assert soup(answer).h1.text == "Ouvrez votre messagerie"
    assert "choisir un nouveau mot de passe" in mail.outbox[-1].body
    form = soup(visitor.get(link_of_last_mail(), follow=True)).main.form
    new = {"password1": PASSWORD + "2", "password2": PASSWORD + "2"}
    done = visitor.post(form["action"], new, follow=True)
    assert soup(done).h1.text == "Votre mot de passe est changé"
    assert visitor.login(email="agent@example.org", password=PASSWORD + "2")


@pytest.mark.django_db
def test_used_link_offers_another(client: Client):
    html = soup(client.get(reverse("account_reset_password_from_key", args=["1", "perime-cle"])))
    assert html.h1.text == "Ce lien n’est plus valable"
    assert html.main.a["href"] == reverse("account_reset_password")


@pytest.mark.django_db
def test_expired_confirmation_leads_to_the_account(client: Client):
    html = soup(client.get(reverse("account_confirm_email", args=["perime"])))
    assert html.main.a["href"] == reverse("account_email")


@pytest.mark.django_db
def test_unknown_address_learns_it_has_no_account(client: Client):
    client.post(reverse("account_reset_password"), {"email": "personne@example.org"})
    assert "Aucun compte n’utilise cette adresse" in mail.outbox[-1].body


@pytest.mark.django_db
def test_account_page_lists_addresses(signed_in: Client):
    html = soup(signed_in.get(reverse("account_email")))
    assert "agent@example.org" in html.select_one(".choice").text
    assert "principale" in html.main.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("account_logout", "Se déconnecter"),
        ("account_change_password", "Changer de mot de passe"),
        ("account_reauthenticate", "Confirmez que c’est vous"),
    ],
)
def test_pages_of_a_signed_in_person(signed_in: Client, name: str, heading: str):
    assert soup(signed_in.get(reverse(name))).h1.text == heading


@pytest.mark.django_db
def test_static_account_pages(client: Client):
    for name in (
        "account_inactive",
        "account_email_verification_sent",
        "account_reset_password_from_key_done",
    ):
        assert soup(client.get(reverse(name))).h1
