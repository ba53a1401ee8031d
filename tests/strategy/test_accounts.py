"""A draft made without an account follows the person who signs up or in, and nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from strategy.enums import MemberRole
from strategy.models import Collectivity, Draft, Member
from tests.strategy.factories import AccountFactory, DraftFactory
from tests.strategy.screens import Screens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

PASSWORD = "une-phrase-assez-longue-7"


def start(client: Client) -> Draft:
    body = Collectivity.objects.get(kind="commune", code="84007")
    client.post(reverse("strategy:start"), {"collectivity": body.pk})
    return Draft.objects.latest("pk")


def sign_up(client: Client, email: str = "nouvelle@exemple.invalid") -> None:
    form = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_signup"), form).status_code == 302


def sign_in(client: Client, email: str, password: str = PASSWORD) -> None:
    assert client.post(reverse("account_login"), {"login": email, "password": password}).status_code == 302


def opens(client: Client, draft: Draft) -> int:
    return Screens(client, draft).get("bodies").status_code


def roles(draft: Draft) -> list[tuple[str, str]]:
    return list(draft.members.values_list("user__email", "role"))


def test_a_draft_without_account_is_open_to_its_browser_only(client):
    draft = start(client)
    assert roles(draft) == []
    assert (opens(client, draft), opens(Client(), draft)) == (200, 302)


def test_signing_up_claims_the_draft_and_opens_it_in_another_browser(client):
    draft = start(client)
    sign_up(client)
    assert roles(draft) == [("nouvelle@exemple.invalid", MemberRole.WRITER)]
    assert opens(client, draft) == 200
    elsewhere = Client()
    sign_in(elsewhere, "nouvelle@exemple.invalid")
    assert opens(elsewhere, draft) == 200
    assert draft.reference in elsewhere.get(reverse("strategy:drafts")).text


def test_signing_in_claims_the_drafts_of_this_browser_beside_those_of_the_account(client):
    account = AccountFactory(password=PASSWORD)
    former = DraftFactory(by=account.pk)
    drafts = [start(client), start(client)]
    sign_in(client, account.email.upper())
    for draft in drafts:
        assert roles(draft) == [(account.email, MemberRole.WRITER)]
    page = client.get(reverse("strategy:drafts")).text
    assert [draft.reference in page for draft in (former, *drafts)] == [True] * 3


def test_a_wrong_password_claims_nothing(client):
    draft = start(client)
    account = AccountFactory(password=PASSWORD)
    response = client.post(reverse("account_login"), {"login": account.email, "password": "autre-chose"})
    assert response.status_code == 200
    assert Member.objects.count() == 0
    assert opens(client, draft) == 200


def test_other_accounts_find_nothing(client):
    draft = start(client)
    sign_up(client)
    stranger = Client()
    sign_up(stranger, "autre@exemple.invalid")
    assert opens(stranger, draft) == 404
    assert draft.reference not in stranger.get(reverse("strategy:drafts")).text


def test_signing_out_closes_the_drafts_to_the_browser(client):
    draft = start(client)
    sign_up(client)
    client.post(reverse("account_logout"))
    assert opens(client, draft) == 302
    sign_up(client, "suivante@exemple.invalid")
    assert opens(client, draft) == 404
    assert roles(draft) == [("nouvelle@exemple.invalid", MemberRole.WRITER)]


def test_a_draft_started_by_an_account_is_its_own_at_once(client):
    account = AccountFactory()
    client.force_login(account)
    assert roles(start(client)) == [(account.email, MemberRole.WRITER)]


def test_a_stranger_signs_in_and_comes_back_to_the_page_asked_for(client):
    account = AccountFactory(password=PASSWORD)
    wanted = reverse("strategy:objectives", args=[DraftFactory(by=account.pk).reference])
    asked = client.get(wanted)
    response = client.post(asked["Location"], {"login": account.email, "password": PASSWORD})
    assert response["Location"] == wanted
    assert client.get(wanted).status_code == 200


def test_the_administration_has_the_same_way_in(client):
    form = {"username": "agent@exemple.invalid", "password": PASSWORD}
    for response in (
        client.get("/admin/login/?next=/admin/"),
        client.post("/admin/login/?next=/admin/", form),
    ):
        assert response["Location"] == f"{reverse('account_login')}?next=/admin/"
