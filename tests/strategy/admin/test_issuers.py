"""Editors enter official addresses, verify an issuer with a reason, and take it back; nobody else does."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from strategy.models import Attestation, Collectivity, OfficialAddress
from strategy.queries.issuers import issuer_of
from strategy.services.issuing import attest_by_editor
from tests.strategy.factories import LATER, AccountFactory, CollectivityFactory
from tests.strategy.issuing import TOWN_HALL, address_of, claimed, frozen, town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

LISTING, ADD = (f"/admin/snippets/strategy/officialaddress/{page}" for page in ("", "add/"))
LIST, VERIFY = reverse("issuers:list"), reverse("issuers:verify")


def browser(group: str | None) -> Client:
    account = AccountFactory()
    if group:
        account.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def editor() -> Client:
    return browser("Validateurs")


@pytest.mark.parametrize("group", [None, "Contributeurs", "Rédacteurs", "Validateurs"])
def test_those_who_publish_are_those_who_verify(group):
    client, address = browser(group), address_of(town())
    draft, by = claimed(address.collectivity)
    attestation = attest_by_editor(
        draft=draft, collectivity=address.collectivity, reason="Pièce", by=by, at=LATER
    )
    withdraw = reverse("issuers:withdraw", args=[attestation.pk])
    asked = (LIST, f"{VERIFY}?reference={draft.reference}", withdraw, LISTING, ADD)
    answers = [client.get(page).status_code for page in asked]
    posted = [client.post(page, {"reason": "x"}).status_code for page in (asked[1], withdraw)]
    assert answers == [200 if group == "Validateurs" else 302] * 5
    assert posted == ([422, 302] if group == "Validateurs" else [302, 302])
    assert hasattr(Attestation.objects.get(), "withdrawal") == (group == "Validateurs")


def test_nobody_signed_out_gets_in():
    answers = [Client().get(page) for page in (LIST, VERIFY, LISTING)]
    assert [answer.status_code for answer in answers] == [302] * 3
    assert all("login" in answer["Location"] for answer in answers)


def test_an_editor_enters_the_address_of_a_collectivite_of_the_official_list(editor):
    body = Collectivity.objects.get(kind="commune", code="84007")
    found = editor.get("/admin/collectivity_chooser/results/", {"q": "84007"}).text
    assert (body.name in found, "Vaucluse" in found) == (True, True)
    assert "Choisir une collectivité" in editor.get(ADD).text
    given = {
        "collectivity": body.pk,
        "email": TOWN_HALL,
        "source_url": "https://ville-exemple.invalid/contact",
        "read_on": "2026-09-01",
    }
    assert editor.post(ADD, given).status_code == 302
    address = OfficialAddress.objects.get()
    assert (address.collectivity, address.email) == (body, TOWN_HALL)
    assert body.name in editor.get(LISTING, {"q": body.name}).text
    assert body.name not in editor.get(LISTING, {"q": "introuvable"}).text
    assert editor.post(ADD, given).status_code == 200  # one address a collectivité
    assert OfficialAddress.objects.count() == 1


@pytest.mark.parametrize("wrong", ["typed", "tomorrow"])
def test_an_address_is_refused_for_a_body_typed_in_and_a_day_to_come(editor, wrong):
    body = (
        CollectivityFactory() if wrong == "typed" else Collectivity.objects.get(code="84007", kind="commune")
    )
    tomorrow = timezone.localdate() + timedelta(days=1)
    given = {
        "collectivity": body.pk,
        "email": TOWN_HALL,
        "source_url": "https://ville-exemple.invalid/contact",
        "read_on": tomorrow if wrong == "tomorrow" else "2026-09-01",
    }
    assert editor.post(ADD, given).status_code == 200
    assert OfficialAddress.objects.count() == 0


def test_an_editor_verifies_then_takes_it_back(editor):
    body = town(name="Grande-Ville imaginaire")
    draft, _ = claimed(body)
    version = frozen(draft)
    address = f"{VERIFY}?reference={version.name.lower()}"
    page = editor.get(address).text
    assert "Grande-Ville imaginaire\u00a0: non vérifiée." in page
    assert draft.members.get().user.email in page
    assert editor.post(address, {"collectivity": body.pk, "reason": " "}).status_code == 422
    assert (
        editor.post(address, {"collectivity": town(code="99002", siren="").pk, "reason": "x"}).status_code
        == 422
    )
    given = {"collectivity": body.pk, "reason": "Courrier du maire"}
    assert editor.post(address, given).status_code == 302
    assert issuer_of(version).verified
    assert "déjà vérifiée" in editor.post(address, given).text
    attestation = Attestation.objects.get()
    listed = editor.get(LIST, {"q": "grande-ville"}).text
    assert "Courrier du maire" in listed
    assert "Courrier du maire" not in editor.get(LIST, {"q": "introuvable"}).text
    withdraw = reverse("issuers:withdraw", args=[attestation.pk])
    assert editor.post(withdraw, {"reason": ""}).status_code == 422
    assert editor.post(withdraw, {"reason": "Le courrier était un faux"}).status_code == 302
    assert not issuer_of(version).verified
    assert "Le courrier était un faux" in editor.get(LIST).text
    assert editor.get(f"{VERIFY}?reference=SNR-INCONNUE").status_code == 200
    assert editor.post(f"{VERIFY}?reference=SNR-INCONNUE", given).status_code == 404


def test_the_list_asks_a_constant_number_of_queries(editor, django_assert_max_num_queries):
    body = town()
    for _ in range(5):
        draft, by = claimed(body)
        attest_by_editor(draft=draft, collectivity=body, reason="Pièce", by=by, at=LATER)
    with django_assert_max_num_queries(15):
        assert editor.get(LIST).text.count(">Retirer<") == 5
