"""The certificate that PDFs are signed with where the host set one, and what is wrong when it cannot serve."""

from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
from cryptography.x509 import Certificate
from django.conf import settings
from django.utils import timezone

from reen.typography import date_words
from strategy.errors import StrategyError
from strategy.queries.signers import name_words


class CertificateError(StrategyError):
    """The host set a certificate that cannot sign; the message is for the host, and names the setting to mend."""


@dataclass(frozen=True, slots=True)
class HostCertificate:
    """What signs: the key, its certificate, and those that lead from it to its authority."""

    key: RSAPrivateKey | EllipticCurvePrivateKey
    certificate: Certificate
    chain: tuple[Certificate, ...]

    @property
    def holder(self) -> str:
        """Who it was issued to."""
        return name_words(self.certificate.subject)

    @property
    def authority(self) -> str:
        """Who issued it."""
        return name_words(self.certificate.issuer)

    @property
    def begins(self) -> datetime:
        """When it begins to be valid."""
        return self.certificate.not_valid_before_utc

    @property
    def ends(self) -> datetime:
        """When it ceases to be valid."""
        return self.certificate.not_valid_after_utc

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in hexadecimal."""
        return self.certificate.fingerprint(SHA256()).hex()


def host_certificate(at: datetime) -> HostCertificate | None:
    """What signs at that time; None where the host set nothing. Raises CertificateError when it cannot serve."""
    path = settings.PADES["certificate"]
    if not path:
        return None
    if find_spec("pyhanko") is None:
        raise CertificateError(
            "PADES_CERTIFICATE est réglé, mais pyHanko n’est pas installé\u00a0: installez requirements/pades.txt, ou "
            "videz ce réglage."
        )
    held = _read(Path(path), settings.PADES["passphrase"])
    if at > held.ends:
        raise CertificateError(
            f"Le certificat «\u202f{held.holder}\u202f» a expiré le {_day(held.ends)}\u00a0: mettez le nouveau dans "
            "PADES_CERTIFICATE."
        )
    if at < held.begins:
        raise CertificateError(
            f"Le certificat «\u202f{held.holder}\u202f» ne vaut qu’à partir du {_day(held.begins)}\u00a0: attendez "
            "ce jour, ou mettez-en un autre dans PADES_CERTIFICATE."
        )
    return held


def _read(path: Path, passphrase: str) -> HostCertificate:
    """What the PKCS#12 file holds. Raises CertificateError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CertificateError(
            f"PADES_CERTIFICATE désigne {path}, que le site ne peut pas lire\u00a0: vérifiez le chemin et les droits."
        ) from error
    try:
        key, certificate, chain = load_key_and_certificates(content, passphrase.encode() or None)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CertificateError(
            f"{path} ne s’ouvre pas\u00a0: vérifiez que PADES_CERTIFICATE désigne un fichier PKCS#12 (.p12 ou .pfx) et "
            "que PADES_PASSPHRASE est sa phrase de passe."
        ) from error
    if certificate is None or not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise CertificateError(
            f"{path} ne contient pas un certificat avec sa clé privée, RSA ou ECDSA\u00a0: refaites le fichier de "
            "PADES_CERTIFICATE avec les deux."
        )
    return HostCertificate(key, certificate, tuple(chain))


def _day(at: datetime) -> str:
    return date_words(timezone.localdate(at))
