"""One save: a transaction, refused when it started from an older version, dated on the draft."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F, Model

from strategy.errors import StaleError
from strategy.models import Draft
from strategy.models.numbered import Numbered
from strategy.models.versioned import Versioned
from strategy.services.numbering import give_numbers

Row = TypeVar("Row", bound=Versioned)
Line = Mapping[str, Any]


def save_row(
    *,
    row: Row,
    values: Mapping[str, Any],
    version: int,
    draft: Draft,
    by: int | None,
    at: datetime,
    lines: Mapping[str, Sequence[Line]] | None = None,
) -> Row:
    """Writes `values` on the row if it is still at `version`; saving what is already there writes nothing.

    A value of a many-to-many field is what the row is to be linked to. `lines` gives, by related name, all the lines
    that belong to the row, which replace the former ones. A change of links or lines counts as a change of the row.
    Raises StaleError with the row as it is now (None if it was removed) when somebody else saved in between.
    """
    with transaction.atomic():
        model = type(row)
        current = model._default_manager.select_for_update().filter(pk=row.pk).first()
        if current is None or current.version != version:
            raise StaleError(current)
        links = {name: value for name, value in values.items() if is_link(model, name)}
        columns = {name: value for name, value in values.items() if name not in links}
        changed = {name: value for name, value in columns.items() if getattr(current, name) != value}
        relinked = [link(current, name, rows) for name, rows in links.items()]
        rewritten = [write_lines(current, name, given) for name, given in (lines or {}).items()]
        if changed or any(relinked) or any(rewritten):
            model._default_manager.filter(pk=row.pk).update(version=F("version") + 1, **changed)
            touch(draft=draft, by=by, at=at)
        return model._default_manager.get(pk=row.pk)


@transaction.atomic
def add_row(
    *,
    row: Row,
    values: Mapping[str, Any],
    draft: Draft,
    by: int | None,
    at: datetime,
    lines: Mapping[str, Sequence[Line]] | None = None,
) -> Row:
    """Writes a new row of the draft, its links and its lines; `values` and `lines` are those of `save_row`."""
    links = {name: value for name, value in values.items() if is_link(type(row), name)}
    for name, value in values.items():
        if name not in links:
            setattr(row, name, value)
    if isinstance(row, Numbered):
        give_numbers(draft, [row])
    row.save(force_insert=True)
    for name, rows in links.items():
        link(row, name, rows)
    for name, given in (lines or {}).items():
        write_lines(row, name, given)
    touch(draft=draft, by=by, at=at)
    return row


def is_link(model: type[Model], name: str) -> bool:
    """Whether the field links the row to many others."""
    return bool(model._meta.get_field(name).many_to_many)


def link(row: Model, name: str, rows: Iterable[Model]) -> bool:
    """Links the row to these, and to no other, by that field; says whether that changed anything.

    A row linked or no longer linked changed too: both ends of a link are edited, each on its screen.
    """
    manager = getattr(row, name)
    wanted = {other.pk for other in rows}
    changed = wanted ^ set(manager.values_list("pk", flat=True))
    if not changed:
        return False
    manager.set(wanted)
    if issubclass(manager.model, Versioned):
        manager.model._default_manager.filter(pk__in=changed).update(version=F("version") + 1)
    return True


def write_lines(row: Model, name: str, given: Sequence[Line]) -> bool:
    """Replaces the lines of the row under that related name; says whether that changed anything."""
    manager = getattr(row, name)
    former = [line_of(line, manager) for line in manager.all()]
    lines = [manager.model(**values, **{manager.field.name: row}) for values in given]
    if former == [line_of(line, manager) for line in lines]:
        return False
    manager.all().delete()
    manager.bulk_create(lines)
    return True


def line_of(line: Model, manager: Any) -> list[Any]:
    """What two lines are compared by: everything but their key and their row."""
    return [
        getattr(line, field.attname)
        for field in line._meta.concrete_fields
        if not field.primary_key and field != manager.field
    ]


def hold(draft: Draft) -> None:
    """Makes others who add to this draft, or take from it, wait until the end of the transaction."""
    Draft.objects.select_for_update().get(pk=draft.pk)


def touch(*, draft: Draft, by: int | None, at: datetime) -> None:
    """Dates the draft's last change."""
    Draft.objects.filter(pk=draft.pk).update(changed_at=at, changed_by_id=by)
    draft.changed_at, draft.changed_by_id = at, by
