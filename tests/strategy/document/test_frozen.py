"""Documents issued long ago still load, hold, print and compare; their files are never made again."""

from pathlib import Path

import pytest

from strategy.document.changes import changes
from strategy.document.integrity import verify
from strategy.document.serialize import from_json, to_json
from strategy.document.versioning import withdrawn
from strategy.renderers.registry import RENDERERS

FOLDER = Path(__file__).parents[2] / "documents" / "frozen"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
PAIRS = (("agglomeration-v1-1", "agglomeration-v1-publique-1"), ("commune-brouillon-1", "commune-v1-1"))


def text(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def test_small_large_and_public_ones_are_kept():
    assert {"commune-v1-1", "agglomeration-v1-publique-1", "grande-v2-1"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_holds_and_is_written_the_same(name):
    document = from_json(text(name))
    verify(document)
    assert document.record is not None
    assert to_json(document) == text(name)
    assert not changes(document, document)


@pytest.mark.parametrize("name", NAMES)
def test_it_can_be_printed(name):
    assert RENDERERS["pdf"].render(from_json(text(name))).startswith(b"%PDF-")


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_of_them_can_be_compared(one, other):
    told = changes(from_json(text(one)), from_json(text(other)))
    assert bool(told) == bool(told.chapters)


def test_the_annex_goes_with_the_number():
    document = from_json(text("grande-v2-1"))
    anchors = [section.anchor for section in document.sections]
    assert anchors[-2:] == ["changements", "verification"]
    assert not {"changements", "verification"} & {section.anchor for section in withdrawn(document).sections}
