"""`manage.py render_document`: a whole file, or what is wrong and where, and no file."""

import json
import stat

import pytest
from django.core.management import CommandError, call_command

from strategy.document.serialize import to_json
from tests.documents import files


def render(*arguments):
    call_command("render_document", *map(str, arguments))


@pytest.mark.parametrize("name", ["small-commune", "everything"])
def test_a_document_is_written_as_pdf_whatever_its_texts(tmp_path, name):
    target = tmp_path / "strategie.pdf"
    render(files.path(name), "--format", "pdf", "--output", target)
    assert target.read_bytes() == files.pdf(name)
    assert list(tmp_path.iterdir()) == [target]
    assert stat.S_IMODE(target.stat().st_mode) & 0o400


def test_a_document_is_written_as_json(tmp_path):
    target = tmp_path / "strategie.json"
    render(files.path("small-commune"), "--format", "json", "--output", target)
    assert target.read_text(encoding="utf-8") == to_json(files.document("small-commune"))


def test_a_dash_is_standard_output(capfdbinary):
    render(files.path("small-commune"), "--output", "-")
    assert capfdbinary.readouterr().out == files.pdf("small-commune")


def test_what_is_wrong_is_said_with_its_place_and_the_old_file_is_kept(tmp_path):
    data = json.loads(files.path("small-commune").read_text(encoding="utf-8"))
    data["sections"][2]["blocks"][1]["items"] = []
    source, target = tmp_path / "faux.json", tmp_path / "strategie.pdf"
    source.write_text(json.dumps(data), encoding="utf-8")
    target.write_bytes(b"ancien")
    with pytest.raises(CommandError) as refusal:
        render(source, "--output", target)
    assert str(refusal.value) == f"{source}\u00a0: sections[2].blocks[1].items\u00a0: la liste est vide"
    assert target.read_bytes() == b"ancien"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "lecture impossible"),
        (b"\xff", "ce n’est pas un texte en UTF-8"),
        (b"", "ce n’est pas du JSON"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path, content, message):
    source = tmp_path / "document.json"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        render(source, "--output", tmp_path / "strategie.pdf")
    assert not (tmp_path / "strategie.pdf").exists()


def test_where_nothing_can_be_written_is_said(tmp_path):
    with pytest.raises(CommandError, match="écriture impossible"):
        render(files.path("small-commune"), "--output", tmp_path / "absent" / "strategie.pdf")
