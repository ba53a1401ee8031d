"""The screens of files: the logo, the joined programme, documents on their way."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from strategy.enums import ExportState
from strategy.models import Export, Logo, ProgrammeFile
from tests.strategy.factories import DraftFactory
from tests.strategy.services.test_preparing import WORKER, work_once

pytestmark = pytest.mark.django_db


def logo() -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGB", (60, 30), "green").save(made, "PNG")
    return SimpleUploadedFile("logo.png", made.getvalue())


def test_a_logo_is_shown_then_removed(screens):
    answer = screens.post("logo", {"picture": logo(), "alternative": "Logo imaginaire"})
    assert answer.status_code == 302
    page = screens.get("logo")
    assert 'alt="Logo imaginaire"' in page.content.decode()
    picture = screens.get("logo_picture")
    assert picture["Content-Type"] == "image/png"
    assert Image.open(BytesIO(picture.content)).size == (60, 30)
    screens.post("logo", {"remove": "1"})
    assert not Logo.objects.exists()
    assert screens.get("logo_picture").status_code == 404


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"alternative": "Logo"}, "Choisissez l’image"),
        ({"picture": SimpleUploadedFile("l.png", b"rien")}, "Écrivez ce que montre le logo"),
        ({"picture": SimpleUploadedFile("l.png", b"rien"), "alternative": "Logo"}, "n’est pas une image"),
    ],
)
def test_a_logo_that_cannot_be_is_refused_where_it_is_mended(screens, sent, message):
    answer = screens.post("logo", sent)
    assert answer.status_code == 422
    assert message in answer.content.decode()


def test_the_programme_is_joined_fetched_and_removed(screens):
    content = b"%PDF-1.7 programme"
    sent = {"file": SimpleUploadedFile("Programme 2023.pdf", content)}
    assert screens.post("programme_file", sent).status_code == 302
    assert "Programme 2023.pdf" in screens.get("programme_file").content.decode()
    fetched = screens.get("programme_download")
    assert b"".join(fetched.streaming_content) == content
    assert "attachment" in fetched["Content-Disposition"]
    screens.post("programme_file", {"remove": "1"})
    assert not ProgrammeFile.objects.exists()
    assert screens.get("programme_download").status_code == 404


@pytest.mark.parametrize("sent", [{}, {"file": SimpleUploadedFile("a.pdf", b"")}])
def test_without_a_file_the_programme_screen_says_what_to_choose(screens, sent):
    answer = screens.post("programme_file", sent)
    assert answer.status_code == 422
    assert "hoisissez" in answer.content.decode()


def test_where_tasks_are_immediate_the_file_comes_at_once(screens):
    answer = screens.get("export", "json")
    assert answer.status_code == 200
    assert screens.draft.reference in answer.content.decode()
    assert "attachment" in answer["Content-Disposition"]


def test_where_a_worker_runs_a_page_tells_how_far_it_is(screens, settings):
    settings.TASKS = WORKER
    answer = screens.get("export", "json")
    export = Export.objects.get()
    address = screens.address("export_page", export.pk)
    assert (answer.status_code, answer.url) == (302, address)
    waiting = screens.client.get(address).content.decode()
    assert "En attente" in waiting
    assert "strategy/progress.js" in waiting
    assert "http-equiv" not in waiting, "a page that reloads itself interrupts its reader"
    assert screens.get("export_file", export.pk).url == address
    work_once()
    ready = screens.client.get(address).content.decode()
    assert "Télécharger le JSON" in ready
    assert "progress.js" not in ready
    assert screens.get("export_file", export.pk).status_code == 200


def test_a_failure_is_said_without_details(screens):
    export = Export.objects.create(
        draft=screens.draft,
        document="document",
        format="pdf",
        state=ExportState.FAILED,
        asked_at=screens.draft.changed_at,
    )
    answer = screens.get("export_page", export.pk)
    assert answer.status_code == 500
    assert "n’a pas pu être fait" in answer.content.decode()


def test_an_export_of_another_draft_is_not_found(screens):
    other = DraftFactory()
    export = Export.objects.create(draft=other, document="document", format="pdf", asked_at=other.changed_at)
    assert screens.get("export_page", export.pk).status_code == 404
    assert screens.get("export_file", export.pk).status_code == 404
    stranger = reverse("strategy:export_page", args=[other.reference, export.pk])
    assert screens.client.get(stranger).status_code == 404
