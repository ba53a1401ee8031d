"""From a draft of the database to a file: the same bytes whenever it is asked for."""

import json
from io import BytesIO

import pytest
from freezegun import freeze_time
from pypdf import PdfReader

from reen.enums import Kind
from strategy.enums import BodyRole
from strategy.errors import NotAllowedError
from strategy.models import Draft
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.services.demonstration import COMPLETE, STARTED
from strategy.services.drafting import add_body, add_objective, save_governance
from strategy.services.exporting import Exported, export_draft
from tests.strategy.factories import LATER, CollectivityFactory, DraftFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


def export(draft: Draft, identifier: str) -> Exported:
    return export_draft(data=draft_data(whole_drafts().get(pk=draft.pk)), identifier=identifier)


def text_of(exported: Exported) -> str:
    """The words of a PDF, their spaces and line ends made plain."""
    pages = PdfReader(BytesIO(exported.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(("identifier", "media"), [("pdf", "application/pdf"), ("json", "application/json")])
def test_a_file_has_a_name_and_a_media_type(identifier, media):
    draft = DraftFactory()
    exported = export(draft, identifier)
    name = f"strategie-numerique-responsable-{draft.reference.lower()}-projet.{identifier}"
    assert (exported.name, exported.content_type) == (name, media)


def test_an_unknown_format_is_refused_with_those_that_exist():
    with pytest.raises(NotAllowedError) as refusal:
        export(DraftFactory(), "docx")
    assert str(refusal.value) == "Le format «\u202fdocx\u202f» n’existe pas. Formats\u00a0: pdf, odt, json."


@pytest.mark.parametrize("reference", [COMPLETE, STARTED])
def test_the_same_draft_gives_the_same_bytes_forty_days_later(demonstration, reference):
    draft = Draft.objects.get(reference=reference)
    with freeze_time("2026-10-01 10:00"):
        first = [export(draft, identifier).content for identifier in ("json", "pdf")]
    with freeze_time("2026-11-10 10:00"):
        assert [export(draft, identifier).content for identifier in ("json", "pdf")] == first


def test_every_collectivity_is_on_the_cover_with_the_answer_of_the_law():
    draft = DraftFactory(
        collectivity__name="Agglomération imaginaire",
        collectivity__kind=Kind.EPCI,
        collectivity__population_other=80_000,
    )
    named = [
        ("Syndicat imaginaire", Kind.SYNDICAT, BodyRole.BEARER),
        ("Commune imaginaire A", Kind.COMMUNE, BodyRole.ASSOCIATED),
        ("Commune imaginaire B", Kind.COMMUNE, BodyRole.ASSOCIATED),
    ]
    for name, kind, role in named:
        body = CollectivityFactory(name=name, kind=kind)
        add_body(draft=draft, collectivity=body, role=role, by=None, at=LATER)
    cover = " ".join(PdfReader(BytesIO(export(draft, "pdf").content)).pages[0].extract_text().split())
    places = [cover.find(name) for name in ("Agglomération imaginaire", *(name for name, _, _ in named))]
    assert -1 not in places
    assert places == sorted(places)
    assert "PROJET" in cover
    assert "2 octobre 2026" in cover

    document = json.loads(export(draft, "json").content)
    (legal,) = (part for part in document["sections"] if part["anchor"] == "cadre-legal")
    answers = [part["title"] for part in legal["sections"][0]["sections"]]
    assert answers[:4] == ["Agglomération imaginaire", *(name for name, _, _ in named)]


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>gras</b> & <script>alert(1)</script> %s {{ x }}",
        "mot" * 33_000,
        "un deux trois\n" * 1_500,
        "\u202e\u200b\ufeff\x0b\x1f\U0001f600 \u0627\u0644 中文 👩‍👩‍👧",
        "# titre\n- \n-\n* \n\n\n",
    ],
    ids=["markup", "one long word", "many lines", "odd characters", "lines of nothing"],
)
def test_any_text_typed_is_exported(hostile):
    draft = DraftFactory()
    values = {"statement": hostile[:300].replace("\n", " "), "unit": hostile[:80].replace("\n", " ")}
    add_objective(draft=draft, values=values, by=None, at=LATER)
    save_governance(draft=draft, values={"steering": hostile}, actors=[], version=0, by=None, at=LATER)
    assert json.loads(export(draft, "json").content)["reference"] == draft.reference
    assert draft.reference in text_of(export(draft, "pdf"))
