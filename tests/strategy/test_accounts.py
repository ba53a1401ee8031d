"""A draft made without an account follows the person who signs in, and nobody else."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from strategy.enums import Act, MemberRole
from strategy.models import Collectivity, Draft, Member
from tests.strategy.codes import sign_in_by_code
from tests.strategy.factories import AccountFactory, DraftFactory
from tests.strategy.screens import Screens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

PASSWORD = "une-phrase-assez-longue-7"
NEW = "nouvelle@exemple.invalid"


def start(client: Client) -> Draft:
    body = Collectivity.objects.get(kind="commune", code="84007")
    client.post(reverse("strategy:start"), {"collectivity": body.pk})
    return Draft.objects.latest("pk")


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


def test_a_new_address_claims_the_draft_and_opens_it_in_another_browser(client):
    draft = start(client)
    sign_in_by_code(client, NEW)
    assert roles(draft) == [(NEW, MemberRole.OWNER)]
    assert [(event.act, event.by_words) for event in draft.events.all()] == [(Act.CLAIMED, NEW)]
    assert opens(client, draft) == 200
    elsewhere = Client()
    sign_in_by_code(elsewhere, NEW)
    assert opens(elsewhere, draft) == 200
    assert draft.reference in elsewhere.get(reverse("strategy:drafts")).text
    assert get_user_model().objects.filter(email=NEW).count() == 1


def test_signing_in_claims_the_drafts_of_this_browser_beside_those_of_the_account(client):
    account = AccountFactory(password=PASSWORD)
    former = DraftFactory(by=account.pk)
    drafts = [start(client), start(client)]
    sign_in(client, account.email.upper())
    for draft in drafts:
        assert roles(draft) == [(account.email, MemberRole.OWNER)]
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
    sign_in_by_code(client, NEW)
    stranger = Client()
    sign_in_by_code(stranger, "autre@exemple.invalid")
    assert opens(stranger, draft) == 404
    assert draft.reference not in stranger.get(reverse("strategy:drafts")).text


def test_signing_out_closes_the_drafts_to_the_browser(client):
    draft = start(client)
    sign_in_by_code(client, NEW)
    client.post(reverse("account_logout"))
    assert opens(client, draft) == 302
    sign_in_by_code(client, "suivante@exemple.invalid")
    assert opens(client, draft) == 404
    assert roles(draft) == [(NEW, MemberRole.OWNER)]


def test_a_member_shut_out_does_not_come_back_by_the_session_that_made_the_draft(client):
    draft = start(client)
    sign_in_by_code(client, NEW)
    other = AccountFactory()
    Member.objects.create(draft=draft, user=other, role=MemberRole.OWNER)
    draft.members.get(user__email=NEW).delete()
    assert opens(client, draft) == 404


def test_a_draft_started_by_an_account_is_its_own_at_once(client):
    account = AccountFactory()
    client.force_login(account)
    assert roles(start(client)) == [(account.email, MemberRole.OWNER)]


def test_a_stranger_signs_in_and_comes_back_to_the_page_asked_for(client):
    account = AccountFactory(password=PASSWORD)
    wanted = reverse("strategy:objectives", args=[DraftFactory(by=account.pk).reference])
    asked = client.get(wanted)
    assert "n’est ouverte qu’à ses membres" in client.get(asked["Location"]).text
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


def test_nobody_makes_an_account_with_somebody_else_s_address(client):
    response = client.post(reverse("account_signup") + "?next=/strategies/", {"email": NEW})
    assert response["Location"] == f"{reverse('strategy:code')}?next=/strategies/"
    assert not get_user_model().objects.filter(email=NEW).exists()


def test_a_password_chosen_before_the_address_was_proved_opens_nothing_any_more(client):
    squatter = AccountFactory(email=NEW, password=PASSWORD)
    EmailAddress.objects.create(user=squatter, email=NEW, primary=True, verified=False)
    assert Client().login(email=NEW, password=PASSWORD)
    sign_in_by_code(client, NEW)
    assert not Client().login(email=NEW, password=PASSWORD)
    assert EmailAddress.objects.get(email=NEW).verified


def test_a_password_given_by_an_administrator_stays(client):
    AccountFactory(email=NEW, password=PASSWORD)
    sign_in_by_code(client, NEW)
    assert Client().login(email=NEW, password=PASSWORD)


def test_a_weak_password_is_refused_in_one_sentence(client):
    sign_in_by_code(client, NEW)
    page = client.post(reverse("account_set_password"), {"password1": "1234", "password2": "1234"}).text
    assert (
        page.count("Choisissez un mot de passe d’au moins 8 caractères") == 2
    )  # in the summary and by the field
    assert "trop court" not in page
    strong = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_set_password"), strong).status_code == 302
