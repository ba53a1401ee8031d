"""A report is a project until the review is signed off; then it is sealed once, and known by its files and its code."""

import hashlib
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from strategy.document import walk
from strategy.document.model import Status
from strategy.document.proof import Integrity
from strategy.document.serialize import from_json
from strategy.enums import DecisionKind, Judgement, VersionStatus
from strategy.errors import NotAllowedError
from strategy.management.commands.verify_export import told
from strategy.models import Draft, Report, ReportFile, Review
from strategy.models.written_once import WrittenOnceError
from strategy.queries.reports import report_of, report_with_code, report_with_digest
from strategy.queries.verification import outcome_of_digest, outcome_of_file
from strategy.queries.versions import edition_of
from strategy.services.deciding import decide
from strategy.services.freezing import pages_of, rendering_of
from strategy.services.remarking import Opined, judge
from strategy.services.reporting import FORMATS, report_file
from strategy.services.reviewing import Reviewer
from tests.strategy.issued import issue
from tests.strategy.renderers import reading
from tests.strategy.services.test_reviewing import ask, number, remarked, signed

pytestmark = pytest.mark.django_db
CAMILLE = Reviewer(name="Camille Fictive", organisation="Chambre imaginaire")


@pytest.fixture
def review(content, draft) -> Review:
    return ask(number(draft))[0]


@pytest.fixture
def sealed(review) -> Report:
    remarked(review)
    signed(review)
    return Report.objects.get(review=review)


def test_a_project_is_marked_so_and_nothing_is_kept_of_it(review):
    for identifier in FORMATS:
        name, content_type, content = report_file(review, identifier)
        assert name.endswith(f"-projet.{identifier}")
        assert content
        assert content_type
    document = from_json(report_file(review, "json")[2].decode())
    assert (document.status, document.issue) == (Status.DRAFT, None)
    assert (
        "PROJET DE RAPPORT" in pypdf.PdfReader(BytesIO(report_file(review, "pdf")[2])).pages[0].extract_text()
    )
    assert not Report.objects.exists()
    with pytest.raises(NotAllowedError):
        report_file(review, "zip")


def test_signing_off_seals_the_report_of_what_was_said(sealed, review):
    document = from_json(sealed.text)
    assert document.status is Status.FROZEN
    assert document.issue.code == sealed.code
    assert document.reviewed.code == review.version.code
    assert document.issue.address.endswith(f"/verifier/{sealed.code}/")
    assert sealed.digest == hashlib.sha256(sealed.text.encode()).hexdigest()
    assert "La cible manque." in sealed.text
    assert report_of(review) == sealed


def test_nothing_is_adopted_on_the_word_of_an_unverified_issuer(content, draft):
    version = issue(draft)
    now = timezone.now()
    decide(version=version, kind=DecisionKind.DELIBERATION, on=now.date(), reference="", by=None, at=now)
    text = report_file(ask(version)[0], "json")[2].decode()
    assert "Adoption déclarée par un compte non vérifié" in text
    assert "adoptée" not in text


def test_what_is_sealed_is_neither_changed_nor_removed(sealed):
    for refused in (sealed.save, sealed.delete, Report.objects.all().delete):
        with pytest.raises(WrittenOnceError):
            refused()


def test_a_file_is_made_once(sealed, review):
    first = [report_file(review, identifier) for identifier in FORMATS]
    assert [report_file(review, identifier) for identifier in FORMATS] == first
    assert ReportFile.objects.filter(report=sealed).count() == 2


def test_every_file_of_a_report_is_known_and_one_that_was_changed_is_not(sealed, review):
    for identifier in FORMATS:
        content = report_file(review, identifier)[2]
        digest = hashlib.sha256(content).hexdigest()
        assert report_with_digest(digest) == sealed
        for outcome in (outcome_of_file(content), outcome_of_digest(digest)):
            assert outcome.integrity is Integrity.INTACT
            assert outcome.version.number == review.version.number
            assert "Camille Fictive (nom déclaré)" in outcome.report.words
            values = told(outcome)
            assert values["report"] == {
                "code": sealed.code,
                "version": review.version.name,
                "sealed_at": timezone.localtime(sealed.sealed_at).isoformat(timespec="seconds"),
            }
            assert (values["integrity"], values["version"], values["edition"]) == ("intact", 1, None)
    altered = report_file(review, "pdf")[2] + b"\n"
    outcome = outcome_of_file(altered)
    assert outcome.integrity is Integrity.ALTERED
    assert told(outcome)["report"]["code"] == sealed.code


def test_a_project_of_report_is_no_version_that_was_changed(review):
    assert outcome_of_file(report_file(review, "pdf")[2]).integrity is Integrity.DRAFT


def test_the_code_of_a_report_tells_what_it_is(sealed, client: Client):
    assert report_with_code(sealed.code.lower().replace("-", " ")) == sealed
    page = client.get(reverse("strategy:verified_code", args=[sealed.code]))
    assert page.status_code == 200
    assert "Ce code est celui d’un rapport de conformité" in page.text
    assert "authentique" not in page.text


def test_the_bundle_is_checked_without_this_site(sealed, review, tmp_path):
    name, _, content = report_file(review, "zip")
    assert name.endswith(f"{sealed.code.lower()}.zip")
    with ZipFile(BytesIO(content)) as bundle:
        bundle.extractall(tmp_path)
    sums = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (sums.returncode, len(sums.stdout.splitlines())) == (0, len(FORMATS))
    command = (
        "openssl pkeyutl -verify -pubin -inkey cle-publique.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig"
    )
    proved = subprocess.run(command.split(), cwd=tmp_path, capture_output=True)
    assert proved.returncode == 0


def test_the_tags_of_the_report_hold_its_requirements(sealed, review):
    tree = reading.tree(reading.opened(report_file(review, "pdf")[2]))
    headings = [" ".join(node.text.split()) for level in "23" for node in tree.find(f"H{level}")]
    document = from_json(sealed.text)
    part = next(part for part in document.sections if part.anchor == "exigences")
    for requirement in part.sections:
        assert headings.count(" ".join(requirement.title.split())) == 1


def test_a_judgement_is_in_the_report(review):
    judge(
        review=review,
        opinions={"st-objectifs": Opined(Judgement.RESERVED, "Chiffrer.", 0)},
        reviewer=CAMILLE,
        at=timezone.now(),
    )
    assert "Chiffrer." in report_file(review, "json")[2].decode()


def test_pages_are_kept_with_the_file(draft: Draft, content):
    version = number(draft)
    assert version.status == VersionStatus.NUMBERED
    edition = edition_of(version)
    document = from_json(edition.text)
    pages = pages_of(edition)
    assert pages == rendering_of(edition).pages
    outline = pypdf.PdfReader(BytesIO(rendering_of(edition).content))
    assert max(pages.values()) == len(outline.pages)
    assert set(pages) == {visit.section.anchor for visit in walk.sections(document)}
