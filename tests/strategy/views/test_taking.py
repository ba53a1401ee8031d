"""Dropping a document: a draft opens in this browser; what cannot be read is refused, and nothing stored."""

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from strategy.document.build import build
from strategy.document.serialize import to_json
from strategy.enums import Perimeter
from strategy.models import Collectivity, Draft, Taken
from strategy.queries.drafts import whole_drafts
from strategy.renderers.registry import RENDERERS
from tests.strategy.document import drafts
from tests.strategy.issued import exported, issue

pytestmark = pytest.mark.django_db
TAKE, COMPARE = reverse("strategy:taking"), reverse("strategy:compare_files")


def document(**parts):
    built = build(drafts.complete(**parts), drafts.REQUIREMENTS)
    bodies = tuple(replace(body, kind="commune") for body in built.record.bodies)
    return replace(built, record=replace(built.record, bodies=bodies))


def sent(content: bytes | str, name: str = "strategie.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("identifier", ["pdf", "json"])
def test_a_file_becomes_the_draft_of_this_browser_only(client, client_class, identifier):
    whole = document()
    answer = client.post(TAKE, {"file": sent(RENDERERS[identifier].render(whole), f"strategie.{identifier}")})
    draft = whole_drafts().get()
    assert answer.headers["Location"] == reverse("strategy:taken", args=[draft.reference])
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Document repris" in page
    assert whole.reference in page
    assert to_json(exported(draft)) == to_json(whole)
    assert client_class().get(answer.headers["Location"]).status_code == 302


def test_a_version_of_what_was_taken_up_differs_in_nothing_from_its_draft(client, writer):
    """Both are told with the figures of this site, not with those that the document came with."""
    Collectivity.objects.create(
        kind="commune", code="84007", name="Ville imaginaire", population_other=12, official=True
    )
    whole = document()
    bearer = replace(whole.record.bodies[0], code="84007", population=2_340)
    whole = replace(whole, record=replace(whole.record, bodies=(bearer,)))
    client.force_login(writer)
    client.post(TAKE, {"file": sent(to_json(whole))})
    version = issue(whole_drafts().get())
    told = client.get(reverse("strategy:compare_versions", args=[version.reference])).content.decode()
    assert "Rien n’a changé" in told


@pytest.fixture
def client_class(client):
    return type(client)


WRONG = {
    "nothing": (b"", "est vide"),
    "a picture": (b"\x89PNG\r\n", "ni un PDF, ni les donn"),
    "a truncated JSON": (to_json(document())[:2000].encode(), "pas du JSON"),
    "an encrypted PDF": (b"%PDF-1.7\n/Encrypt 3 0 R\n%%EOF", "chiffr"),
    "a PDF of somebody else": (b"%PDF-1.7\nbonjour\n%%EOF", "ne porte pas les donn"),
    "a newer schema": (
        json.dumps(json.loads(to_json(document())) | {"schema_version": 2}).encode(),
        "plus récent que ce site",
    ),
    "an unknown field": (
        json.dumps(json.loads(to_json(document())) | {"secret": 1}).encode(),
        "cette donnée est inconnue de ce site",
    ),
    "no record": (
        to_json(replace(document(), record=None)).encode(),
        "ne porte pas les données d’une stratégie",
    ),
    "a title too long": (
        to_json(
            document(objectives=(drafts.objective(1, statement="x" * 301),), choices=(), indicators=())
        ).encode(),
        "1er\u00a0objectif\u00a0: objectif, 301 caractères, pour 300 au plus (record.objectives[0].statement)",
    ),
    "a bomb": (b"[" * 100_000, "ni un PDF, ni les donn"),
    "a deep bomb": (b'{"a":' * 100_000, "imbriqués"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_taken_up_is_refused_in_words(client, case):
    content, words = WRONG[case]
    answer = client.post(TAKE, {"file": sent(content)})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not any(model.objects.exists() for model in (Draft, Taken, Collectivity))


def test_a_file_that_is_too_big_is_refused(client, settings):
    settings.VERIFIED_FILE_BYTES = 1_000
    answer = client.post(TAKE, {"file": sent(to_json(document()))})
    assert answer.status_code == 413
    assert "dépasse" in answer.content.decode()


@pytest.mark.parametrize(("first", "second"), [("json", "pdf"), ("pdf", "pdf"), ("pdf", "json")])
def test_two_files_are_compared_and_nothing_is_stored(client, first, second):
    before = document()
    later = replace(before.record.objectives[0], target_year=2031, perimeter=Perimeter.ORGANISATION)
    after = replace(before, record=replace(before.record, objectives=(later, *before.record.objectives[1:])))
    files = {
        "before": sent(RENDERERS[first].render(before), f"avant.{first}"),
        "after": sent(RENDERERS[second].render(after), f"apres.{second}"),
    }
    page = client.post(COMPARE, files).content.decode()
    assert "1\u00a0objectif modifié" in page
    assert "Échéance 2030\u00a0→ 2031." in page
    assert not Draft.objects.exists()


@pytest.mark.parametrize("case", [case for case in WRONG if case != "a title too long"])
@pytest.mark.parametrize("place", ["before", "after"])
def test_what_cannot_be_compared_is_refused_in_words_beside_its_field(client, case, place):
    content, words = WRONG[case]
    other = "after" if place == "before" else "before"
    answer = client.post(COMPARE, {place: sent(content, "<b>.pdf"), other: sent(to_json(document()))})
    assert answer.status_code == 422
    assert [(name, words in str(errors)) for name, errors in answer.context["form"].errors.items()] == [
        (place, True)
    ]
    assert "<b>.pdf" not in answer.content.decode()


def test_files_too_big_to_compare_are_refused(client, settings):
    settings.VERIFIED_FILE_BYTES = 1_000
    answer = client.post(COMPARE, {"before": sent(to_json(document())), "after": sent("{}")})
    assert answer.status_code == 413
    assert "dépassent" in answer.content.decode()


def test_equal_files_have_nothing_that_changed(client):
    text = to_json(document())
    page = client.post(COMPARE, {"before": sent(text), "after": sent(text)}).content.decode()
    assert "Rien n’a changé." in page


def test_both_files_are_asked_for(client):
    answer = client.post(COMPARE, {"before": sent(to_json(document()))})
    assert answer.status_code == 422
    assert "Choisissez un fichier PDF ou JSON." in answer.content.decode()
