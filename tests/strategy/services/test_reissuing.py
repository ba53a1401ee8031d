"""A project that was reviewed is frozen as it was, whatever became of the draft."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models

from reen.queries.actions import action_sheets
from strategy.document import walk
from strategy.document.model import Status
from strategy.document.versioning import withdrawn
from strategy.enums import VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Draft, Version
from strategy.queries.drafts import whole_drafts
from strategy.queries.journals import journal_of
from strategy.queries.versions import document_of, edition_of, versions_of
from strategy.services.choosing import choose_actions
from strategy.services.drafting import add_objective, save_governance
from strategy.services.evidence import join_evidence, part_with_evidence
from strategy.services.freezing import freeze
from strategy.services.reissuing import Offer, freeze_project, offer_of
from tests.strategy.factories import LATER
from tests.strategy.issued import issue

pytestmark = pytest.mark.django_db

NEXT_DAY = LATER + timedelta(days=1)


@pytest.fixture
def project(draft) -> Version:
    """A project that names an agent, frozen before the draft goes on."""
    people = {"pilot_name": "Dominique Fictif", "pilot_role": "numérique"}
    save_governance(draft=draft, values=people, actors=[], version=0, by=None, at=LATER)
    return issue(draft, VersionStatus.NUMBERED)


def go_on(draft: Draft) -> None:
    add_objective(draft=draft, values={"statement": "Écrit depuis"}, by=None, at=NEXT_DAY)


def offered(project: Version) -> Offer:
    draft = whole_drafts().get(pk=project.draft_id)
    return offer_of(project, draft, versions_of(project.reference))


def frozen(project: Version) -> Version:
    return freeze_project(project=project, by=None, at=NEXT_DAY)


@pytest.mark.parametrize("public", [False, True])
def test_both_editions_say_what_the_project_said_under_their_own_number(draft, project, public):
    go_on(draft)
    version = frozen(project)
    former, document = (document_of(edition_of(each, public=public)) for each in (project, version))
    assert withdrawn(document) == withdrawn(former)
    assert (document.status, document.issue.number, document.issue.public) == (Status.FROZEN, 2, public)
    assert document.issue.code == version.code != project.code
    assert (document.issue.issued_on, former.issue.issued_on) == ("2026-10-03", "2026-10-02")
    told = " ".join(text for _path, text in walk.texts(document.sections[-1]))
    assert "identique au projet version\u00a01, du 2\u00a0octobre 2026" in told
    assert ("Dominique" in edition_of(version, public=public).text) is not public


def test_the_annex_of_the_project_is_kept(draft, project):
    add_objective(draft=draft, values={"statement": "Écrit depuis"}, by=None, at=NEXT_DAY)
    second = freeze(
        draft=draft,
        status=VersionStatus.NUMBERED,
        functions={},
        seen=None,
        by=None,
        at=NEXT_DAY,
        with_changes=True,
    )
    version = frozen(second)
    for public in (False, True):
        former, document = (document_of(edition_of(each, public=public)) for each in (second, version))
        assert document.sections[-2] == former.sections[-2]
        assert document.sections[-2].title == "Ce qui a changé depuis la version\u00a01"
    assert offered(second).frozen_as == version


def test_the_log_says_so_and_the_draft_is_left_alone(draft, project):
    go_on(draft)
    before = Draft.objects.values().get(pk=draft.pk)
    version = frozen(project)
    assert Draft.objects.values().get(pk=draft.pk) == before
    assert (version.bodies, list(version.collectivities.all())) == (
        project.bodies,
        list(project.collectivities.all()),
    )
    words = "a figé le projet version 1 tel quel\u00a0: la version 2 lui est identique."
    assert words in journal_of(edition_of(version))
    assert draft.events.first().words == words


def test_it_keeps_the_files_of_the_project_and_no_other(content, draft):
    who = {"draft": draft, "by": None, "at": LATER}
    (choice,) = choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)
    first = join_evidence(choice=choice, sent=SimpleUploadedFile("avant.pdf", b"%PDF-1"), **who)
    project = issue(draft, VersionStatus.NUMBERED)
    join_evidence(choice=choice, sent=SimpleUploadedFile("apres.pdf", b"%PDF-2"), **who)
    part_with_evidence(evidence=first)
    assert (offered(project).same_words, offered(project).same_files) == (True, False)
    assert [file.name for file in frozen(project).evidence.all()] == ["avant.pdf"]


def test_what_is_frozen_already_is_not_frozen_again(draft, project):
    assert (offered(project).same, offered(project).frozen_as) == (True, None)
    issue(draft, change="Écrit depuis")
    assert (offered(project).same, offered(project).frozen_as) == (False, None)
    version = frozen(project)
    assert offered(project).frozen_as == version
    with pytest.raises(NotAllowedError, match="c’est la version 3, du 3\u00a0octobre 2026"):
        frozen(project)
    assert Version.objects.count() == 3


def test_the_draft_frozen_as_it_is_counts_when_it_says_the_same(draft, project):
    issue(draft)
    with pytest.raises(NotAllowedError, match="c’est la version 2"):
        frozen(project)


def test_only_a_project_of_a_draft_that_is_there_is_frozen(draft, project):
    with pytest.raises(NotAllowedError, match="Seul un projet"):
        frozen(issue(draft))
    models.QuerySet(Version).filter(pk=project.pk).update(draft=None)
    with pytest.raises(NotAllowedError, match="Seul un projet"):
        frozen(Version.objects.get(pk=project.pk))
