"""A PDF that a host signs: valid for whoever trusts its authority, as accessible as before, and not to be touched."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from threading import Thread

import pytest
from asn1crypto import tsp, x509
from asn1crypto.keys import PrivateKeyInfo
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from strategy.document.carried import attached_data
from strategy.services.certificate import CertificateError
from strategy.services.pades import LABEL, REASON, with_signature
from tests.documents import files
from tests.strategy.certificates import authority, held
from tests.strategy.renderers import reading

SITE = "https://site.exemple.invalid"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return files.pdf("small-commune")


@pytest.fixture(scope="module")
def pdf(plain: bytes) -> bytes:
    """The same, signed."""
    return with_signature(plain, held(), site=SITE, timestamp="")


@pytest.fixture(scope="module")
def rsa() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def info(certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def validated(pdf: bytes) -> PdfSignatureStatus:
    """What pyHanko says of the only signature, to somebody who trusts the authority of the tests."""
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    trusted = ValidationContext(trust_roots=[info(authority().certificate)], allow_fetching=False)
    with ThreadPoolExecutor(1) as apart:  # a browser may keep an event loop in this thread
        return apart.submit(lambda: asyncio.run(async_validate_pdf_signature(signature, trusted))).result()


@contextmanager
def time_stamps(rsa: RSAPrivateKey, status: int = 200):
    """The address of a service of RFC 3161, or of one that refuses."""
    by = held(key=rsa, stamps=True)
    key = by.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(info(by.certificate), PrivateKeyInfo.load(key))

    class Service(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = stamper.request_tsa_response(asked).dump()
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Service) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_it_is_valid_for_whoever_trusts_the_authority(pdf):
    status = validated(pdf)
    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert status.timestamp_validity is None


def test_an_rsa_key_signs_as_well(plain, rsa):
    assert validated(with_signature(plain, held(key=rsa), site=SITE, timestamp="")).bottom_line


def test_it_says_in_viewers_whose_it_is(pdf):
    opened = reading.opened(pdf)
    (field,) = opened.Root.AcroForm.Fields
    assert (str(field.V.SubFilter), str(field.V.Reason), str(field.V.Location)) == (
        "/ETSI.CAdES.detached",
        REASON,
        SITE,
    )
    assert "pas celle de la collectivité" in REASON
    assert str(field.TU) == LABEL


def test_it_follows_the_file_and_changes_nothing_of_it(plain, pdf):
    assert pdf.startswith(plain)
    assert attached_data(pdf) == attached_data(plain)
    before, after = reading.opened(plain), reading.opened(pdf)
    assert set(after.Root.keys()) - set(before.Root.keys()) == {"/AcroForm", "/Extensions"}
    assert after.pdf_version == before.pdf_version == "1.7"
    assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
    assert dict(after.docinfo) == dict(before.docinfo)


def test_a_letter_changed_in_the_document_is_seen_by_whoever_verifies_it(pdf):
    other = pdf.replace(b">PROJET<", b">FIG\xc3\x89E<", 1)
    assert other != pdf
    assert not validated(other).intact


def test_a_service_stamps_the_time(plain, rsa):
    with time_stamps(rsa) as address:
        status = validated(with_signature(plain, held(), site=SITE, timestamp=address))
    assert status.bottom_line
    assert status.timestamp_validity.valid


@pytest.mark.parametrize("plain", [b"", b"%PDF-1.7 et rien d'autre"])
def test_what_is_no_pdf_is_refused(plain):
    with pytest.raises(CertificateError, match="pyHanko"):
        with_signature(plain, held(), site=SITE, timestamp="")


def test_a_service_that_refuses_is_told(plain, rsa):
    with time_stamps(rsa, 503) as address, pytest.raises(CertificateError, match="503"):
        with_signature(plain, held(), site=SITE, timestamp=address)
