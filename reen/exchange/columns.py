"""The columns of a kind of entry, told by the fields of its model: what is read of a cell, what is written in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from modelcluster.fields import ParentalManyToManyField

from reen.exchange import cells
from reen.exchange.errors import CellError
from reen.exchange.manners import Cell, manners_of
from reen.models import Action, Entry, Indicator, Resource
from reen.typography import capitalised

KINDS: tuple[type[Entry], ...] = (Action, Indicator, Resource)
"""What is imported and exported."""

LEFT_OUT = {"id", "first_published_at", "go_live_at", "expire_at", "replaced_by", "replaced_on"}
"""Fields that are no column: when an entry comes and goes, and for which other, is said on its screen."""

LAST = ("checked_on", "certainty", "caution", "sources")
HEADERS = {
    "effect_low": "effet, valeur basse",
    "effect_high": "effet, valeur haute",
    "effect_unit": "effet, unité",
    "effect_perimeter": "effet, périmètre",
    "effect_source_url": "effet, adresse de la source",
}
"""Names of fields that say nothing out of their form."""


@dataclass(frozen=True)
class Column:
    """One field as a column. `read` and `write` are about cells that are not empty; links are read as `ref`s."""

    name: str
    header: str
    help: str
    empty: Any
    read: Callable[[str], Any]
    write: Callable[[Any], Cell]
    field: models.Field[Any, Any]
    links_to: type[models.Model] | None = None

    def value(self, text: str) -> Any:
        """What a cell says. Raises CellError with what is expected instead."""
        if not text:
            return self.empty
        value = self.read(text)
        try:
            self.field.run_validators(value)
        except ValidationError as error:
            raise CellError(" ".join(error.messages)) from error
        return value

    def cell(self, entry: Any) -> Cell:
        """What an entry has there; "" for nothing."""
        return self.cell_of(getattr(entry, self.name))

    def cell_of(self, value: Any) -> Cell:
        """The cell of a value; "" for nothing."""
        if self.links_to:
            refs = value if isinstance(value, list) else [entry.ref for entry in value.all()]
            return cells.joined(sorted(refs))
        return "" if value in (None, "", ()) else self.write(value)


def columns_of(model: type[Entry]) -> tuple[Column, ...]:
    """Every field that editors write, in the order of the model, truth last."""
    fields = [
        field
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.editable and field.name not in LEFT_OUT
    ]
    fields.sort(key=lambda field: LAST.index(field.name) if field.name in LAST else -1)
    return tuple(_column(field) for field in fields)


def kind_named(name: str) -> type[Entry]:
    """The kind of entries under the name of its model; raises KeyError."""
    return {str(model._meta.model_name): model for model in KINDS}[name]


def slug_of(model: type[Entry]) -> str:
    """How addresses and file names call a kind of entries: « actions »."""
    return slugify(str(model._meta.verbose_name_plural))


def _column(field: Any) -> Column:
    help_, empty, read, write = manners_of(field)
    helps = [help_, str(field.help_text)]
    if not field.blank and field.name not in ("ref", "title"):
        helps.append("À remplir avant de publier.")
    return Column(
        field.name,
        capitalised(HEADERS.get(field.name, str(field.verbose_name))),
        " ".join(text for text in helps if text),
        empty,
        read,
        write,
        field,
        field.related_model if isinstance(field, ParentalManyToManyField) else None,
    )
