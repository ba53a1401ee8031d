"""The script that computes printed figures again: it needs nothing, and finds the one that was changed."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from strategy.document.build import build
from strategy.document.serialize import to_json
from strategy.renderers.registry import RENDERERS
from tests.documents import large

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "docs" / "recompute.py"
FROZEN = tuple(sorted((ROOT / "tests" / "documents" / "frozen").glob("*.json")))


def run(path: Path) -> subprocess.CompletedProcess:
    """The script, away from the package: nothing of it can be imported."""
    command = [sys.executable, "-I", SCRIPT.name, path]
    return subprocess.run(command, cwd=SCRIPT.parent, capture_output=True, text=True)


def test_it_imports_nothing_of_the_package():
    source = SCRIPT.read_text(encoding="utf-8")
    assert not [
        line
        for line in source.splitlines()
        if line.startswith(("from strategy", "from reen", "import strategy"))
    ]


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_every_figure_of_a_document_is_what_its_data_give(path):
    done = run(path)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-2000:]


def test_it_reads_the_data_that_a_pdf_carries(tmp_path):
    document = build(large.draft(), large.requirements())
    (tmp_path / "grande.pdf").write_bytes(RENDERERS["pdf"].render(document))
    (tmp_path / "grande.json").write_text(to_json(document), encoding="utf-8")
    one, other = run(tmp_path / "grande.pdf"), run(tmp_path / "grande.json")
    assert one.returncode == other.returncode == 0, one.stdout[-2000:] + one.stderr
    assert one.stdout == other.stdout
    assert int(one.stdout.split()[0]) > 1_000


@pytest.mark.parametrize("name", ["choices", "objectives", "indicators", "organisation", "territory"])
def test_a_figure_that_is_not_what_the_data_give_is_found(tmp_path, name):
    data = json.loads(
        next(path for path in FROZEN if path.stem == "agglomeration-v1-1").read_text(encoding="utf-8")
    )
    record = data["record"]
    match name:
        case "choices":
            line = next(
                line for row in record["choices"] for line in row.get("years", ()) if "investment" in line
            )
            line["investment"] = "123456"
        case "objectives" | "indicators":
            record[name][0]["target_value"] = "123456"
        case "organisation":
            record[name]["equipment"][0]["number"] += 1
        case "territory":
            record[name]["official"] += 50_000
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(data), encoding="utf-8")
    done = run(altered)
    assert done.returncode == 1
    assert "123456" in done.stdout or name in ("organisation", "territory")


@pytest.mark.parametrize(
    "content", [b"{}", b"[1]", b"no document", b"%PDF-1.7 without anything", b"\xff\xfe"]
)
def test_what_carries_no_data_is_said_to(tmp_path, content):
    path = tmp_path / "other.pdf"
    path.write_bytes(content)
    done = run(path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert path.name in done.stderr


def test_what_somebody_typed_is_not_taken_for_a_count(tmp_path):
    data = large.draft()
    words = "Et 3\u00a0actions, par 9\u00a0objectifs, avec 12\u00a0communes associées, 5\u00a0€ prévus."
    told = replace(data, governance=replace(data.governance, inhabitants=words))
    path = tmp_path / "strategy.json"
    path.write_text(to_json(build(told, large.requirements())), encoding="utf-8")
    done = run(path)
    assert done.returncode == 0, done.stdout
