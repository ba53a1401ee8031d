"""The record holds what the pages show, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from reen.typography import typeset
from strategy.document import walk
from strategy.document.build import build
from strategy.document.model import Document
from strategy.document.public import NO_WORDS
from strategy.document.serialize import from_json
from tests.documents import large
from tests.strategy.document import drafts

FROZEN = Path(__file__).parents[2] / "documents" / "frozen"
DOCUMENTS = {
    "complete": lambda: build(drafts.complete(), drafts.REQUIREMENTS),
    "half": lambda: build(drafts.half(), drafts.REQUIREMENTS),
    "large": lambda: build(large.draft(), large.requirements()),
    **{
        path.stem: (lambda path=path: from_json(path.read_text(encoding="utf-8")))
        for path in FROZEN.glob("*.json")
    },
}


def written(value: object) -> Iterator[str]:
    """Every line of free text of a record."""
    if type(value) is str:
        yield from filter(None, (line.strip().removeprefix("- ").strip() for line in value.splitlines()))
    elif isinstance(value, tuple):
        for item in value:
            yield from written(item)
    elif is_dataclass(value) and not isinstance(value, Enum):
        for entry in fields(value):
            if entry.name not in NO_WORDS:
                yield from written(getattr(value, entry.name))


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", typeset(text))


def pages(document: Document) -> str:
    return normal(
        " ".join(text for part in (document.bodies, document.sections) for _, text in walk.texts(part))
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_text_of_the_record_is_on_the_pages(name):
    document = DOCUMENTS[name]()
    shown = pages(document)
    hidden = [text for text in written(document.record) if normal(text) not in shown]
    assert hidden == []


def test_the_texts_are_really_looked_for():
    document = DOCUMENTS["complete"]()
    assert len(list(written(document.record))) > 50
    assert "Comité deux fois par an." in set(written(document.record))
