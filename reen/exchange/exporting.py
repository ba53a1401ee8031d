"""A listing, or an empty template, as a spreadsheet whose columns an import reads back."""

from collections.abc import Iterable, Iterator
from typing import Any

from reen.exchange import cells, csv_files, xlsx_files
from reen.exchange.columns import columns_of
from reen.exchange.manners import Cell
from reen.exchange.matching import INFORMATION
from reen.exchange.plan import words
from reen.exchange.planning import draft_of
from reen.models import Entry
from reen.typography import capitalised

CHUNK = 500
XLSX, CSV = "xlsx", "csv"
TYPES = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}
_HELP_HEAD = (
    ["Colonne", "Ce qu’on y écrit"],
    ["", "Une fiche par ligne, une seule ligne d’en-têtes. Seule la première feuille est importée."],
    [
        "",
        "Les colonnes peuvent changer de place, ou manquer\u00a0: ce qu’elles disent n’est alors pas changé.",
    ],
    ["", "Une cellule vide efface ce que la fiche disait là."],
    ["", "Tout arrive en brouillon\u00a0: rien n’est publié sans relecture."],
)


def template(model: type[Entry], kind: str) -> bytes:
    """The headers alone; a workbook also tells, on its second sheet, what each column takes."""
    headers = [column.header for column in columns_of(model)]
    return b"".join(csv_files.write([headers])) if kind == CSV else _workbook(model, [headers])


def exported(model: type[Entry], kind: str, entries: Any) -> Iterator[bytes]:
    """Every entry of a query as its form shows it, and how it fares, in the order of the query."""
    links = [column.name for column in columns_of(model) if column.links_to]
    lines = _lines(model, entries.prefetch_related(*links).iterator(chunk_size=CHUNK))
    if kind == CSV:
        return csv_files.write([words(cell) for cell in line] for line in lines)
    return iter([_workbook(model, lines)])


def _workbook(model: type[Entry], lines: Iterable[list[Any]]) -> bytes:
    return xlsx_files.write(lines, capitalised(str(model._meta.verbose_name_plural)), _help(model))


def _lines(model: type[Entry], entries: Iterable[Any]) -> Iterator[list[Cell]]:
    columns = columns_of(model)
    yield [*(column.header for column in columns), *INFORMATION]
    for entry in entries:
        draft = draft_of(entry)
        line = [*(column.cell(draft) for column in columns), *_state(entry)]
        yield [cells.safe(cell) if isinstance(cell, str) else cell for cell in line]


def _state(entry: Any) -> list[Cell]:
    """What `INFORMATION` names."""
    if not entry.live:
        state = "retirée" if entry.first_published_at else "jamais publiée"
    else:
        state = "publiée, avec un brouillon" if entry.has_unpublished_changes else "publiée"
    return [state, entry.edition]


def _help(model: type[Entry]) -> Iterator[list[str]]:
    yield from _HELP_HEAD
    for column in columns_of(model):
        yield [column.header, column.help]
