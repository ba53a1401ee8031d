"""Documents made on request: at once, by a worker, once for two who ask, and gone after an hour."""

from datetime import timedelta

import pytest
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from strategy.enums import ExportState
from strategy.models import Export
from strategy.services.preparing import ask_for, discard_old
from tests.strategy.factories import LATER

WORKER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def ask(content, draft):
    def ask(identifier="json", at=LATER):
        return ask_for(draft=draft, document="document", identifier=identifier, by=None, at=at)

    return ask


def work_once() -> None:
    """What `manage.py db_worker` does with the document that waits; the command itself closes the connection.

    The tasks of the content that was loaded wait too.
    """
    worker = Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="essai",
        excluded_queue_names=[],
    )
    worker.run_task(DBTaskResult.objects.get(task_path__startswith="strategy.services.preparing."))


def test_without_a_worker_it_is_ready_at_once(ask, draft):
    export = ask()
    assert export.state == ExportState.READY
    content = export.file.open().read()
    assert draft.reference.encode() in content
    assert export.size == len(content)


def test_a_format_that_does_not_exist_is_refused_in_words(ask):
    export = ask("docx")
    assert export.state == ExportState.FAILED
    assert "docx" in export.refusal


def test_with_a_worker_it_waits_for_it_and_is_asked_for_once(ask, settings):
    settings.TASKS = WORKER
    waiting = ask()
    assert waiting.state == ExportState.WAITING
    assert ask(at=LATER + timedelta(seconds=5)) == waiting
    work_once()
    waiting.refresh_from_db()
    assert waiting.state == ExportState.READY
    assert ask(at=LATER + timedelta(seconds=9)) != waiting


def test_an_export_is_gone_after_an_hour_with_its_file(ask, django_capture_on_commit_callbacks):
    export = ask()
    assert discard_old(LATER + timedelta(minutes=59)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert discard_old(LATER + timedelta(minutes=61)) == 1
    assert not Export.objects.exists()
    assert not export.file.storage.exists(export.file.name)
