"""Professional identities: only the SIRET of the collectivité itself verifies it, in an answer to what was asked."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from strategy.errors import StrategyError
from strategy.models import Attestation
from strategy.queries.issuers import issuer_of
from strategy.services.openid import LARGEST, Provider, claims_of, configuration, fetch
from tests.strategy.identity_provider import CLIENT, SECRET, running, token
from tests.strategy.issuing import SIRET, claimed, frozen, town
from tests.strategy.screens import Screens

pytestmark = pytest.mark.django_db

BACK = reverse("strategy:openid_return")


@pytest.fixture
def provider(settings):
    with running() as provider:
        settings.OPENID = {
            "name": "ProConnect",
            "issuer": provider.address,
            "client_id": CLIENT,
            "client_secret": SECRET,
        }
        yield provider


@pytest.fixture
def manager(client: Client):
    """Somebody who opened a draft about a town, and its first version."""
    body = town(name="Grande-Ville imaginaire")
    draft, by = claimed(body)
    version = frozen(draft)
    client.force_login(draft.members.get(user=by).user)
    return Screens(client, draft), body, version


def leave(screens: Screens, body):
    return screens.get("issuer_openid", body.pk)


def come_back(screens: Screens, query: dict[str, str]) -> str:
    return screens.client.get(BACK, query, follow=True).text


@pytest.mark.parametrize("as_json", [False, True])
def test_an_agent_of_the_town_has_it_verified(provider, manager, as_json):
    screens, body, version = manager
    assert "Me faire reconnaître avec ProConnect" in screens.get("issuer").text
    provider.person["siret"], provider.as_json = SIRET, as_json
    left = leave(screens, body)
    assert left["Location"].startswith(f"{provider.address}/authorization?")
    query = provider.sign_in(left["Location"])
    assert provider.asked["scope"] == "openid siret"
    assert "est vérifiée" in come_back(screens, query)
    assert issuer_of(version).verified
    assert screens.client.get(BACK, query).status_code == 404  # it serves once


@pytest.mark.parametrize("siret", ["", "99990001700019", "219900017", None, 21990001700019])
def test_an_agent_of_elsewhere_verifies_nothing(provider, manager, siret):
    screens, body, version = manager
    provider.person["siret"] = siret
    page = come_back(screens, provider.sign_in(leave(screens, body)["Location"]))
    verified = siret == 21990001700019  # a number is read as its digits
    assert ("ien n’est vérifié" in page) is not verified
    assert issuer_of(version).verified is verified


@pytest.mark.parametrize(
    "identity",
    [
        {"iss": "https://autre.invalid"},
        {"aud": "autre-site"},
        {"aud": ["autre-site"]},
        {"exp": 1_700_000_000},
        {"exp": "bientôt"},
        {"nonce": "rejoué"},
        {"sub": ""},
        {"sub": "agent-2"},
    ],
    ids=str,
)
def test_an_answer_to_something_else_is_refused(provider, manager, identity):
    screens, body, version = manager
    provider.person["siret"], provider.identity = SIRET, identity
    come_back(screens, provider.sign_in(leave(screens, body)["Location"]))
    assert not issuer_of(version).verified


@pytest.mark.parametrize("change", ["state", "code", "late", "another browser"])
def test_a_return_that_was_not_begun_here_is_refused(provider, manager, change, settings):
    screens, body, version = manager
    provider.person["siret"] = SIRET
    query = provider.sign_in(leave(screens, body)["Location"])
    match change:
        case "state":
            query["state"] = "autre"
        case "code":
            query["code"] = "autre"
        case "late":
            session = screens.client.session
            session["openid"] = session["openid"] | {"asked_at": time.time() - 3600}
            session.save()
        case "another browser":
            assert Client().get(BACK, query).status_code == 404
            return
    come_back(screens, query)
    assert (issuer_of(version).verified, Attestation.objects.count()) == (False, 0)


def test_who_is_no_owner_any_more_verifies_nothing(provider, manager):
    screens, body, version = manager
    provider.person["siret"] = SIRET
    query = provider.sign_in(leave(screens, body)["Location"])
    screens.draft.members.update(role="redaction")
    assert screens.client.get(BACK, query).status_code == 404
    assert not issuer_of(version).verified


def test_a_provider_that_does_not_answer_is_told(provider, manager):
    screens, body, _ = manager
    provider.configuration = {"issuer": "https://autre.invalid"}
    assert (
        "n’est pas joignable comme prévu"
        in screens.client.get(screens.address("issuer_openid", body.pk), follow=True).text
    )


def test_there_is_no_such_way_unless_the_host_set_one(manager):
    screens, body, _ = manager
    assert "ProConnect" not in screens.get("issuer").text
    assert leave(screens, body).status_code == 404
    assert screens.client.get(BACK).status_code == 404


def test_only_tls_or_this_machine_is_asked():
    for address in ("http://exemple.invalid/", "file:///etc/hostname", "ftp://127.0.0.1/"):
        with pytest.raises(StrategyError, match="HTTPS"):
            fetch(address)


def test_answers_that_do_not_read_are_refused(provider):
    for wrong in ("", "a.b", "a.%%%.c", "a.eyJ9.c", token({})[:-20].replace(".", "")):
        with pytest.raises(StrategyError):
            claims_of(wrong)
    provider.configuration = {"long": "x" * LARGEST}
    with pytest.raises(StrategyError, match="trop longue"):
        configuration(Provider("ProConnect", provider.address, CLIENT, SECRET))
