"""Imports: a file is sent, its columns are settled, and what was previewed is done, whole or not at all."""

from collections.abc import Set
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from reen.content import many
from reen.exchange import files
from reen.exchange.columns import Column, kind_named
from reen.exchange.matching import Mapping, chosen, guessed, known_headers
from reen.exchange.plan import Outcome, Plan, PlannedRow
from reen.exchange.planning import plan
from reen.exchange.tables import Table, refuse_second_headers
from reen.models import Entry, ImportedEntry, ImportRun, User

KEPT = timedelta(days=2)
"""How long a file that nobody imported is kept."""


Linked = dict[str, dict[str, Any]]
"""The entries that may be pointed at, by column then by reference."""


class PlanChangedError(Exception):
    """What would be done is no longer what was previewed, or cannot be done: nothing was."""


class NotVouchedError(Exception):
    """Rows say on which day sources were opened, and nobody vouched for it: nothing was done."""


def receive(model: type[Entry], name: str, data: bytes, user: User) -> ImportRun:
    """A new import, its columns settled as far as they can be told. Raises FileError for what is no table."""
    table = files.read(data)
    known = known_headers(model)
    refuse_second_headers(table, set(known))
    ImportRun.objects.filter(applied_at=None, created_at__lt=timezone.now() - KEPT).delete()
    return ImportRun.objects.create(
        kind=model._meta.model_name,
        file_name=name[:255],
        author=user,
        table={"headers": table.headers, "rows": table.rows},
        mapping=guessed(model, table.headers),
    )


def table_of(run: ImportRun) -> Table:
    """The table of an import that is not applied yet."""
    assert run.table is not None
    rows = tuple((number, tuple(cells)) for number, cells in run.table["rows"])
    return Table(tuple(run.table["headers"]), rows)


def is_settled(run: ImportRun) -> bool:
    """Whether each column of the file is decided about."""
    return set(table_of(run).headers) <= set(run.mapping)


def settle(run: ImportRun, mapping: Mapping) -> None:
    """Decides what each column of the file is."""
    run.mapping = mapping
    run.save(update_fields=["mapping"])


def plan_of(run: ImportRun, user: User) -> Plan:
    """What this person would do by applying the import now."""
    return plan(kind_named(run.kind), table_of(run), _columns(run), user)


@transaction.atomic
def apply(run: ImportRun, user: User, digest: str, *, vouched: bool = False) -> Plan:
    """Does what was previewed, as drafts. Raises PlanChangedError, having done nothing, when it is something else.

    Raises NotVouchedError when rows date a check and this person does not say that the sources were opened.
    """
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if run.table is None:
        raise PlanChangedError
    planned, columns = plan_of(run, user), _columns(run)
    if not planned.is_possible or planned.digest != digest:
        raise PlanChangedError
    if planned.dated and not vouched:
        raise NotVouchedError
    todo = [row for row in planned.rows if row.outcome is not Outcome.UNCHANGED]
    links = [column for column in columns.values() if column.links_to]
    linked = {column.name: _linked(column, todo) for column in links if column.links_to is not planned.model}
    own = [column for column in links if column.links_to is planned.model]
    later = {column.name for column in own}
    many.read_links([row.entry for row in todo if row.entry is not None])
    drafts = [(row, *_draft(planned.model, row, linked, later)) for row in todo]
    new = [draft for row, draft, _before in drafts if row.entry is None]
    many.insert(new)
    # Entries may point at others of the same file, which are there by now.
    for column in own:
        known = _linked(column, todo)
        for row, draft, _before in drafts:
            if row.values.get(column.name) is not None:
                setattr(draft, column.name, [known[ref] for ref in row.values[column.name]])
    done = [_imported(run, row, draft, before) for row, draft, before in drafts]
    many.link(new)
    many.revise(new, by=user, action="wagtail.create")
    changed = [draft for row, draft, _before in drafts if row.entry is not None]
    many.revise(changed, by=user, action="wagtail.edit")
    for imported, (_row, draft, _before) in zip(done, drafts, strict=True):
        imported.object_id, imported.revision = draft.pk, draft.latest_revision
    ImportedEntry.objects.bulk_create(done)
    run.applied_at, run.table = timezone.now(), None
    run.save()
    return planned


def _columns(run: ImportRun) -> dict[str, Column]:
    return chosen(kind_named(run.kind), table_of(run).headers, run.mapping)


def _draft(
    model: type[Entry], row: PlannedRow, linked: Linked, later: Set[str]
) -> tuple[Any, dict[str, Any] | None]:
    """The draft with its new values but those of `later`, links that may lead to new entries; what it held before."""
    draft: Any = many.blank(model) if row.entry is None else row.draft
    before = None if row.entry is None else draft.serializable_data()
    for name, value in row.values.items():
        if name not in later:
            setattr(draft, name, [linked[name][ref] for ref in value] if name in linked else value)
    if row.entry is None:
        draft.ref = row.ref
    return draft, before


def _linked(column: Column, rows: list[PlannedRow]) -> dict[str, Any]:
    """The entries that a column points at, by reference."""
    refs = {ref for row in rows for ref in row.values.get(column.name, ())}
    found: Any = column.links_to._default_manager.filter(ref__in=refs) if column.links_to else ()
    return {entry.ref: entry for entry in found}


def _imported(run: ImportRun, row: PlannedRow, draft: Any, before: dict[str, Any] | None) -> ImportedEntry:
    """What is kept of a row, but for the number of the entry and its revision."""
    created = row.entry is None
    return ImportedEntry(
        run=run,
        row=row.number,
        ref=draft.ref,
        title=draft.title,
        created=created,
        before=before,
        was_draft=draft.has_unpublished_changes and not created,
    )
