"""Asking a provider of professional identities (ProConnect) which establishment somebody works for."""

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from strategy.errors import StrategyError
from strategy.services.remembered import Remembered

LIFE = timedelta(minutes=15)
LARGEST, PATIENCE = 100_000, 10
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class OpenIdError(StrategyError):
    """The provider did not answer as it should; the message is for who asked."""


@dataclass(frozen=True, slots=True)
class Provider:
    """What the host of the site was given by the provider. `issuer` is its address, as its tokens name it."""

    name: str
    issuer: str
    client_id: str
    client_secret: str


@dataclass(frozen=True, slots=True)
class Asked(Remembered):
    """What the browser session remembers between leaving for the provider and coming back."""

    reference: str
    collectivity: int
    state: str
    nonce: str
    verifier: str
    asked_at: float

    @classmethod
    def now(cls, reference: str, collectivity: int, at: datetime) -> Self:
        state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
        return cls(reference, collectivity, state, nonce, verifier, at.timestamp())

    def is_over(self, at: datetime) -> bool:
        return at.timestamp() - self.asked_at > LIFE.total_seconds()


def provider() -> Provider | None:
    """The provider of this site; None when the host configured none."""
    given = settings.OPENID
    return Provider(**given) if given["issuer"] else None


def address_to_ask(of: Provider, asked: Asked, back: str) -> str:
    """Where to send the browser, which comes `back` with a code. Raises OpenIdError when the provider is silent."""
    challenge = base64.urlsafe_b64encode(hashlib.sha256(asked.verifier.encode()).digest()).rstrip(b"=")
    query = {
        "response_type": "code",
        "client_id": of.client_id,
        "redirect_uri": back,
        "scope": "openid siret",
        "acr_values": "eidas1",
        "state": asked.state,
        "nonce": asked.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    return f"{configuration(of)['authorization_endpoint']}?{urlencode(query)}"


def siret_of(of: Provider, asked: Asked, code: str, back: str, at: datetime) -> str:
    """The SIRET the provider gives for the person who came back with that code, or nothing.

    Both tokens come straight from the provider over TLS, which is what vouches for them (OpenID Connect Core
    3.1.3.7, point 6); their issuer, audience, age, nonce and subject are checked. Raises OpenIdError.
    """
    addresses = configuration(of)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "client_id": of.client_id,
        "client_secret": of.client_secret,
        "code_verifier": asked.verifier,
    }
    tokens = read_json(fetch(addresses["token_endpoint"], data=urlencode(form).encode()))
    identity = claims_of(str(tokens.get("id_token", "")))
    now = at.timestamp()
    expiry = identity.get("exp")
    sound = (
        identity.get("iss") == of.issuer
        and of.client_id in audience(identity)
        and isinstance(expiry, int | float)
        and expiry > now
        and secrets.compare_digest(str(identity.get("nonce", "")).encode(), asked.nonce.encode())
        and bool(identity.get("sub"))
    )
    if not sound:
        raise OpenIdError(f"La réponse de {of.name} n’est pas pour cette demande. Recommencez.")
    bearer = {"Authorization": f"Bearer {tokens.get('access_token', '')}"}
    person = read_person(fetch(addresses["userinfo_endpoint"], headers=bearer))
    if person.get("sub") != identity["sub"]:
        raise OpenIdError(f"La réponse de {of.name} parle d’une autre personne. Recommencez.")
    return str(person.get("siret") or "")


def configuration(of: Provider) -> dict[str, Any]:
    """The addresses that the provider publishes."""
    found = read_json(fetch(f"{of.issuer.rstrip('/')}/.well-known/openid-configuration"))
    wanted = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint")
    if found.get("issuer") != of.issuer or not all(isinstance(found.get(name), str) for name in wanted):
        raise OpenIdError(f"{of.name} n’est pas joignable comme prévu. Réessayez plus tard.")
    return found


class NoRedirect(HTTPRedirectHandler):
    """A provider answers where it says it does."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def fetch(url: str, *, data: bytes | None = None, headers: Mapping[str, str] | None = None) -> bytes:
    """What that address answers, over TLS (or on this machine). Raises OpenIdError."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise OpenIdError("Le fournisseur d’identité doit répondre en HTTPS.")
    request = Request(url, data=data, headers=dict(headers or {}))
    try:
        with build_opener(NoRedirect()).open(request, timeout=PATIENCE) as response:
            content: bytes = response.read(LARGEST + 1)
    except (URLError, OSError, ValueError) as failed:
        raise OpenIdError("Le fournisseur d’identité ne répond pas. Réessayez plus tard.") from failed
    if len(content) > LARGEST:
        raise OpenIdError("La réponse du fournisseur d’identité est trop longue.")
    return content


def read_json(content: bytes) -> dict[str, Any]:
    """An object, or OpenIdError."""
    try:
        found = json.loads(content)
    except ValueError as unread:
        raise OpenIdError("La réponse du fournisseur d’identité ne se lit pas.") from unread
    if not isinstance(found, dict):
        raise OpenIdError("La réponse du fournisseur d’identité ne se lit pas.")
    return found


def read_person(content: bytes) -> dict[str, Any]:
    """What is told of a person: as JSON or, by ProConnect, as a signed token."""
    text = content.strip()
    return read_json(text) if text.startswith(b"{") else claims_of(text.decode("ascii", "replace"))


def claims_of(token: str) -> dict[str, Any]:
    """What a signed token says. Raises OpenIdError when it is none."""
    parts = token.split(".")
    if len(parts) != 3:
        raise OpenIdError("La réponse du fournisseur d’identité ne se lit pas.")
    try:
        claims = base64.b64decode(parts[1] + "=" * (-len(parts[1]) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as unread:
        raise OpenIdError("La réponse du fournisseur d’identité ne se lit pas.") from unread
    return read_json(claims)


def audience(claims: Mapping[str, Any]) -> list[Any]:
    """Whom a token is for."""
    given = claims.get("aud")
    return given if isinstance(given, list) else [given]
