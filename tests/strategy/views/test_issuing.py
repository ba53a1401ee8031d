"""« Faire vérifier la collectivité »: what a manager does, and what a stranger who claims a big town gets."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from strategy.enums import MemberRole, VersionStatus
from strategy.models import Attestation, Collectivity, Draft, IssuerCode, Member, Version
from strategy.queries.issuers import issuer_of
from strategy.queries.versions import edition_of
from strategy.services.freezing import file_of
from tests.strategy.codes import sign_in_by_code
from tests.strategy.factories import AccountFactory
from tests.strategy.issuing import TOWN_HALL, address_of, claimed, frozen, town
from tests.strategy.screens import Screens

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client: Client) -> tuple[Screens, Collectivity]:
    """The browser of who opened a draft about a town whose address is known."""
    collectivity = town(name="Grande-Ville imaginaire")
    address_of(collectivity)
    draft, by = claimed(collectivity)
    client.force_login(draft.members.get(user=by).user)
    return Screens(client, draft), collectivity


def code_of_mail() -> str:
    (sent,) = [message for message in mail.outbox if message.to == [TOWN_HALL]]
    return re.search(r"^ {4}(\S+)$", sent.body, re.MULTILINE)[1]


def ask(screens: Screens, body: Collectivity):
    return screens.client.post(screens.address("issuer"), {"collectivity": body.pk, "ask": "1"}, follow=True)


def type_in(screens: Screens, body: Collectivity, code: str):
    return screens.post("issuer", {"collectivity": body.pk, "type": "1", "code": code})


def test_a_manager_has_the_town_verified_by_the_code_it_received(manager):
    screens, body = manager
    version = frozen(screens.draft)
    page = ask(screens, body).text
    assert "m***@ville-exemple.invalid" in page
    assert TOWN_HALL not in page
    assert type_in(screens, body, code_of_mail()).status_code == 302
    assert issuer_of(version).verified
    page = screens.get("issuer").text
    assert "vérifiée le" in page
    assert TOWN_HALL not in page
    assert "Émetteur vérifié." in screens.get("version", 1).text


def test_the_mail_says_who_asks_and_what_the_code_does(manager):
    screens, body = manager
    ask(screens, body)
    (sent,) = mail.outbox
    asker = screens.draft.members.get().user.email
    assert asker in sent.subject
    assert asker in sent.body
    assert screens.draft.reference in sent.body
    assert "ne donnez ce code à personne" in sent.body


def test_a_wrong_code_is_told_beside_its_field(manager):
    screens, body = manager
    ask(screens, body)
    page = type_in(screens, body, "AAAA-AAAA")
    assert page.status_code == 422
    assert f'href="#id_{body.pk}_code"' in page.text
    assert page.text.count("Ce n’est pas le code envoyé") == 2
    assert IssuerCode.objects.get().mistakes == 1
    assert type_in(screens, body, "").status_code == 422
    assert IssuerCode.objects.get().mistakes == 1


def test_only_owners_with_an_account_ask(manager):
    screens, body = manager
    for role in (MemberRole.WRITER, MemberRole.READER):
        Member.objects.filter(draft=screens.draft).update(role=role)
        assert ask(screens, body).status_code == 403
    assert mail.outbox == []


def test_a_body_of_another_strategy_is_not_asked_for(manager):
    screens, _ = manager
    other = town(code="99002", siren="219900025")
    address_of(other, "autre@ville-exemple.invalid")
    assert "ne porte plus la stratégie" in ask(screens, other).text
    assert mail.outbox == []


def test_asking_is_limited_by_account_and_by_collectivite(manager, settings):
    settings.RATE_LIMITS = {"issuer_ask": [(2, 86_400)], "issuer_asked": [(3, 86_400)]}
    screens, body = manager
    assert [ask(screens, body).status_code for _ in range(3)] == [200, 200, 429]
    draft, _ = claimed(body)
    other = Screens(Client(), draft)
    other.client.force_login(draft.members.get().user)
    assert [ask(other, body).status_code for _ in range(2)] == [200, 429]


def test_mail_that_does_not_leave_is_told(manager, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    screens, body = manager
    assert "n’a pas pu partir" in ask(screens, body).text


def test_the_screen_asks_a_constant_number_of_queries(manager, django_assert_max_num_queries):
    screens, _ = manager
    with django_assert_max_num_queries(12):
        screens.get("issuer")


@pytest.mark.usefixtures("content")
def test_a_stranger_who_claims_a_big_town_stays_unverified_everywhere(client, tmp_path, capsys):
    """He knows the name of the town and has an address of his own; the town's address is known to the editors."""
    big = Collectivity.objects.filter(official=True, kind="commune").order_by("-population_total").first()
    address_of(big)
    client.post(reverse("strategy:start"), {"collectivity": big.pk})
    draft = Draft.objects.latest("pk")
    sign_in_by_code(client, "maire.de.paris@exemple.invalid")
    screens = Screens(client, draft)
    sent = {"status": VersionStatus.FROZEN.value, "seen": Draft.objects.get().changed_at.isoformat()}
    assert screens.post("versions", sent).status_code == 302
    version = Version.objects.get()
    told = {"kind": "deliberation", "on": "2026-09-01", "reference": "n° 1"}
    assert screens.post("version", told, 1).status_code == 302

    page = ask(screens, big)
    received = [message.to for message in mail.outbox]
    assert received.count([TOWN_HALL]) == 1
    mine = " ".join(str(message.message()) for message in mail.outbox if message.to != [TOWN_HALL])
    assert code_of_mail() not in mine + page.text
    for guess in range(6):
        type_in(screens, big, f"AAAA-AAA{guess}")
    type_in(screens, big, code_of_mail())  # even the right one, too late: five mistakes were made

    reads = [
        screens.get("issuer"),
        screens.get("versions"),
        screens.get("version", 1),
        Client().get(reverse("strategy:verified_code", args=[version.code])),
    ]
    for page in reads:
        assert page.status_code == 200
        assert TOWN_HALL not in page.text
        assert not re.search(r"émetteur vérifié\.", page.text, re.IGNORECASE)
    assert "Émetteur non vérifié" in reads[2].text
    assert (issuer_of(version).verified, Attestation.objects.count()) == (False, 0)
    file = tmp_path / "strategie.json"
    file.write_bytes(file_of(edition_of(version), "json")[2])
    call_command("verify_export", str(file), json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["integrity"], told["issuer"]) == ("intact", "unverified")
    assert client.get("/admin/emetteurs/").status_code == 302
    assert client.get(reverse("strategy:openid_return"), {"code": "x", "state": "x"}).status_code == 404


def test_an_editor_who_is_no_member_does_not_reach_the_screen(manager, client):
    screens, _ = manager
    editor = AccountFactory()
    editor.groups.add(Group.objects.get_or_create(name="Validateurs")[0])
    client.force_login(editor)
    assert screens.get("issuer").status_code == 404
