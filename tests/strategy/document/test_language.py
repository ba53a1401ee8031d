"""Exports are in French: no English word, no name of the code, no raw key, whatever the document and the draft."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pypdf
import pytest

from strategy.document.draft import DraftData
from strategy.document.kinds import KINDS
from strategy.document.model import Document
from strategy.enums import BodyRole, ChoiceStatus, Perimeter
from strategy.renderers.registry import RENDERERS
from tests.documents import files, large
from tests.strategy.document.drafts import CITED, choice, complete, empty, half
from tests.strategy.document.language import ENGLISH, keys, leaks
from tests.strategy.document.parts import words

DRAFTS = {
    "large": large.draft(),
    "complete": complete(3),
    "half": half(),
    "cited": empty(baseline=CITED),
    "empty": empty(),
}


def built(kind: str, data: DraftData) -> Document:
    return KINDS[kind].build(data, large.requirements())


@cache
def printed(name: str) -> str:
    """The words of the PDF of a reference document, or of one of the documents of the large draft."""
    data = RENDERERS["pdf"].render(built(name, large.draft())) if name in KINDS else files.pdf(name)
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
@pytest.mark.parametrize("kind", KINDS)
def test_documents_are_in_french(kind, data):
    assert leaks(words(built(kind, data))) == []


@pytest.mark.parametrize("name", ["large-epci", "small-commune", "programme", "fiches", "selection"])
def test_what_is_printed_is_in_french(name):
    assert len(printed(name)) > 1000
    assert leaks(printed(name).splitlines()) == []


@pytest.mark.parametrize(
    "leak",
    [
        *("the", "without", "Unknown", "None", "True", "Decimal(12)", "2027-01-01", "{{ title }}", "<p>"),
        *("baseline_value", "BEARER", "target_year", "st-mesures", "inventaire-parc", "axe-2-cycle-de-vie"),
        *(
            ChoiceStatus.PLANNED.value,
            ChoiceStatus.PLANNED.name,
            Perimeter.TERRITORY.name,
            BodyRole.ASSOCIATED.value,
        ),
    ],
)
def test_a_leak_is_found_wherever_it_is(leak):
    base = complete(2)
    drafts = (
        replace(base, choices=(choice(1, title=f"Prolonger {leak} ici"),)),
        replace(base, choices=(choice(1, summary=f"Prolonger, {leak}."),)),
        replace(base, objectives=(replace(base.objectives[0], unit=leak),)),
        replace(base, governance=replace(base.governance, elected_name=leak)),
        replace(base, plans=(replace(base.plans[0], period=leak),)),
    )
    assert [bool(leaks(words(built("document", data)))) for data in drafts] == [True] * len(drafts)


def test_what_looks_alike_in_french_is_left_alone():
    told = "Le but est total, en cours, sur un site public ; on y va. Voir https://exemple.invalid/the/none."
    assert leaks([told, f"du {date(2027, 1, 1).year} au 30 juin, PROJET, CGCT, art. D. 2311-15-1"]) == []
    assert {"st-moyens", "baseline_date", "axe-3-ecoconception", "MULTI_YEAR"} <= keys()
    assert len(ENGLISH) > 200
