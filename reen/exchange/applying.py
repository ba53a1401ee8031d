"""Imports: a file is sent, its columns are settled, and what was previewed is done, whole or not at all."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from reen.exchange import files
from reen.exchange.columns import kind_named
from reen.exchange.matching import Mapping, chosen, guessed, known_headers
from reen.exchange.plan import Outcome, Plan, PlannedRow
from reen.exchange.planning import draft_of, plan
from reen.exchange.tables import Table, refuse_second_headers
from reen.models import Entry, ImportedEntry, ImportRun, User

KEPT = timedelta(days=2)
"""How long a file that nobody imported is kept."""


class PlanChangedError(Exception):
    """What would be done is no longer what was previewed, or cannot be done: nothing was."""


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
    model = kind_named(run.kind)
    return plan(model, table_of(run), chosen(model, run.mapping), user)


@transaction.atomic
def apply(run: ImportRun, user: User, digest: str) -> Plan:
    """Does what was previewed, as drafts. Raises PlanChangedError, having done nothing, when it is something else."""
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if run.table is None:
        raise PlanChangedError
    planned = plan_of(run, user)
    if not planned.is_possible or planned.digest != digest:
        raise PlanChangedError
    todo = [row for row in planned.rows if row.outcome is not Outcome.UNCHANGED]
    links = {
        column.name: column.links_to
        for column in chosen(planned.model, run.mapping).values()
        if column.links_to
    }
    drafts = [(row, _without_links(planned.model, row, set(links))) for row in todo]
    by_ref = {name: _linked(model, name, todo) for name, model in links.items()}
    done = []
    for row, draft in drafts:
        before = None if row.entry is None else draft.serializable_data()
        for name, value in row.values.items():
            linked = by_ref.get(name)
            setattr(draft, name, value if linked is None else [linked[ref] for ref in value])
        done.append(_save(run, row, draft, before, user))
    ImportedEntry.objects.bulk_create(done)
    run.applied_at, run.table = timezone.now(), None
    run.save()
    return planned


def _without_links(model: type[Entry], row: PlannedRow, links: set[str]) -> Any:
    """The draft to change, or a new one, saved so that others can be linked to it."""
    if row.entry is not None:
        return draft_of(row.entry)
    values = {name: value for name, value in row.values.items() if name not in links}
    draft = model(**values | {"ref": row.ref}, live=False, has_unpublished_changes=True)
    draft.save()
    return draft


def _linked(model: Any, name: str, rows: list[PlannedRow]) -> dict[str, Any]:
    refs = {ref for row in rows for ref in row.values.get(name, ())}
    return {entry.ref: entry for entry in model._default_manager.filter(ref__in=refs)}


def _save(
    run: ImportRun, row: PlannedRow, draft: Any, before: dict[str, Any] | None, user: User
) -> ImportedEntry:
    created = row.entry is None
    if created:
        draft.ref = row.ref
        draft.save()
    was_draft = draft.has_unpublished_changes and not created
    revision = draft.save_revision(user=user, clean=False, log_action=not created)
    if created:
        log(instance=draft, action="wagtail.create", user=user, revision=revision, content_changed=True)
    return ImportedEntry(
        run=run,
        row=row.number,
        object_id=draft.pk,
        ref=draft.ref,
        title=draft.title,
        created=created,
        revision=revision,
        before=before,
        was_draft=was_draft,
    )
