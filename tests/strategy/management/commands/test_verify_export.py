"""`manage.py verify_export` and `rotate_signing_key`: the page's answers, in a terminal."""

import io
import json
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from strategy.enums import DecisionKind
from strategy.models import SigningKey, Version
from strategy.services.deciding import decide
from tests.strategy.factories import LATER
from tests.strategy.issued import bytes_of, changed, issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(draft) -> Version:
    return issue(draft, change="Réduire")


def verify(name, *options: str) -> tuple[int, str]:
    """The status it ends with, and what it prints."""
    out = StringIO()
    try:
        call_command("verify_export", str(name), *options, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_an_intact_file_in_words(version, tmp_path):
    path = tmp_path / "strategie.pdf"
    path.write_bytes(bytes_of(version))
    status, output = verify(path)
    first, second, *rest = output.splitlines()
    assert status == 0
    assert first.startswith("Fichier intègre. Ce site a produit ce fichier, à l’octet près")
    assert second.startswith("Émetteur non vérifié. ")
    assert rest == [
        "Au nom de\u00a0: Commune imaginaire.",
        "Figée\u00a0: aucune présentation ni adoption n’a été déclarée.",
        "Aucune version plus récente ne la remplace.",
    ]


@pytest.mark.parametrize("identifier", ["pdf", "json"])
def test_an_intact_file_as_values(draft, version, identifier, tmp_path):
    path = tmp_path / "fichier"
    path.write_bytes(bytes_of(version, identifier))
    status, output = verify(path, "--json")
    told = json.loads(output)
    wanted = {
        "integrity": "intact",
        "issuer": "unverified",
        "version": 1,
        "current": True,
        "reference": f"{draft.reference}@v1",
        "replaced_by": None,
        "state": "figee",
        "declared": "",
        "edition": "complete",
        "data_intact": None,
    }
    assert (status, {name: told[name] for name in wanted}) == (0, wanted)
    issue(draft, change="Encore")
    status, output = verify(path, "--json")
    told = json.loads(output)
    assert (status, told["current"], told["replaced_by"]) == (0, False, 2)


def test_an_altered_file_ends_badly(version, tmp_path):
    path, content = tmp_path / "strategie.pdf", bytes_of(version)
    path.write_bytes(changed(content, len(content) // 2))
    status, output = verify(path, "--json")
    told = json.loads(output)
    assert status == 1
    assert (told["integrity"], told["issuer"], told["version"], told["current"]) == (
        "altered",
        "unverified",
        1,
        None,
    )
    status, output = verify(path)
    assert (status, output.splitlines()[1].startswith("Émetteur non vérifié. Rien ne peut être dit")) == (
        1,
        True,
    )


def test_an_adoption_is_only_declared(version, tmp_path):
    decide(version=version, kind=DecisionKind.DELIBERATION, on=LATER.date(), reference="", by=None, at=LATER)
    path = tmp_path / "strategie.pdf"
    path.write_bytes(bytes_of(version))
    told = json.loads(verify(path, "--json")[1])
    assert told["state"] == "figee"
    assert told["declared"].startswith("délibération")
    assert "adoptée" not in verify(path)[1].lower()


def test_the_standard_input_is_read(version, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(bytes_of(version))))
    assert verify("-", "--json")[0] == 0


def test_no_more_is_read_than_a_document_may_weigh(db, monkeypatch, settings):
    settings.VERIFIED_FILE_BYTES = 1_000
    stream = io.BytesIO(b"%PDF-" + b"a" * 1_000_000)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=stream))
    status, output = verify("-")
    assert (status, stream.tell(), "aussi gros" in output) == (1, 1_001, True)


def test_a_file_that_is_not_there_is_named(db, tmp_path):
    with pytest.raises(CommandError, match="lecture impossible"):
        verify(tmp_path / "absent.pdf")


def test_the_key_is_rotated(db, settings, tmp_path):
    settings.KEYS_ROOT = tmp_path
    for number in (1, 2):
        out = StringIO()
        call_command("rotate_signing_key", stdout=out)
        assert SigningKey.objects.get(current=True).fingerprint in out.getvalue()
        assert SigningKey.objects.count() == number
