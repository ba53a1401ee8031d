"""The genuine veraPDF engine finds the reference documents to be PDF/UA-1 and PDF/A-3a, and sees what is not."""

import pikepdf
import pytest

from strategy.services.pades import with_signature
from tests import verapdf
from tests.documents import files, hostile, random_documents
from tests.strategy.certificates import held
from tests.strategy.renderers import reading

pytestmark = pytest.mark.verapdf


@pytest.mark.parametrize("name", files.NAMES)
def test_reference_documents_conform(name):
    assert verapdf.failures(files.pdf(name)) == {}


@pytest.mark.parametrize(
    "seeds",
    [
        pytest.param(range(5), id="sample"),
        pytest.param(range(5, random_documents.COUNT), id="others", marks=pytest.mark.thorough),
    ],
)
def test_random_documents_conform(seeds):
    """Many in one test: the engine starts once, whatever the number of processes that share the tests."""
    broken = {seed: verapdf.failures(random_documents.pdf(seed)) for seed in seeds}
    assert {seed: rules for seed, rules in broken.items() if rules} == {}


def test_a_signed_document_conforms():
    signed = with_signature(files.pdf("small-commune"), held(), site="https://exemple.invalid", timestamp="")
    assert verapdf.failures(signed) == {}


@pytest.mark.parametrize("name", hostile.DOCUMENTS)
def test_hostile_documents_conform(name):
    assert verapdf.failures(hostile.pdf(name)) == {}


def test_the_engine_sees_a_missing_language_and_a_missing_output_intent(tmp_path):
    pdf = reading.opened(files.pdf("small-commune"))
    del pdf.Root.Lang
    del pdf.Root.OutputIntents
    pdf.save(
        tmp_path / "broken.pdf",
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    broken = verapdf.failures((tmp_path / "broken.pdf").read_bytes())
    assert any(rule.startswith("PDFUA-1 7.2-") for rule in broken)
    assert any(rule.startswith("PDFA-3A 6.2.4.3-") for rule in broken)
