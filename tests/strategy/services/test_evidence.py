"""Files that prove actions: checked, joined once, kept by the versions that have them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from reen.queries.actions import action_sheets
from strategy.enums import VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Choice, Draft, Evidence, Version, VersionEvidence
from strategy.services.choosing import choose_actions
from strategy.services.ending import delete_draft
from strategy.services.evidence import MOST, join_evidence, part_with_evidence
from strategy.services.freezing import freeze

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 fiction"


@pytest.fixture
def choice(content, draft) -> Choice:
    """An action of the draft."""
    who = {"draft": draft, "by": None, "at": timezone.now()}
    return choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)[0]


def join(choice: Choice, name: str = "preuve.pdf", content: bytes = PDF) -> Evidence:
    sent = SimpleUploadedFile(name, content)
    return join_evidence(draft=choice.draft, choice=choice, sent=sent, by=None, at=timezone.now())


def number(draft: Draft) -> Version:
    return freeze(
        draft=draft, status=VersionStatus.NUMBERED, functions={}, seen=None, by=None, at=timezone.now()
    )


def test_a_file_is_kept_with_the_versions_that_have_it(choice, draft, django_capture_on_commit_callbacks):
    joined = join(choice)
    assert join(choice) == joined, "the same file is joined once"
    first = number(draft)
    other = join(choice, content=PDF + b" 2")
    second = number(draft)
    assert [version.evidence.count() for version in (first, second)] == [1, 2]
    with django_capture_on_commit_callbacks(execute=True):
        part_with_evidence(evidence=joined)
        delete_draft(draft=draft)
    kept = VersionEvidence.objects.get(version=first)
    assert (kept.action, kept.sha256, kept.file.read()) == (choice.number, joined.sha256, PDF)
    assert not Evidence.objects.exists()
    assert other.file.storage.exists(other.file.name)


def test_a_file_that_no_version_has_goes(choice, draft, django_capture_on_commit_callbacks):
    joined = join(choice)
    storage, name = joined.file.storage, joined.file.name
    with django_capture_on_commit_callbacks(execute=True):
        part_with_evidence(evidence=joined)
    assert not storage.exists(name)


def test_files_of_removed_actions_are_in_no_version(choice, draft):
    join(choice)
    choice.delete()
    assert number(draft).evidence.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("preuve.exe", PDF), ("preuve.pdf", b"MZ"), ("preuve", PDF), ("preuve.svg", b"<svg/>"), ("p.png", PDF)],
)
def test_a_file_that_is_not_what_it_says_is_refused(choice, name, content):
    with pytest.raises(NotAllowedError):
        join(choice, name, content)
    assert not Evidence.objects.exists()


def test_an_action_has_so_many_files(choice):
    for index in range(MOST):
        join(choice, content=PDF + str(index).encode())
    with pytest.raises(NotAllowedError):
        join(choice, content=PDF + b"more")
