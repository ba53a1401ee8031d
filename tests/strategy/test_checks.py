"""`manage.py check`: what it says of the certificate that signs PDFs."""

import sys

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.checks import Tags, run_checks

from tests.strategy.certificates import HOLDER, PASSPHRASE, held, pkcs12

NAMED = f"Le certificat «\u202f{HOLDER}\u202f»"


@pytest.fixture
def told(settings, tmp_path):
    """The identifiers and the words of the warnings about that file."""

    def check(content: bytes | None, passphrase: str = PASSPHRASE) -> list[tuple[str, str]]:
        path = tmp_path / "certificat.p12"
        if content is not None:
            path.write_bytes(content)
        settings.PADES = {"certificate": str(path), "passphrase": passphrase, "timestamp": ""}
        ours = [message for message in run_checks(tags=[Tags.security]) if message.id.startswith("strategy.")]
        return [(message.id, message.msg) for message in ours]

    return check


def test_a_good_certificate_and_none_at_all_ask_for_nothing(told, settings):
    assert told(pkcs12(held())) == []
    assert told(pkcs12(held(), passphrase=""), passphrase="") == []
    settings.PADES = {"certificate": "", "passphrase": "", "timestamp": ""}
    assert run_checks(tags=[Tags.security]) == []


@pytest.mark.parametrize(
    ("content", "passphrase", "words"),
    [
        (lambda: None, PASSPHRASE, "que le site ne peut pas lire"),
        (lambda: b"autre chose", PASSPHRASE, "un fichier PKCS#12"),
        (lambda: pkcs12(held()), "une autre", "PADES_PASSPHRASE est sa phrase de passe"),
        (lambda: pkcs12(held()), "", "PADES_PASSPHRASE est sa phrase de passe"),
        (lambda: pkcs12(held(), certified=False), PASSPHRASE, "un certificat avec sa clé privée"),
        (lambda: pkcs12(held(key=Ed25519PrivateKey.generate())), PASSPHRASE, "RSA ou ECDSA"),
        (lambda: pkcs12(held(days=(-9, -1))), PASSPHRASE, f"{NAMED} a expiré le "),
        (lambda: pkcs12(held(days=(2, 9))), PASSPHRASE, f"{NAMED} ne vaut qu’à partir du "),
    ],
    ids=[
        "absent",
        "no PKCS12",
        "other passphrase",
        "no passphrase",
        "key alone",
        "other key",
        "expired",
        "early",
    ],
)
def test_one_that_cannot_sign_is_told_with_what_to_mend(told, content, passphrase, words):
    ((identifier, message),) = told(content(), passphrase)
    assert (identifier, words in message, "PADES_CERTIFICATE" in message) == ("strategy.W001", True, True)


def test_what_is_not_installed_is_told(told, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    ((identifier, message),) = told(pkcs12(held()))
    assert (identifier, "requirements/pades.txt" in message) == ("strategy.W001", True)


def test_one_that_soon_expires_is_told_before(told):
    ((identifier, message),) = told(pkcs12(held(days=(-1, 20))))
    assert identifier == "strategy.W002"
    assert message.startswith(f"{NAMED} expire le ")
