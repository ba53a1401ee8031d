"""Works out what importing a table would do, without doing it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from reen.exchange.columns import Column
from reen.exchange.errors import CellError
from reen.exchange.plan import Change, Plan, PlannedRow, Problem, words
from reen.exchange.tables import Table
from reen.models import Entry, User
from reen.models.review import in_review

REF, TITLE, CHECKED = "ref", "title", "checked_on"


def plan(model: type[Entry], table: Table, columns: Mapping[str, Column], user: User) -> Plan:
    """What this person would do by importing a table whose headers are these columns; writes nothing."""
    rows = [
        _read(number, dict(zip(table.headers, cells, strict=True)), columns) for number, cells in table.rows
    ]
    refs = Counter(row.ref for row in rows)
    known = _entries(model, columns.values(), refs)
    reviewed = _in_review(model, known.values())
    has_refs = any(column.name == REF for column in columns.values())
    for row in rows:
        row.entry = known.get(row.ref)
        if refs[row.ref] > 1 and row.ref:
            row.problems.append(
                Problem(_header(columns, REF), f"«\u202f{row.ref}\u202f» est sur plusieurs lignes.")
            )
        elif row.entry is None:
            _check_new(model, row, columns)
        elif not has_refs or not row.values.get(REF):
            row.problems.append(Problem(_header(columns, REF), _taken(row.ref)))
        else:
            _compare(row, columns, user, reviewed)
    _check_links(model, rows, columns)
    return Plan(model, tuple(rows))


def draft_of(entry: Any) -> Any:
    """The entry as its form shows it: its draft when it has one.

    `get_latest_revision_as_object` gives the same, but asks for the entry again, alone and without its links.
    """
    if entry.has_unpublished_changes and entry.latest_revision_id:
        return entry.with_content_json(entry.latest_revision.content)
    return entry


def _taken(ref: str) -> str:
    return f"Une fiche a déjà la référence «\u202f{ref}\u202f». Pour la modifier, remplissez la colonne Référence."


def _read(number: int, cells: dict[str, str], columns: Mapping[str, Column]) -> PlannedRow:
    row = PlannedRow(number)
    for header, column in columns.items():
        try:
            row.values[column.name] = column.value(cells[header])
        except CellError as error:
            row.problems.append(Problem(header, str(error)))
    row.title = row.values.get(TITLE, "")
    row.ref = row.values.get(REF, "") or slugify(row.title)[:80].strip("-")
    return row


def _header(columns: Mapping[str, Column], name: str) -> str:
    return next((header for header, column in columns.items() if column.name == name), "")


def _entries(model: type[Entry], columns: Iterable[Column], refs: Iterable[str]) -> dict[str, Any]:
    links = [column.name for column in columns if column.links_to]
    found = model.objects.filter(ref__in=list(refs)).select_related("latest_revision", "locked_by")
    return {entry.ref: entry for entry in found.prefetch_related(*links)}


def _in_review(model: type[Entry], entries: Iterable[Any]) -> set[str]:
    """The keys of the entries that somebody is reviewing."""
    states = in_review(model).filter(object_id__in=[str(entry.pk) for entry in entries])
    return set(states.values_list("object_id", flat=True))


def _check_new(model: type[Entry], row: PlannedRow, columns: Mapping[str, Column]) -> None:
    if not row.title:
        if not row.problems:
            row.problems.append(Problem(_header(columns, TITLE), "Donnez un titre à cette fiche."))
    elif not row.ref:
        row.problems.append(Problem(_header(columns, REF), "Donnez une référence à cette fiche."))
    else:
        try:
            own = {name: value for name, value in row.values.items() if not _is_link(columns, name)}
            model(**own | {REF: row.ref}).clean()
        except ValidationError as error:
            row.problems += [
                Problem(_header(columns, name), " ".join(messages))
                for name, messages in error.message_dict.items()
            ]
    row.dates_check = bool(row.values.get(CHECKED))
    row.changes = [
        Change(header, "", words(column.cell_of(row.values[column.name])))
        for header, column in columns.items()
        if column.name in row.values and row.values[column.name] != column.empty
    ]


def _compare(row: PlannedRow, columns: Mapping[str, Column], user: User, reviewed: set[str]) -> None:
    draft = row.draft = draft_of(row.entry)
    for header, column in columns.items():
        if column.name not in row.values:
            continue
        before, after = words(column.cell(draft)), words(column.cell_of(row.values[column.name]))
        if before != after:
            row.changes.append(Change(header, before, after))
            row.dates_check |= column.name == CHECKED and bool(after)
    row.adds_to_draft = draft is not row.entry
    if TITLE in row.values and not row.title:
        row.problems.append(Problem(_header(columns, TITLE), "Donnez un titre à cette fiche."))
    row.title = row.title or draft.title
    if row.changes and row.entry.locked and row.entry.locked_by_id != user.pk:
        row.problems.append(
            Problem("", f"Fiche verrouillée par {row.entry.locked_by or 'quelqu’un d’autre'}.")
        )
    if row.changes and str(row.entry.pk) in reviewed:
        row.problems.append(Problem("", "Fiche en relecture\u00a0: attendez la décision."))


def _is_link(columns: Mapping[str, Column], name: str) -> bool:
    return any(column.links_to for column in columns.values() if column.name == name)


def _check_links(model: type[Entry], rows: list[PlannedRow], columns: Mapping[str, Column]) -> None:
    """Refuses links to nothing; an entry of the same file is something."""
    for header, column in columns.items():
        if column.links_to is None:
            continue
        asked = {ref for row in rows for ref in row.values.get(column.name, ())}
        known = set(column.links_to._default_manager.filter(ref__in=asked).values_list("ref", flat=True))
        if column.links_to is model:
            known |= {row.ref for row in rows}
        for row in rows:
            refs = row.values.get(column.name, ())
            if unknown := [ref for ref in refs if ref not in known]:
                kind = column.links_to._meta.verbose_name_plural
                named = ", ".join(f"«\u202f{ref}\u202f»" for ref in unknown)
                row.problems.append(Problem(header, f"Référence inconnue parmi les {kind}\u00a0: {named}."))
            if column.links_to is model and row.ref in refs:
                row.problems.append(Problem(header, "Une fiche ne peut pas renvoyer à elle-même."))
