"""The reference documents, and their PDF, made once per run."""

from functools import cache
from pathlib import Path

import pytest

from strategy.document.model import Document
from strategy.document.serialize import from_json
from strategy.renderers.registry import RENDERERS

FOLDER = Path(__file__).parent
NAMES = ("small-commune", "large-epci", "everything")
SAMPLED = [
    "small-commune",
    pytest.param("large-epci", marks=pytest.mark.thorough),
    "everything",
]
"""For what reads whole files: the longest takes seconds each time."""


def path(name: str) -> Path:
    """Where the JSON of a reference document is."""
    return FOLDER / f"{name}.json"


@cache
def document(name: str) -> Document:
    """A reference document."""
    return from_json(path(name).read_text(encoding="utf-8"))


@cache
def pdf(name: str) -> bytes:
    """The PDF of a reference document."""
    return RENDERERS["pdf"].render(document(name))
