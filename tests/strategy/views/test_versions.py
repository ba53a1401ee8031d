"""Numbering a version on its screen, and telling what became of it."""

import json

import pytest
from django.utils import timezone

from reen.typography import date_words
from strategy.enums import MemberRole
from strategy.models import Edition, Member, Version
from strategy.services.drafting import add_objective, save_governance
from tests.strategy.factories import LATER, AccountFactory
from tests.strategy.screens import Screens, sent_by

pytestmark = pytest.mark.django_db

QUERIES = 23


def number(screens: Screens, kind: str, **changed: str):
    return screens.post("versions", sent_by(screens.get("versions")) | {"status": kind} | changed)


def change(screens: Screens, **values: str) -> None:
    add_objective(draft=screens.draft, values={"statement": "Réduire"} | values, by=None, at=LATER)


def test_a_project_then_a_frozen_version(screens):
    assert number(screens, "projet").url == screens.address("version", 1)
    assert number(screens, "figee").url == screens.address("version", 2)
    listed = screens.get("versions").content.decode()
    assert "remplacée par la version 2" in listed
    assert "en cours" in listed
    assert "remplacée par" in screens.get("version", 1).content.decode()


def test_both_files_of_both_editions_are_fetched(screens):
    people = {"pilot_name": "Camille Exemple", "pilot_role": "cheffe de projet"}
    save_governance(draft=screens.draft, values=people, actors=[], version=0, by=None, at=LATER)
    number(screens, "figee")
    for edition, told in (("complete", "Camille Exemple"), ("publique", "cheffe de projet")):
        pdf, data = (screens.get("version_file", 1, edition, each) for each in ("pdf", "json"))
        assert pdf.content.startswith(b"%PDF-")
        assert told in data.content.decode()
        assert json.loads(data.content)["issue"]["number"] == 1
        assert pdf["Cache-Control"] == data["Cache-Control"] == "no-store"
    assert "Camille" not in screens.get("version_file", 1, "publique", "json").content.decode()
    for wrong in ((1, "complete", "xml"), (2, "complete", "json")):
        assert screens.get("version_file", *wrong).status_code == 404


def test_what_the_public_edition_says_is_for_the_writer_to_choose(screens):
    people = {"pilot_name": "Camille Exemple", "pilot_role": "cheffe de projet"}
    save_governance(draft=screens.draft, values=people, actors=[], version=0, by=None, at=LATER)
    assert sent_by(screens.get("versions"))["function_0"] == ["cheffe de projet"]
    number(screens, "figee", function_0="la direction du numérique")
    public = Edition.objects.get(public=True).text
    assert "la direction du numérique" in public
    assert "Camille" not in public


def test_what_changed_meanwhile_is_told_and_what_was_typed_is_kept(screens):
    sent = sent_by(screens.get("versions")) | {"status": "figee"}
    change(screens)
    refused = screens.post("versions", sent)
    assert refused.status_code == 409
    assert "Le brouillon a changé" in refused.content.decode()
    assert not Version.objects.exists()
    again = sent_by(refused)
    assert again["status"] == ["figee"]
    assert screens.post("versions", again).status_code == 302


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": ""}, "Choisissez un projet numéroté ou une version figée."),
        ({"status": "adoptee"}, "Sélectionnez un choix valide"),
        ({"seen": "hier"}, "Rechargez la page"),
    ],
)
def test_what_is_missing_is_told(screens, changed, told):
    refused = number(screens, "figee", **changed)
    assert (refused.status_code, Version.objects.count()) == (422, 0)
    assert told in refused.content.decode()


def test_nothing_new_is_told(screens):
    number(screens, "figee")
    assert "Rien n’a changé depuis la version 1" in number(screens, "figee").content.decode()


def test_a_writer_numbers_projects_and_freezes_nothing(screens):
    colleague = AccountFactory()
    Member.objects.create(draft=screens.draft, user=colleague, role=MemberRole.WRITER)
    screens.client.force_login(colleague)
    assert number(screens, "projet").status_code == 302
    assert number(screens, "figee").status_code == 403
    assert "tel quel" not in screens.get("version", 1).text + screens.get("versions").text
    assert [version.number for version in Version.objects.all()] == [1]


def test_what_took_place_is_told_as_declared(screens):
    number(screens, "figee")
    told = {"kind": "deliberation", "on": "2026-10-05", "reference": "2026-41"}
    assert screens.post("version", told, 1).status_code == 302
    page = screens.get("version", 1).content.decode()
    assert "Version 1, adoptée" in page
    assert "2026-41 (déclaré par la collectivité)" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"kind": ""}, "Choisissez ce qui a eu lieu."),
        ({"on": ""}, "Donnez la date."),
        ({"on": "2999-01-01"}, "Cette date n’est pas encore passée"),
    ],
)
def test_what_did_not_take_place_is_refused(screens, wrong, told):
    number(screens, "figee")
    refused = screens.post("version", {"kind": "debat", "on": "2026-10-05"} | wrong, 1)
    assert refused.status_code == 422
    assert told in refused.content.decode()


def test_a_project_is_frozen_as_it_was_reviewed(screens):
    number(screens, "projet")
    assert "Le brouillon dit la même chose que le projet version 1" in screens.get("versions").text
    change(screens)
    for page in (screens.get("versions"), screens.get("version", 1)):
        assert "Le brouillon ne dit plus la même chose que le projet version 1" in page.text
        assert f"{screens.address('compare_versions')}?de=1" in page.text
        assert f"{screens.address('versions')}?etat=figee#numeroter" in page.text
    assert sent_by(screens.get("versions", etat="figee"))["status"] == ["figee"]
    assert screens.post("freeze_project", {}, 1).url == screens.address("version", 2)
    assert "mot pour mot ce que dit le projet version 1" in screens.get("version", 2).text
    project = screens.get("version", 1).text
    assert "la version 2</a> lui est identique" in project
    assert screens.address("freeze_project", 1) not in project
    assert screens.post("freeze_project", {}, 1).url == screens.address("version", 1)
    assert "Ce projet est déjà figé tel quel" in screens.get("version", 1).text


def test_a_project_offers_no_decision(screens):
    number(screens, "projet")
    assert "Dire ce qui a eu lieu" not in screens.get("version", 1).content.decode()
    assert screens.post("version", {"kind": "debat", "on": "2026-10-05"}, 1).status_code == 302
    assert "figez d’abord" in screens.get("version", 1).content.decode()


def test_as_many_questions_for_many_versions_as_for_one(screens, django_assert_num_queries):
    number(screens, "projet")
    with django_assert_num_queries(QUERIES):
        screens.get("versions")
    for _ in range(4):
        change(screens)
        number(screens, "projet")
    with django_assert_num_queries(QUERIES):
        screens.get("versions")


def test_a_comparison_tells_the_day_a_version_was_numbered(screens):
    number(screens, "projet")
    change(screens)
    day = date_words(timezone.localdate(Version.objects.get().issued_at))
    assert f'Version\u00a01 <span class="muted">({day})' in screens.get("compare_versions", de=1).text
