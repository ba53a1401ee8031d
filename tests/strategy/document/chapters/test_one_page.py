"""The page for elected members is one page of the PDF, whatever the draft."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from strategy.document.kinds import KINDS
from strategy.document.links import resolvable
from strategy.renderers.registry import RENDERERS
from tests.documents import large
from tests.strategy.document.chapters.test_essentials import DRAFTS
from tests.strategy.document.drafts import REQUIREMENTS


def pages(document) -> list[str]:
    """The words of each page of a PDF."""
    reader = pypdf.PdfReader(BytesIO(RENDERERS["pdf"].render(document)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize("name", [*DRAFTS, "large"])
def test_the_essentials_fit_a_page(name):
    data = large.draft() if name == "large" else DRAFTS[name]
    document = KINDS["document"].build(data, REQUIREMENTS)
    alone = replace(document, sections=resolvable(document.sections[:1]), cover=False)
    (page,) = pages(alone)
    assert "Quoi. " in page
    assert "Une réponse écrite n’est pas un avis de conformité" in page


def test_the_essentials_have_their_page_in_the_document():
    texts = pages(KINDS["document"].build(DRAFTS["complete"], REQUIREMENTS))
    (number,) = (number for number, text in enumerate(texts) if "Quoi. " in text)
    assert "Sommaire" not in texts[number]
    assert "Ce que demande la loi" not in texts[number]
    assert "Une réponse écrite n’est pas" in texts[number]
