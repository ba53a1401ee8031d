"""How the values of each kind of field are told, read from a cell, and written in one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import models
from modelcluster.fields import ParentalManyToManyField

from reen.blocks import ItemsBlock, SourcesBlock, StepsBlock
from reen.exchange import cells, streams
from reen.fields import StreamField, VocabularySetField

SEVERAL = "Plusieurs valeurs\u00a0: séparez-les par «\u202f;\u202f» ou «\u202f|\u202f»."

Cell = str | int | float | date
Manners = tuple[str, Any, Callable[[str], Any], Callable[[Any], Cell]]


def manners_of(field: Any) -> Manners:
    """How a field is told, what it is when empty, and how its cells are read and written; raises TypeError."""
    if isinstance(field, StreamField):
        return _stream_manners(field)
    if isinstance(field, ParentalManyToManyField):
        told = (
            f"Références séparées par «\u202f;\u202f»\u00a0: {field.related_model._meta.verbose_name_plural}."
        )
        return told, [], lambda text: list(dict.fromkeys(cells.parts(text))), str
    if isinstance(field, VocabularySetField):
        return _set_manners(field)
    if field.choices:
        pairs = list(field.choices)
        told = f"L’un de ces mots\u00a0: {_words(pairs)}."
        return (
            told,
            "",
            lambda text: cells.word_of(text, pairs),
            lambda value: str(dict(pairs).get(value, value)),
        )
    simple: tuple[tuple[type, Manners], ...] = (
        (
            models.BooleanField,
            (
                "oui, non, ou rien si on ne sait pas." if field.null else "oui ou non.",
                None if field.null else False,
                cells.yes_or_no,
                lambda value: "oui" if value else "non",
            ),
        ),
        (models.DateField, ("Une date\u00a0: 01/03/2026 ou 1er\u00a0mars 2026.", None, cells.day, _as_it_is)),
        (models.IntegerField, ("Un nombre entier.", None, cells.integer, _as_it_is)),
        (models.FloatField, ("Un nombre\u00a0: 1\u202f250,5.", None, cells.number, _whole)),
        (models.URLField, ("Une adresse\u00a0: https://…", "", str, str)),
        (models.SlugField, ("Des lettres sans accent, des chiffres et des tirets.", "", str, str)),
        (models.CharField, (f"Un texte court, {field.max_length} caractères au plus.", "", str, str)),
        (models.TextField, ("Un texte.", "", str, str)),
    )
    if not isinstance(field, models.DateTimeField):
        for kind, manners in simple:
            if isinstance(field, kind):
                return manners
    raise TypeError(f"{field} has no column: add it to `manners_of`, or to LEFT_OUT.")


def _stream_manners(field: Any) -> Manners:
    kinds: tuple[tuple[type, streams.StreamCell], ...] = (
        (ItemsBlock, streams.ITEMS),
        (SourcesBlock, streams.SOURCES),
        (StepsBlock, streams.STEPS),
    )
    told = next((told for block, told in kinds if isinstance(field.stream_block, block)), None)
    if told is None:
        raise TypeError(f"{field} has no column: tell its blocks in reen.exchange.streams.")
    return (
        f"{told.help} {SEVERAL}",
        [],
        lambda text: [told.read(part) for part in cells.parts(text)],
        lambda value: cells.joined([told.write(block) for block in streams.raw(value)]),
    )


def _set_manners(field: VocabularySetField) -> Manners:
    assert field.vocabulary is not None
    pairs = field.vocabulary.choices()

    def read(text: str) -> Any:
        return field.to_python([cells.word_of(part, pairs) for part in cells.parts(text)])

    return (
        f"{SEVERAL} Parmi\u00a0: {_words(pairs)}.",
        (),
        read,
        lambda members: cells.joined([member.label for member in members]),
    )


def _words(pairs: list[tuple[str, str]]) -> str:
    return ", ".join(f"«\u202f{label}\u202f»" for _, label in pairs)


def _as_it_is(value: Any) -> Any:
    return value


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
