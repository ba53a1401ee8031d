"""What goes takes its files along: those joined to a draft, and those made from it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from strategy.models import Draft, Export
from strategy.services.ending import delete_account, delete_draft, purge
from strategy.services.joining import join_programme
from tests.strategy.factories import LATER, AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db


def files_of(draft: Draft, asked_at=LATER) -> list:
    """A joined programme and a finished export."""
    joined = join_programme(
        draft=draft, sent=SimpleUploadedFile("programme.pdf", b"%PDF-1.7"), by=None, at=LATER
    )
    export = Export.objects.create(draft=draft, document="document", format="json", asked_at=asked_at)
    export.file.save("export.json", ContentFile(b"{}"))
    return [joined.file, export.file]


def there(files: list) -> list[bool]:
    return [file.storage.exists(file.name) for file in files]


def test_a_deleted_draft_takes_its_files_once_the_deletion_holds(django_capture_on_commit_callbacks):
    draft, other = DraftFactory(), DraftFactory()
    files, kept = files_of(draft), files_of(other)
    with django_capture_on_commit_callbacks(execute=True):
        delete_draft(draft=draft)
        assert there(files) == [True, True]
    assert there(files) == [False, False]
    assert there(kept) == [True, True]


def test_a_deleted_account_takes_the_files_of_what_was_its_alone(django_capture_on_commit_callbacks):
    account = AccountFactory()
    files = files_of(DraftFactory(by=account.pk))
    with django_capture_on_commit_callbacks(execute=True):
        delete_account(user_id=account.pk, at=LATER)
    assert there(files) == [False, False]


def test_the_nightly_purge_takes_files_of_abandoned_drafts_and_old_exports(
    django_capture_on_commit_callbacks, settings
):
    late = LATER + timedelta(days=settings.KEPT_WITHOUT_ACCOUNT_DAYS + 1)
    abandoned, kept = files_of(DraftFactory()), files_of(DraftFactory(by=AccountFactory().pk))
    with django_capture_on_commit_callbacks(execute=True):
        assert len(purge(at=late)) == 1
    assert there(abandoned) == [False, False]
    assert there(kept) == [True, False]
