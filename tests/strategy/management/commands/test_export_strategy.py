"""`manage.py export_strategy`: a file that another library opens, or why there is none."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from strategy.models import Draft
from strategy.services.drafting import save_governance
from tests.strategy.factories import LATER, DraftFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


@pytest.fixture
def draft(content) -> Draft:
    draft = DraftFactory(collectivity__name="Commune imaginaire")
    save_governance(
        draft=draft, values={"pilot_name": "Dominique Fictif"}, actors=[], version=0, by=None, at=LATER
    )
    return draft


def export(reference: str, identifier: str, output: Path | str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(
        "export_strategy", reference, "--format", identifier, "--output", str(output), stdout=out, stderr=err
    )
    return out.getvalue(), err.getvalue()


def test_a_pdf_has_the_words_typed_its_language_tags_and_outline(draft, tmp_path):
    target = tmp_path / "strategie.pdf"
    out, err = export(draft.reference, "pdf", target)
    assert (out, err.strip()) == ("", f"{target}\u00a0: {target.stat().st_size} octets.")
    reader = PdfReader(target)
    text = " ".join(page.extract_text() for page in reader.pages)
    for expected in ("Commune imaginaire", "Dominique Fictif", "PROJET", draft.reference):
        assert expected in text
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("fr-FR", True)
    assert "L’essentiel" in [item.title for item in reader.outline if not isinstance(item, list)]


def test_a_json_is_the_document(draft, tmp_path):
    target = tmp_path / "strategie.json"
    export(f" {draft.reference.lower()} ", "json", target)
    document = json.loads(target.read_text(encoding="utf-8"))
    assert (document["reference"], document["schema_version"]) == (draft.reference, 1)


def test_an_exported_json_is_rendered_as_the_draft_is(draft, tmp_path):
    export(draft.reference, "json", tmp_path / "a.json")
    export(draft.reference, "pdf", tmp_path / "a.pdf")
    call_command("render_document", str(tmp_path / "a.json"), "--output", str(tmp_path / "b.pdf"))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_an_unknown_reference_says_where_to_find_the_right_one(tmp_path):
    with pytest.raises(CommandError) as refusal:
        export("SNR-INCONNUE", "pdf", tmp_path / "strategie.pdf")
    assert str(refusal.value) == (
        "Aucun brouillon n’a la référence «\u202fSNR-INCONNUE\u202f». Elle est écrite en haut de chaque étape et "
        "sur la couverture du document."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_cannot_be_written_is_named(draft, tmp_path):
    target = tmp_path / "absent" / "strategie.pdf"
    with pytest.raises(CommandError) as refusal:
        export(draft.reference, "pdf", target)
    assert str(refusal.value) == f"{target}\u00a0: écriture impossible (No such file or directory)"


def test_an_unknown_format_is_refused(draft, tmp_path):
    with pytest.raises(CommandError, match="docx"):
        export(draft.reference, "docx", tmp_path / "strategie.docx")


def test_another_document_of_the_draft_is_asked_for_by_name(draft, tmp_path):
    target = tmp_path / "programme.json"
    call_command(
        "export_strategy",
        draft.reference,
        "--document",
        "programme",
        "--format",
        "json",
        "--output",
        str(target),
        stderr=StringIO(),
    )
    assert json.loads(target.read_text(encoding="utf-8"))["title"] == "Programme de travail"
    with pytest.raises(CommandError, match="rapport"):
        call_command("export_strategy", draft.reference, "--document", "rapport", "--output", str(target))
