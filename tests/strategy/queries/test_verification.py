"""A file that somebody shows: intact, altered, unknown or a draft; whatever it is, nothing breaks."""

import json
import random
import time
import tracemalloc
import zlib
from io import BytesIO

import pikepdf
import pytest

from strategy.document.carried import attached_data
from strategy.document.proof import Integrity, Standing
from strategy.document.proof_words import DATA_CHANGED, integrity_words
from strategy.document.serialize import to_json
from strategy.enums import DecisionKind, VersionStatus
from strategy.models import Version
from strategy.queries.documents import document_data
from strategy.queries.drafts import whole_drafts
from strategy.queries.verification import (
    issued,
    outcome_of_digest,
    outcome_of_file,
    version_with_code,
)
from strategy.queries.versions import document_of, edition_of
from strategy.services.deciding import decide
from strategy.services.exporting import export_draft
from tests.strategy.factories import LATER
from tests.strategy.issued import bytes_of, changed, issue

pytestmark = pytest.mark.django_db
SEED = 20261122


@pytest.fixture
def version(draft) -> Version:
    return issue(draft, change="Réduire")


def saved(pdf: bytes, **how) -> bytes:
    """The PDF as another program saves it."""
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(output, **how)
    return output.getvalue()


@pytest.mark.parametrize("identifier", ["pdf", "json"])
@pytest.mark.parametrize("public", [False, True])
def test_what_this_site_made_is_intact(version, identifier, public):
    outcome = outcome_of_file(bytes_of(version, identifier, public=public))
    assert (outcome.integrity, outcome.public, outcome.current) == (Integrity.INTACT, public, True)
    assert outcome.version == issued(version)
    assert outcome.issuer is Standing.UNVERIFIED


def test_a_replaced_version_is_intact_and_said_replaced(draft, version):
    content = bytes_of(version)
    assert outcome_of_file(content).version.replaced_by is None
    issue(draft, change="Réduire encore")
    outcome = outcome_of_file(content)
    assert (outcome.integrity, outcome.current, outcome.version.replaced_by) == (Integrity.INTACT, False, 2)


@pytest.mark.parametrize(
    ("identifier", "tried"),
    [("pdf", 50), ("json", 50), pytest.param("pdf", 1_000, marks=pytest.mark.thorough)],
)
def test_every_bit_counts(version, identifier, tried):
    content, chance = bytes_of(version, identifier), random.Random(SEED)
    assert outcome_of_file(content).integrity is Integrity.INTACT
    refused = [
        outcome_of_file(changed(content, chance.randrange(len(content)), chance.randrange(8))).integrity
        for _ in range(tried)
    ]
    assert set(refused) == {Integrity.ALTERED}


def test_a_pdf_saved_again_is_altered_though_its_data_are_not(version):
    outcome = outcome_of_file(saved(bytes_of(version), object_stream_mode=pikepdf.ObjectStreamMode.generate))
    assert (outcome.integrity, outcome.data_intact) == (Integrity.ALTERED, True)
    assert outcome.version.code == version.code
    assert outcome.issuer is Standing.UNVERIFIED
    assert outcome.current is None


def test_changed_data_are_altered(version):
    text = bytes_of(version, "json").decode()
    assert "Réduire" in text
    for other in (
        text.replace("Réduire", "Augmenter"),
        text + "\n",
        "\ufeff" + text,
        json.dumps(json.loads(text)),
        json.dumps(json.loads(text) | {"inconnu": 1}),
    ):
        outcome = outcome_of_file(other.encode())
        assert (outcome.integrity, outcome.version.code) == (Integrity.ALTERED, version.code)
    assert outcome_of_file((text + "\n").encode()).data_intact
    outcome = outcome_of_file(text.replace("Réduire", "Augmenter").encode())
    assert (outcome.data_intact, outcome.reason) == (False, DATA_CHANGED), "it leads to no other site"
    assert integrity_words(outcome).endswith(DATA_CHANGED)


@pytest.mark.parametrize("identifier", ["pdf", "json"])
def test_the_export_of_a_draft_is_said_so(draft, identifier):
    data = document_data(whole_drafts().get(pk=draft.pk))
    content = export_draft(data=data, identifier=identifier, document="document").content
    assert outcome_of_file(content).integrity is Integrity.DRAFT


def test_a_version_of_another_site_is_unknown_and_says_where_it_claims_to_be_verified(version):
    data = json.loads(bytes_of(version, "json"))
    elsewhere = "https://autre.exemple.invalid/verifier/AAAA-AAAA-AAAA/"
    text = json.dumps(data).replace(version.code, "AAAA-AAAA-AAAA")
    text = text.replace(data["issue"]["address"].replace(version.code, "AAAA-AAAA-AAAA"), elsewhere)
    outcome = outcome_of_file(text.encode())
    assert outcome.integrity is Integrity.UNKNOWN
    assert elsewhere in outcome.reason


def bomb() -> bytes:
    """A PDF whose attachment of 30 kB is 30 MB of JSON."""
    stream = zlib.compress(b'{"a": "' + b"a" * 30_000_000)
    dictionary = b"<< /Type /EmbeddedFile /Filter /FlateDecode /Length %d >>" % len(stream)
    return b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, dictionary, stream)
        for number in range(1, 30)
    )


