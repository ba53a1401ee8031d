"""The fields of the YAML, each told once: how it is read into the model, and written back from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import Model

from reen.content.rows import Row
from reen.content.streams import Stream, raw_blocks
from reen.enums import Vocabulary

Values = dict[str, Any]
Known = Mapping[str, tuple[int, Any]]
"""Entries that may be pointed at, by their `ref`, each with its rank in the order of its model."""


@dataclass(frozen=True)
class Field:
    """One name of the YAML: `read` gives attributes of the model, `write` what the YAML says of an object.

    `covers` are the attributes it stands for. An empty value is not written.
    """

    name: str
    covers: tuple[str, ...]
    read: Callable[[Row], Values]
    write: Callable[[Any], Any]


def _one(name: str, attribute: str, read: Callable[[Row], Any], write: Callable[[Any], Any]) -> Field:
    attribute = attribute or name
    return Field(
        name,
        (attribute,),
        lambda row: {attribute: read(row)},
        lambda found: write(getattr(found, attribute)),
    )


def _as_it_is(value: Any) -> Any:
    return value


def text(name: str, attribute: str = "", *, optional: bool = False) -> Field:
    """A text."""
    return _one(name, attribute, lambda row: row.text(name, optional=optional), str)


def address(name: str, attribute: str = "") -> Field:
    """A web address, or none."""
    return _one(name, attribute, lambda row: row.address(name), str)


def flag(name: str, attribute: str = "", *, optional: bool = False, unknown: bool = False) -> Field:
    """Yes or no, an absent optional one being no; with `unknown`, absent means that nobody knows."""

    def read(row: Row) -> bool | None:
        value = row.flag(name, optional=optional or unknown)
        return value if unknown else bool(value)

    return _one(name, attribute, read, (lambda value: value or None) if optional else _as_it_is)


def integer(name: str, attribute: str = "") -> Field:
    """A whole number, or none."""
    return _one(name, attribute, lambda row: row.integer(name), _as_it_is)


def number(name: str, attribute: str = "") -> Field:
    """A number, or none."""

    def write(value: float | None) -> float | None:
        return int(value) if value is not None and value == int(value) else value

    return _one(name, attribute, lambda row: row.number(name), write)


def day(name: str, attribute: str = "", *, optional: bool = False) -> Field:
    """A date."""

    def read(row: Row) -> Any:
        return row.optional_day(name) if optional else row.day(name)

    return _one(name, attribute, read, _as_it_is)


def choice(name: str, vocabulary: type[Vocabulary], attribute: str = "", *, optional: bool = False) -> Field:
    """A value of a vocabulary."""
    return _one(name, attribute, lambda row: row.choice(name, vocabulary, optional=optional), str)


def choices(name: str, vocabulary: type[Vocabulary], attribute: str = "") -> Field:
    """Values of a vocabulary, in its order."""
    return _one(
        name,
        attribute,
        lambda row: row.choices(name, vocabulary),
        lambda members: [member.value for member in members],
    )


def stream(name: str, kind: Stream, attribute: str = "") -> Field:
    """A stream, in the words that its kind has for it."""

    return _one(
        name, attribute, lambda row: kind.read(row, name), lambda value: kind.write(raw_blocks(value))
    )


def group(name: str, *fields: Field) -> Field:
    """Fields under one heading, which is always there."""

    def read(row: Row) -> Values:
        inner = row.row(name)
        values = read_fields(fields, inner)
        inner.finish()
        return values

    covers = tuple(attribute for field in fields for attribute in field.covers)
    return Field(name, covers, read, lambda found: write_fields(fields, found))


def read_fields(fields: Iterable[Field], row: Row) -> Values:
    """The attributes of the model that a row gives; raises ContentError at the first that is wrong."""
    values: Values = {}
    for field in fields:
        values |= field.read(row)
    return values


def write_fields(fields: Iterable[Field], found: Any) -> Values:
    """What the YAML says of an object, without what is empty."""
    written = {field.name: field.write(found) for field in fields}
    return {name: value for name, value in written.items() if value not in (None, "", [])}


@dataclass(frozen=True)
class Link:
    """Entries of a kind that an object points at, named by their `ref`; `single` when it points at one at most."""

    name: str
    model: type[Model]
    attribute: str
    single: bool = False

    def read(self, row: Row) -> list[str]:
        """The `ref`s a row names."""
        if not self.single:
            return row.texts(self.name)
        ref = row.text(self.name, optional=True)
        return [ref] if ref else []

    def write(self, found: Any) -> Any:
        """The `ref`s of the published entries an object points at, in the order of letters."""
        linked = getattr(found, self.attribute)
        if self.single:
            return linked.ref if linked is not None and linked.live else None
        return sorted(entry.ref for entry in linked.all() if entry.live)

    def refs(self, pointed: list[Any]) -> list[str]:
        """The `ref`s among what was read."""
        return pointed

    def attach(self, found: Any, pointed: list[Any], known: Known, folder: Path) -> None:
        """Makes an object point at the entries that were read, those that are known; files are in the folder."""
        linked = [entry for _rank, entry in sorted(known[ref] for ref in self.refs(pointed) if ref in known)]
        setattr(found, self.attribute, next(iter(linked), None) if self.single else linked)

    def same(self, pointed: list[Any], written: Any) -> bool:
        """Whether what was read is what `write` says of an object."""
        return sorted(pointed) == ([written] if self.single and written else sorted(written or []))


@dataclass(frozen=True)
class ReasonedLink(Link):
    """Entries pointed at in an order, each with one line that says why: the rows of a child model.

    `target` is the name of an entry in the YAML and in the child model.
    """

    target: str = ""

    def read(self, row: Row) -> list[Any]:
        """The `ref` and the reason of each row."""
        pointed = []
        for inner in row.rows(self.name):
            pointed.append({self.target: inner.text(self.target), "why": inner.text("why")})
            inner.finish()
        return pointed

    def write(self, found: Any) -> Any:
        """The published entries, in the order that was given to them."""
        rows = [(getattr(row, self.target), row.why) for row in getattr(found, self.attribute).all()]
        return [{self.target: entry.ref, "why": why} for entry, why in rows if entry.live]

    def refs(self, pointed: list[Any]) -> list[str]:
        return [row[self.target] for row in pointed]

    def attach(self, found: Any, pointed: list[Any], known: Known, folder: Path) -> None:
        child = found._meta.get_field(self.attribute).related_model
        rows = [
            child(**{self.target: known[row[self.target]][1]}, why=row["why"], sort_order=order)
            for order, row in enumerate(pointed)
            if row[self.target] in known
        ]
        setattr(found, self.attribute, rows)

    def same(self, pointed: list[Any], written: Any) -> bool:
        return bool(pointed == written)
