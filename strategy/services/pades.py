"""PAdES signatures in PDFs; the only place of pyHanko, imported where a certificate is set."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate as CertificateInfo
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from strategy.services.certificate import CertificateError, HostCertificate

FIELD = "signature-de-l-hebergeur"
LABEL = "Signature électronique de l’hébergeur du site"
REASON = (
    "Le site indiqué a produit ce fichier. Cette signature est celle de l’hébergeur du site, pas celle de la "
    "collectivité."
)
PDF_VERSION = (1, 7)
PATIENCE = 5
"""Seconds that the time stamp may take."""


class _Update(IncrementalPdfFileWriter):
    """What pyHanko adds to the file, less what PDF/A-3 and PDF/UA-1, which are about PDF 1.7, would not know.

    An elliptic curve does not make it a PDF 2.0; its metadata stay those of the document.
    """

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        super().ensure_output_version(min(version, PDF_VERSION))  # type: ignore[no-untyped-call]

    def register_extension(self, ext: DeveloperExtension) -> None:
        if ext.base_version == "/{}.{}".format(*PDF_VERSION):
            super().register_extension(ext)

    def _update_meta(self) -> None:
        """Writes neither the date of signing, which the signature has, nor another producer."""


def with_signature(content: bytes, held: HostCertificate, *, site: str, timestamp: str) -> bytes:
    """The PDF followed by its signature (B-B; B-T where `timestamp` is the address of a RFC 3161 service).

    The field is invisible and stands outside the page, which PDF/UA exempts from tags; a label names it all the same.
    Raises CertificateError when it cannot be signed, or the service does not answer as it should.
    """
    outside = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=REASON,
            location=site,
        ),
        _signer(held),
        timestamper=HTTPTimeStamper(timestamp, timeout=PATIENCE) if timestamp else None,
        new_field_spec=SigFieldSpec(FIELD, on_page=-1, readable_field_name=LABEL, invis_sig_settings=outside),
    )

    def sign() -> bytes:
        signed = signer.async_sign_pdf(_Update(BytesIO(content)))
        return bytes(asyncio.run(signed).getbuffer())

    try:
        with ThreadPoolExecutor(1) as apart:  # the thread that asks may run an event loop already
            return apart.submit(sign).result()
    except Exception as error:
        cause = error.__cause__ or error
        raise CertificateError(f"pyHanko n’a pas pu signer\u00a0: {error} ({cause!r}).") from error


def _signer(held: HostCertificate) -> SimpleSigner:
    key = held.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    chain = SimpleCertificateStore.from_certs(map(_info, held.chain))  # type: ignore[no-untyped-call]
    return SimpleSigner(
        signing_cert=_info(held.certificate), signing_key=PrivateKeyInfo.load(key), cert_registry=chain
    )


def _info(certificate: Certificate) -> CertificateInfo:
    return CertificateInfo.load(certificate.public_bytes(Encoding.DER))