def pdf_with(data: bytes) -> bytes:
    """A small PDF of somebody else that carries this attachment."""
    output = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.attachments["document.json"] = pikepdf.AttachedFileSpec(made, data)
        made.save(output)
    return output.getvalue()


def many_pages() -> bytes:
    output = BytesIO()
    with pikepdf.new() as made:
        for _ in range(500):
            made.add_blank_page()
        made.save(output)
    return output.getvalue()


HOSTILE = {
    "empty": (lambda pdf: b"", "Ce fichier est vide."),
    "blank": (lambda pdf: b" \n", "Ce fichier est vide."),
    "text": (lambda pdf: b"Bonjour", "Ce n’est ni un PDF"),
    "archive": (lambda pdf: b"PK\x03\x04" + b"a" * 50, "C’est une archive"),
    "of another program": (lambda pdf: saved(many_pages()), "ne porte pas les données"),
    "encrypted": (
        lambda pdf: saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b")),
        "chiffré ou protégé",
    ),
    "of another site, truncated": (lambda pdf: saved(many_pages())[:5_000], "incomplet"),
    "bomb": (lambda pdf: bomb() + b"%%EOF", "abîmées, ou trop longues"),
    "many attachments": (
        lambda pdf: b"%PDF-1.7\n" + b"/EmbeddedFile stream\n" * 200_000 + b"%%EOF",
        "abîmées",
    ),
    "many streams": (
        lambda pdf: b"%PDF-1.7\n" + b"/FlateDecode stream\n" * 1_000_000 + b"%%EOF",
        "ne porte pas les données",
    ),
    "nested": (lambda pdf: b"%PDF-1.7\n1 0 obj\n" + b"[" * 5_000_000 + b"%%EOF", "ne porte pas les données"),
    "nested data": (lambda pdf: pdf_with(b'{"a":' + b"[" * 1_000_000), "imbriqués"),
    "not JSON": (lambda pdf: pdf_with(b"{"), "ce n’est pas du JSON"),
    "not text": (lambda pdf: b'{"a": "\xff"}', "UTF-8"),
    "newer": (lambda pdf: b'{"schema_version": 99}', "seule la version 1 se lit"),
    "unknown fields": (
        lambda pdf: b'{"schema_version": 1, "\\u001b[2Jnom": 1}',
        "cette donnée est inconnue",
    ),
    "long names": (lambda pdf: json.dumps({"schema_version": 1, "a" * 1_000_000: 1}).encode(), "aaa…."),
    "twice": (lambda pdf: ("{" + '"a": 1,' * 300_000 + '"b": 1}').encode(), "écrite deux fois"),
    "too long": (lambda pdf: b"{" + b" " * 9_000_000, "trop longues"),
    "too big": (lambda pdf: b"%PDF-1.7\n" + b"a" * 25_000_000, "aussi gros"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_anything_else_is_unknown_and_says_why_in_bounded_time_and_memory(version, name):
    make, words = HOSTILE[name]
    content, before = make(bytes_of(version)), time.monotonic()
    outcome = outcome_of_file(content)
    assert time.monotonic() - before < 20
    assert outcome.integrity is Integrity.UNKNOWN
    assert words in outcome.reason
    assert len(outcome.reason) < 400
    assert all(letter.isprintable() or letter in "\u00a0\u202f" for letter in outcome.reason)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_truncated_file_is_never_intact(version, share):
    content = bytes_of(version)
    outcome = outcome_of_file(content[: int(len(content) * share)])
    assert outcome.integrity in (Integrity.ALTERED, Integrity.UNKNOWN)
    assert "incomplet" in outcome.reason
    assert outcome.reason in integrity_words(outcome)


def test_a_bomb_is_not_inflated():
    content = bomb()
    tracemalloc.start()
    outcome_of_file(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000


def test_a_fingerprint_is_enough_for_what_is_ours(version):
    edition = edition_of(version)
    assert outcome_of_digest(edition.digest).integrity is Integrity.INTACT
    assert outcome_of_digest("0" * 64).integrity is Integrity.UNKNOWN


def test_a_code_is_found_however_it_is_typed(version):
    for typed in (version.code, version.code.lower(), version.code.replace("-", " ")):
        assert version_with_code(typed) == version
    assert version_with_code("AAAA-AAAA-AAAA") is None


def test_what_was_told_of_a_version_is_told_as_declared(version):
    decide(
        version=version,
        kind=DecisionKind.DELIBERATION,
        on=LATER.date(),
        reference="n°\u00a012",
        by=None,
        at=LATER,
    )
    told = issued(version_with_code(version.code))
    assert told.declared == "délibération du 2\u00a0octobre 2026, n°\u00a012"
    assert (told.status, told.sure_status) == (VersionStatus.ADOPTED, VersionStatus.FROZEN)


def test_the_data_of_a_pdf_are_those_of_its_version(version):
    assert attached_data(bytes_of(version)).decode() == to_json(document_of(edition_of(version)))
