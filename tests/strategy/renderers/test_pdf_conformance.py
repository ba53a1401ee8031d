"""The genuine veraPDF engine finds the reference documents to be PDF/UA-1 and PDF/A-3a, and sees what is not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pytest

from strategy.document.build import build
from strategy.document.changes import ANCHOR
from strategy.document.codes import code_of
from strategy.document.model import Status
from strategy.document.versioning import annexed, issued
from strategy.renderers.registry import RENDERERS
from strategy.services.pades import with_signature
from tests import verapdf
from tests.documents import files, hostile, random_documents
from tests.documents.random_records import worked_on
from tests.strategy.certificates import held
from tests.strategy.document import drafts
from tests.strategy.renderers import reading

CODE = code_of("K7QW2FHX9MR")
pytestmark = pytest.mark.verapdf


def sampled(names: Iterable[str], *short: str) -> list[Any]:
    """The names as parameters: the short documents in each run, the long ones in the thorough one."""
    return [name if name in short else pytest.param(name, marks=pytest.mark.thorough) for name in names]


@pytest.mark.parametrize("name", sampled(files.NAMES, "small-commune"))
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


def test_a_version_that_prints_what_changed_conforms():
    later = issued(
        build(drafts.complete(), drafts.REQUIREMENTS),
        number=2,
        status=Status.FROZEN,
        code=CODE,
        address=f"https://exemple.invalid/verifier/{CODE}/",
        on=date(2026, 11, 22),
    )
    printed = annexed(later, replace(later, record=worked_on(0)[0]))
    assert printed.sections[-2].anchor == ANCHOR
    assert verapdf.failures(RENDERERS["pdf"].render(printed)) == {}


def test_a_signed_document_conforms():
    signed = with_signature(files.pdf("small-commune"), held(), site="https://exemple.invalid", timestamp="")
    assert verapdf.failures(signed) == {}


@pytest.mark.parametrize(
    "name", sampled(hostile.DOCUMENTS, "titles", "paragraphs", "cell", "no-action", "one-action")
)
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
