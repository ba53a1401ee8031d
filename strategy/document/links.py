"""Sections taken out of a document: links that would lead nowhere become plain text."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from strategy.document import walk
from strategy.document.model import Run, Section


def resolvable(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The same sections, without the links to sections that are not among them."""
    kept = tuple(sections)
    known = {f"#{visit.section.anchor}" for visit in walk.visits(kept)}
    return tuple(_mended(section, known) for section in kept)


def _mended(value: Any, known: set[str]) -> Any:
    if isinstance(value, Run):
        dead = value.href is not None and value.href.startswith("#") and value.href not in known
        return replace(value, href=None) if dead else value
    if isinstance(value, tuple):
        return tuple(_mended(item, known) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {entry.name: getattr(value, entry.name) for entry in fields(value)}
    return replace(value, **{name: _mended(part, known) for name, part in parts.items()})
