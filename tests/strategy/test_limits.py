"""What may be asked how often: the limit is reached, told with a time, and over when it says; the clock is ours."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string
from freezegun import freeze_time

from strategy.enums import MemberRole
from strategy.models import Draft
from tests.strategy.codes import ASK, TYPE, ask
from tests.strategy.factories import AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db

NOON = "2026-10-02 10:00:00"  # in UTC; 12 h in Paris
START = reverse("strategy:start")


@pytest.fixture
def clock():
    with freeze_time(NOON) as frozen:
        yield frozen


def test_every_action_that_is_counted_has_a_limit_and_the_other_way_round():
    limits = import_string("reen.settings.base.RATE_LIMITS")
    assert set(limits) == {
        "answer", "ask_code", "code", "correct", "correct_all", "delegate", "export", "invite", "issuer_ask",
        "issuer_asked", "link", "start", "type_code", "verify",
    }  # fmt: skip
    assert all(times > 0 and seconds > 0 for pairs in limits.values() for times, seconds in pairs)


def test_beyond_the_limit_one_is_told_when_to_come_back(client, settings, clock):
    settings.RATE_LIMITS = {"start": [(2, 600)]}
    clock.tick(timedelta(minutes=3))
    assert [client.post(START).status_code for _ in range(3)] == [404, 404, 429]
    refused = client.post(START)
    assert refused["Retry-After"] == "420"
    assert "Réessayez à partir de 12&nbsp;h&nbsp;10." in refused.text
    clock.tick(timedelta(minutes=7))
    assert client.post(START).status_code == 404


def test_looking_at_a_form_does_not_count(client, settings, clock):
    settings.RATE_LIMITS = {"ask_code": [(1, 600)]}
    assert [client.get(ASK).status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.parametrize("method", ["get", "head"])
def test_asking_for_the_head_alone_counts_as_much(client, settings, clock, method):
    settings.RATE_LIMITS = {"verify": [(2, 600)]}
    code = reverse("strategy:verified_code", args=["AAAA-AAAA-AAAA"])
    assert [getattr(client, method)(code).status_code for _ in range(3)] == [404, 404, 429]


def test_addresses_are_told_apart_and_what_a_client_writes_is_not_believed(client, settings, clock):
    settings.RATE_LIMITS = {"start": [(1, 600)]}
    assert client.post(START, REMOTE_ADDR="192.0.2.1").status_code == 404
    assert client.post(START, REMOTE_ADDR="192.0.2.2").status_code == 404
    forged = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}
    assert client.post(START, **forged).status_code == 429


def test_behind_a_proxy_the_address_it_wrote_counts(client, settings, clock):
    settings.RATE_LIMITS, settings.ALLAUTH_TRUSTED_PROXY_COUNT = {"start": [(1, 600)]}, 1
    proxied = [
        client.post(START, REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=f"forged, {address}").status_code
        for address in ("198.51.100.1", "198.51.100.2", "198.51.100.1")
    ]
    assert proxied == [404, 404, 429]


def test_colleagues_behind_one_address_are_told_apart_by_their_accounts(settings, clock):
    settings.RATE_LIMITS = {"start": [(1, 600)]}
    for _ in range(2):
        browser = Client()
        browser.force_login(AccountFactory())
        assert [browser.post(START).status_code for _ in range(2)] == [404, 429]


def test_codes_are_limited_by_the_address_they_go_to(settings, clock):
    settings.RATE_LIMITS = {"code": [(2, 600)]}
    email = "visee@exemple.invalid"
    answers = [ask(Client(REMOTE_ADDR=f"192.0.2.{number}"), email).status_code for number in range(3)]
    assert answers == [302, 302, 429]
    assert len(mail.outbox) == 2
    assert ask(Client(), "autre@exemple.invalid").status_code == 302


def test_typing_codes_is_limited(client, settings, clock):
    settings.RATE_LIMITS = {"type_code": [(1, 600)]}
    assert [client.post(TYPE, {"code": "x"}).status_code for _ in range(2)] == [302, 429]


def test_opening_links_is_limited(client, settings, clock):
    settings.RATE_LIMITS = {"link": [(2, 600)]}
    answers = [client.get(reverse("strategy:invitation", args=[f"faux{n}"])).status_code for n in range(3)]
    assert answers == [404, 404, 429]


def test_exports_and_invitations_are_limited(client, settings, clock, content):
    settings.RATE_LIMITS = {"export": [(1, 600)], "invite": [(1, 600)]}
    account = AccountFactory()
    draft: Draft = DraftFactory(by=account.pk)
    client.force_login(account)
    export = reverse("strategy:export", args=[draft.reference, "json"])
    answers = [client.get(export).status_code for _ in range(2)]
    assert (answers[0] < 400, answers[1]) == (True, 429)
    members = reverse("strategy:members", args=[draft.reference])
    invited = [
        client.post(
            members, {"email": f"{name}@exemple.invalid", "role": MemberRole.READER.value}
        ).status_code
        for name in "ab"
    ]
    assert invited == [302, 429]


def test_failed_sign_ins_are_limited_by_allauth(client, settings, clock):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "2/m/ip"}
    AccountFactory(email="connue@exemple.invalid", password="la-bonne-phrase-7")
    sign_in = {"login": "connue@exemple.invalid", "password": "faux"}
    for _ in range(2):
        client.post(reverse("account_login"), sign_in)
    right = sign_in | {"password": "la-bonne-phrase-7"}
    assert client.post(reverse("account_login"), right).status_code == 200
    clock.tick(timedelta(minutes=1))
    assert client.post(reverse("account_login"), right).status_code == 302


def test_a_refusal_of_allauth_has_the_same_page(client, settings, clock):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in = {"login": "absente@exemple.invalid", "password": "faux"}
    refused = [client.post(reverse("account_login"), sign_in) for _ in range(2)][-1]
    assert refused.status_code == 429
    assert "Réessayez à partir de 12&nbsp;h&nbsp;05." in refused.text


def test_files_shown_to_be_verified_are_counted(client, settings, clock):
    settings.RATE_LIMITS = {"verify": [(2, 600)]}
    address = reverse("strategy:verification")
    assert [client.post(address).status_code for _ in range(3)] == [422, 422, 429]
    assert client.get(address, {"empreinte": "0" * 64}).status_code == 200
