"""Certificates of an authority that nobody has, for the tests of what a host signs with."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from strategy.services.certificate import HostCertificate

DAY = timedelta(days=1)
HOLDER = "Hébergeur imaginaire"
PASSPHRASE = "phrase de passe fictive"


@dataclass(frozen=True, slots=True)
class Authority:
    """Who issues: its own certificate, and the key that signs the others."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


@cache
def authority() -> Authority:
    """The one that the tests trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = named("Autorité imaginaire")
    return Authority(issued(name, name, key, key, days=(-365, 3650), root=True), key)


def named(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def issued(
    subject, issuer, key, by, *, days: tuple[int, int], root: bool = False, stamps: bool = False
) -> x509.Certificate:
    """A certificate valid from the first to the second of those days, counted from today."""
    now = datetime.now(UTC)
    usage = dict.fromkeys(
        "key_encipherment data_encipherment key_agreement encipher_only decipher_only".split(), False
    )
    signing = {"digital_signature": not root, "content_commitment": not root}
    signing |= {"key_cert_sign": root, "crl_sign": root}
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + days[0] * DAY)
        .not_valid_after(now + days[1] * DAY)
        .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage, **signing), critical=True)
    )
    if stamps:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
    return builder.sign(by, SHA256())


def held(*, days: tuple[int, int] = (-1, 365), key=None, stamps: bool = False) -> HostCertificate:
    """What a host signs with, or what `stamps` the time."""
    key, by = key or ec.generate_private_key(ec.SECP256R1()), authority()
    certificate = issued(named(HOLDER), by.certificate.subject, key, by.key, days=days, stamps=stamps)
    return HostCertificate(key, certificate, (by.certificate,))


def pkcs12(certificate: HostCertificate, *, passphrase: str = PASSPHRASE, certified: bool = True) -> bytes:
    """The file that holds it, without its certificate unless `certified`."""
    return serialize_key_and_certificates(
        b"",
        certificate.key,
        certificate.certificate if certified else None,
        certificate.chain,
        BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption(),
    )
