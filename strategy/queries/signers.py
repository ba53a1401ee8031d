"""Whose certificate signed a PDF that this site made and kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates
from cryptography.x509 import Certificate, Name
from cryptography.x509.oid import NameOID

from strategy.models import Rendering, ReportFile
from strategy.models.version import KeptFile

_PADES = b"/ETSI.CAdES.detached"
_CONTENTS = re.compile(rb"/Contents\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who the certificate was issued to, and by whom."""

    holder: str
    authority: str

    @property
    def words(self) -> str:
        """What the signature is worth: it is that of the host, never of the collectivité."""
        return (
            f"Le PDF porte aussi la signature électronique (PAdES) de l’hébergeur du site, avec le certificat "
            f"«\u202f{self.holder}\u202f» délivré par «\u202f{self.authority}\u202f»\u00a0: elle dit que le site a "
            "produit le fichier, jamais que la collectivité l’a signé."
        )


def signer_with_digest(sha256: str) -> Signer | None:
    """The same of the kept PDF that has this SHA-256; None for any other file."""
    kept = {"sha256": sha256, "format": "pdf"}
    return signer_of(Rendering.objects.filter(**kept).first() or ReportFile.objects.filter(**kept).first())


def signer_of(file: KeptFile | None) -> Signer | None:
    """Whose certificate the PDF was signed with; None when it has no signature, or its bytes were lost."""
    try:
        content = file.content if file is not None else b""
    except OSError:
        return None
    place = content.rfind(_PADES)
    update = content.rfind(b" obj", 0, place) if place >= 0 else -1
    found = _CONTENTS.search(content, update) if update >= 0 else None
    if found is None:
        return None
    signed_by = _last(load_der_pkcs7_certificates(_whole(bytes.fromhex(found[1].decode()))))
    return Signer(name_words(signed_by.subject), name_words(signed_by.issuer))


def name_words(name: Name) -> str:
    """The common name, with the organisation if there is one."""
    kinds = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    told = [str(attribute.value) for kind in kinds for attribute in name.get_attributes_for_oid(kind)]
    return ", ".join(dict.fromkeys(told)) or name.rfc4514_string()


def _last(chain: Iterable[Certificate]) -> Certificate:
    """The certificate that issued no other one."""
    every = list(chain)
    issuers = {each.issuer for each in every if each.issuer != each.subject}
    return next(each for each in every if each.subject not in issuers)


def _whole(padded: bytes) -> bytes:
    """The signature without the room that was left after it."""
    length, extra = padded[1], 0
    if length > 0x80:
        extra = length - 0x80
        length = int.from_bytes(padded[2 : 2 + extra], "big")
    return padded[: 2 + extra + length]
