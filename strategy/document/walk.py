"""Ways through a document: its sections with their place, and every text with its path."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from strategy.document.model import Document, Section, Text


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """A section met on the way: `level` is 1 for a section of the document itself."""

    section: Section
    level: int
    path: str


def sections(document: Document) -> Iterator[Visit]:
    """Every section in reading order, a section before those it holds."""
    return visits(document.sections)


def visits(parts: Iterable[Section]) -> Iterator[Visit]:
    """The same for sections that are not in a document yet."""
    for index, section in enumerate(parts):
        yield from _visits(section, 1, f"sections[{index}]")


def _visits(section: Section, level: int, path: str) -> Iterator[Visit]:
    yield Visit(section, level, path)
    for index, inner in enumerate(section.sections):
        yield from _visits(inner, level + 1, f"{path}.sections[{index}]")


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string held by a document or a part of one, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, f"{path}[{index}]")
    elif dataclasses.is_dataclass(value):
        for entry in dataclasses.fields(value):
            yield from texts(getattr(value, entry.name), f"{path}.{entry.name}" if path else entry.name)


def mapped(value: Any, mend: Callable[[Any], Any], kind: type, but: frozenset[str] = frozenset()) -> Any:
    """The same value with each part that is of that very `kind` mended, but for what the fields named `but` hold."""
    if type(value) is kind:
        return mend(value)
    if isinstance(value, tuple):
        return tuple(mapped(item, mend, kind, but) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    parts = {
        entry.name: getattr(value, entry.name) for entry in dataclasses.fields(value) if entry.name not in but
    }
    return dataclasses.replace(value, **{name: mapped(part, mend, kind, but) for name, part in parts.items()})


def words_of(text: Text) -> str:
    """A text without its looks."""
    return text[0].text if len(text) == 1 else "".join(run.text for run in text)
