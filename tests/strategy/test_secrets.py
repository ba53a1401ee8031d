"""Every address that is a secret: known by its digest, counted, and told to no log and no other site."""

import runpy
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLResolver, reverse
from gunicorn.config import Config

from reen.logs import HIDDEN, without_secrets
from strategy import urls
from tests.architecture.tree import ROOT
from tests.strategy.test_permissions import Scene

pytestmark = pytest.mark.django_db


def with_token(patterns: list, under: bool = False) -> list[str]:
    """The names of the addresses that hold a secret, wherever they are."""
    found = []
    for pattern in patterns:
        held = under or "token" in pattern.pattern.converters
        if isinstance(pattern, URLResolver):
            found += with_token(pattern.url_patterns, held)
        elif held:
            found.append(pattern.name)
    return found


SECRET = with_token(urls.urlpatterns)
GUESS = "Wx4Kq-" + "a1B2c3_" * 6  # as long as what is drawn, and drawn for nobody
QUERY = {"ancre": "objectifs"}  # what a remark is about


def secret_of(scene: Scene, name: str) -> str:
    return next(str(part) for part in scene.arguments[name] if len(str(part)) >= 40)


def address_with(scene: Scene, name: str, token: str) -> str:
    mine = secret_of(scene, name)
    parts = [token if str(part) == mine else part for part in scene.arguments[name]]
    return reverse(f"strategy:{name}", args=parts)


@pytest.fixture
def scene(content) -> Scene:
    return Scene(kept=True)


def test_addresses_with_a_secret_are_found():
    assert {"invitation", "delegated", "unsubscribe", "link_room", "link_remark"} <= set(SECRET)


def test_the_database_holds_no_secret(scene):
    """Read whole, as whoever steals a copy of it would."""
    drawn = {secret_of(scene, name) for name in SECRET if name != "unsubscribe"}  # signed, kept nowhere
    columns = [
        (model, [field.attname for field in model._meta.concrete_fields]) for model in apps.get_models()
    ]
    held = " ".join(
        str(row) for model, names in columns for row in model._base_manager.values_list(*names).iterator()
    )
    assert scene.draft.reference in held
    assert [secret for secret in drawn if secret in held] == []


def test_a_page_with_a_secret_tells_it_to_nobody(scene):
    for name in SECRET:
        for token in (secret_of(scene, name), GUESS):
            response = Client().get(address_with(scene, name, token), QUERY)
            headers = [response.get(name) for name in ("Referrer-Policy", "X-Robots-Tag", "Cache-Control")]
            assert headers == ["same-origin", "noindex, nofollow", "no-store, private"], name


def test_guessing_is_limited(scene, settings):
    settings.RATE_LIMITS = {action: [(2, 86_400)] for action in ("link", "answer")}
    for number, name in enumerate(SECRET):
        browser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        answers = [browser.get(address_with(scene, name, f"{GUESS}{n}")).status_code for n in range(3)]
        assert answers == [404, 404, 429], name


def test_a_link_differing_by_one_letter_opens_nothing(scene):
    for name in SECRET:
        mine = secret_of(scene, name)
        other = mine[:-2] + ("A" if mine[-2] != "A" else "B") + mine[-1]
        answers = [
            Client().get(address_with(scene, name, token), QUERY).status_code for token in (mine, other)
        ]
        assert (answers[0] < 400, answers[1]) == (True, 404), name


def test_a_link_that_does_not_open_is_logged_without_its_secret(scene, caplog):
    """Our handlers clear the line before any other hears it."""
    asked = [address_with(scene, name, GUESS) for name in SECRET]
    for address in asked:
        Client().get(address)
    lines = [one.getMessage() for one in caplog.records if one.name == "django.request"]
    assert lines == [f"Not Found: {address}".replace(GUESS, HIDDEN) for address in asked]


def test_every_handler_of_ours_hides_secrets_and_django_has_none_of_its_own(settings):
    logs = settings.LOGGING
    assert all("without_secrets" in handler["filters"] for handler in logs["handlers"].values())
    assert logs["loggers"]["django"]["handlers"] == []


def test_the_access_log_of_gunicorn_has_no_secret(scene):
    logger = runpy.run_path(str(ROOT / "gunicorn.conf.py"))["logger_class"](Config())
    for name in SECRET:
        secret = secret_of(scene, name)
        line = accessed(logger, address_with(scene, name, secret))
        assert "Mozilla/5.0 (X11; Linux x86_64; rv:128.0)" in line
        assert secret.rpartition(".")[2] not in line, name


def accessed(logger: Any, path: str) -> str:
    """All that gunicorn may write of a request: the address asked for, and the referrer that the same site is told."""
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": path,
        "PATH_INFO": path,
        "QUERY_STRING": f"next={path}",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://exemple.invalid{path}",
        "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0)",
    }
    answered = SimpleNamespace(status="200 OK", sent=1, headers=())
    asked = SimpleNamespace(headers=[("REFERER", environ["HTTP_REFERER"])])
    atoms = logger.atoms(answered, asked, environ, timedelta(seconds=1))
    return " ".join(map(str, atoms.values()))


@pytest.mark.parametrize(
    "told",
    [
        "Not Found: /actions/inventorier-le-parc-numerique-de-la-collectivite-et-de-ses-ecoles/",
        "GET /strategies/SNR-7K3QW2FA/versions/2/complete.pdf HTTP/1.1",
        "/static/reen/css/site.0123456789ab.css 200",
    ],
)
def test_what_is_no_secret_is_told(told):
    assert without_secrets(told) == told


@pytest.mark.parametrize(
    "secret",
    ["1-cz9x5b-0123456789abcdef0123456789abcdef", "?state=x&code=court", "?next=%2Finvitations%2F" + GUESS],
)
def test_other_secrets_are_hidden(secret):
    assert HIDDEN in without_secrets(f"GET /compte/{secret} HTTP/1.1")
