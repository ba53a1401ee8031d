"""The work programme joined to a draft: kept byte for byte, refused in words when it cannot be one."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from strategy.errors import NotAllowedError
from strategy.models import ProgrammeFile
from strategy.services.joining import join_programme, part_with_programme
from tests.strategy.factories import LATER

PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def act(draft):
    return {"draft": draft, "by": None, "at": LATER}


def test_the_file_is_kept_as_it_was_sent(act):
    kept = join_programme(sent=SimpleUploadedFile("programme.pdf", PDF), **act)
    assert kept.file.open().read() == PDF
    assert (kept.name, kept.size, kept.sha256) == (
        "programme.pdf",
        len(PDF),
        hashlib.sha256(PDF).hexdigest(),
    )


def test_a_second_file_takes_the_place_of_the_first(act, django_capture_on_commit_callbacks):
    first = join_programme(sent=SimpleUploadedFile("ancien.pdf", PDF), **act)
    with django_capture_on_commit_callbacks(execute=True):
        second = join_programme(sent=SimpleUploadedFile("nouveau.odt", b"PK\x03\x04odt"), **act)
    assert ProgrammeFile.objects.get().name == "nouveau.odt"
    assert not first.file.storage.exists(first.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        part_with_programme(**act)
    assert not ProgrammeFile.objects.exists()
    assert not second.file.storage.exists(second.file.name)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("virus.exe", b"MZ", "PDF, ODT ou DOCX"),
        ("sans-extension", PDF, "PDF, ODT ou DOCX"),
        ("faux.pdf", b"MZ\x90", "n’a pas le contenu"),
        ("faux.docx", PDF, "n’a pas le contenu"),
        ("lourd.pdf", PDF + b"\0" * 15_000_000, "15 Mo"),
    ],
)
def test_other_files_are_refused(act, name, content, message):
    with pytest.raises(NotAllowedError, match=message):
        join_programme(sent=SimpleUploadedFile(name, content), **act)
    assert not ProgrammeFile.objects.exists()


def test_a_name_is_never_a_path_and_always_fits(act):
    kept = join_programme(sent=SimpleUploadedFile("../../etc/" + "n" * 300 + ".pdf", PDF), **act)
    assert "/" not in kept.name
    assert len(kept.name) <= 150
    assert kept.name.endswith(".pdf")
