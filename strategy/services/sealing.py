"""Ed25519 signatures over what a version is made of: the key, its rotation, and what it signed."""

import os
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.conf import settings
from django.db import IntegrityError, transaction

from strategy.document.proof import FileDigest, checksums
from strategy.errors import StrategyError
from strategy.models import Edition, Signature, SigningKey


class KeyMissingError(StrategyError):
    """The private half of the current key is not where it should be: nothing can be signed."""


def seal(edition: Edition, files: Sequence[FileDigest], *, at: datetime) -> Signature:
    """The signature over these files, made once: the same files have the one they had, whatever became of its key.

    Raises KeyMissingError when they were never signed and cannot be.
    """
    text = checksums(files)
    kept = Signature.objects.select_related("key").filter(edition=edition, text=text).first()
    if kept is not None:
        return kept
    key, value = signed(text, at=at)
    # Ed25519 gives the same signature for the same text: those who sign at once agree.
    signature, _ = Signature.objects.get_or_create(
        edition=edition, value=value, defaults={"key": key, "text": text, "at": at}
    )
    return signature


def signed(text: str, *, at: datetime) -> tuple[SigningKey, str]:
    """The current key and its signature over the text, in hexadecimal. Raises KeyMissingError when it cannot be."""
    key = current_key(at)
    return key, private_half(key).sign(text.encode()).hex()


def is_genuine(signature: Signature) -> bool:
    """Whether the key that is told signed that text."""
    public = load_pem_public_key(signature.key.pem.encode())
    if not isinstance(public, Ed25519PublicKey):
        return False
    try:
        public.verify(bytes.fromhex(signature.value), signature.text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def current_key(at: datetime) -> SigningKey:
    """The key that signs, made if there is none: processes that come first together agree on one."""
    key = SigningKey.objects.filter(current=True).first()
    return key or make_key(at)


def make_key(at: datetime) -> SigningKey:
    """A new current key, unless another process just made one."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key()
    fingerprint = sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
    path = path_of(fingerprint)
    write_private(
        path, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )  # first: a key without its file would sign nothing
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    try:
        with transaction.atomic():
            return SigningKey.objects.create(fingerprint=fingerprint, pem=pem, made_at=at)
    except IntegrityError:
        path.unlink()
        return SigningKey.objects.get(current=True)


@transaction.atomic
def rotate_key(at: datetime) -> SigningKey:
    """Another key signs from now on; the private half of the former one is destroyed, its public half stays."""
    former = SigningKey.objects.select_for_update().filter(current=True).first()
    if former is not None:
        former.current, former.retired_at = False, at
        former.save()
        path = path_of(former.fingerprint)
        transaction.on_commit(lambda: path.unlink(missing_ok=True))
    return make_key(at)


def private_half(key: SigningKey) -> Ed25519PrivateKey:
    """What signs. Raises KeyMissingError when its file is not there, or is another's."""
    try:
        private = load_pem_private_key(path_of(key.fingerprint).read_bytes(), password=None)
    except (OSError, ValueError) as error:
        raise KeyMissingError(
            f"La clé de signature {key.fingerprint[:16]} ne se lit pas dans le dossier des clés de ce site. Son "
            "hébergeur peut la remettre en place, ou en créer une autre avec «\u202frotate_signing_key\u202f»."
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyMissingError(f"La clé de signature {key.fingerprint[:16]} n’est pas une clé Ed25519.")
    return private


def path_of(fingerprint: str) -> Path:
    """Where the private half of a key is."""
    return Path(settings.KEYS_ROOT) / f"{fingerprint}.pem"


def write_private(path: Path, content: bytes) -> None:
    """Writes a new file that nobody else may read."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
