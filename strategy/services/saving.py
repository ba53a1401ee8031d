"""One save: a transaction, refused when it started from an older version, dated on the draft."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F

from strategy.errors import StaleError
from strategy.models import Draft
from strategy.models.versioned import Versioned

Row = TypeVar("Row", bound=Versioned)


def save_row(
    *,
    row: Row,
    values: Mapping[str, Any],
    version: int,
    draft: Draft,
    by: int | None,
    at: datetime,
    parts_changed: bool = False,
) -> Row:
    """Writes `values` on the row if it is still at `version`; saving what is already there writes nothing.

    `parts_changed` says that the caller is about to change what belongs to the row: that counts as a change of it.
    Raises StaleError with the row as it is now (None if it was removed) when somebody else saved in between.
    """
    with transaction.atomic():
        model = type(row)
        current = model._default_manager.select_for_update().filter(pk=row.pk).first()
        if current is None or current.version != version:
            raise StaleError(current)
        changed = {name: value for name, value in values.items() if getattr(current, name) != value}
        if changed or parts_changed:
            model._default_manager.filter(pk=row.pk).update(version=F("version") + 1, **changed)
            touch(draft=draft, by=by, at=at)
        return model._default_manager.get(pk=row.pk)


def hold(draft: Draft) -> None:
    """Makes others who add to this draft, or take from it, wait until the end of the transaction."""
    Draft.objects.select_for_update().get(pk=draft.pk)


def touch(*, draft: Draft, by: int | None, at: datetime) -> None:
    """Dates the draft's last change."""
    Draft.objects.filter(pk=draft.pk).update(changed_at=at, changed_by_id=by)
    draft.changed_at, draft.changed_by_id = at, by
