"""What a host signs: the PDFs that are kept, before their hash is taken; nothing waits for its certificate."""

import hashlib
import logging
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from pyhanko.pdf_utils.reader import PdfFileReader

from strategy.document.carried import attached_data
from strategy.document.proof import Integrity
from strategy.document.proof_words import integrity_words
from strategy.models import Rendering, Report, Signature
from strategy.queries.verification import outcome_of_file
from strategy.queries.versions import edition_of
from strategy.services.bundling import bundle_of
from strategy.services.certifying import certified
from strategy.services.reporting import report_file
from tests.documents import files
from tests.strategy.certificates import HOLDER, PASSPHRASE, held, pkcs12
from tests.strategy.issued import bytes_of, changed, issue
from tests.strategy.services.test_pades import validated
from tests.strategy.services.test_reviewing import ask, number, signed


@pytest.fixture
def certificate(settings, tmp_path):
    """Sets the host's certificate to this file, if it is to be one."""

    def configure(content: bytes | None = None, *, passphrase: str = PASSPHRASE, timestamp: str = "") -> None:
        path = tmp_path / "certificat.p12"
        if content is not None:
            path.write_bytes(content)
        settings.PADES = {"certificate": str(path), "passphrase": passphrase, "timestamp": timestamp}

    return configure


def is_signed(pdf: bytes) -> bool:
    return bool(PdfFileReader(BytesIO(pdf)).embedded_signatures)


@pytest.mark.django_db
def test_both_editions_are_signed_before_their_hash_is_taken(
    certificate, client, draft, writer, django_capture_on_commit_callbacks
):
    certificate(pkcs12(held()))
    with django_capture_on_commit_callbacks(execute=True):
        version = issue(draft, change="Réduire")
    assert Signature.objects.count() == 2
    client.force_login(writer)
    page = client.get(reverse("strategy:version", args=[draft.reference, version.number]))
    assert f"avec le certificat «\u202f{HOLDER}\u202f»" in page.content.decode()
    for kept in Rendering.objects.filter(edition__version=version):
        assert validated(kept.content).bottom_line
        assert kept.sha256 == hashlib.sha256(kept.content).hexdigest()
        assert kept.size == len(kept.content)
        assert attached_data(kept.content).decode() == kept.edition.text
        outcome = outcome_of_file(kept.content)
        assert outcome.integrity is Integrity.INTACT
        assert f"«\u202f{HOLDER}\u202f» délivré par «\u202fAutorité imaginaire\u202f»" in integrity_words(
            outcome
        )
        assert outcome_of_file(kept.edition.text.encode()).host == "", "the JSON has no signature"
    pdf = bytes_of(version)
    assert pdf == bytes_of(version), "made once"
    bits = [(place, place % 8) for place in range(0, len(pdf), len(pdf) // 8)]
    assert Integrity.INTACT not in {outcome_of_file(changed(pdf, *bit)).integrity for bit in bits}
    with ZipFile(BytesIO(bundle_of(edition_of(version)))) as bundle:
        assert pdf in [bundle.read(name) for name in bundle.namelist()]


def test_the_pdf_of_a_sealed_report_is_signed_and_that_of_a_project_is_not(content, certificate, draft):
    certificate(pkcs12(held()))
    review = ask(number(draft))[0]
    assert not is_signed(report_file(review, "pdf")[2])
    signed(review)
    pdf = report_file(review, "pdf")[2]
    assert validated(pdf).bottom_line
    outcome = outcome_of_file(pdf)
    assert outcome.integrity is Integrity.INTACT
    assert "jamais que la collectivité l’a signé" in integrity_words(outcome)
    assert Report.objects.get(review=review).text.encode() == attached_data(pdf)


@pytest.fixture
def plain() -> bytes:
    return files.pdf("small-commune")


def test_nothing_is_signed_where_nothing_is_set(plain, settings):
    assert settings.PADES["certificate"] == ""
    assert certified(plain, "nom.pdf") == plain


def test_no_file_waits_for_a_certificate_and_the_log_says_why(certificate, plain, caplog):
    certificate(pkcs12(held(days=(-10, -1))))
    assert certified(plain, "nom.pdf") == plain
    (line,) = caplog.records
    assert line.levelno == logging.ERROR
    assert "nom.pdf is made without a PAdES signature" in line.getMessage()
    assert "a expiré le" in line.getMessage()


def test_a_service_that_does_not_answer_costs_the_time_stamp_alone(certificate, plain, caplog):
    certificate(pkcs12(held()), timestamp="http://127.0.0.1:9/")
    status = validated(certified(plain, "nom.pdf"))
    assert (status.bottom_line, status.timestamp_validity) == (True, None)
    (line,) = caplog.records
    assert "nom.pdf is made without the time stamp of http://127.0.0.1:9/" in line.getMessage()
