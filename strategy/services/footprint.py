"""Saving the two estimates of a draft; the first save makes the row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from strategy.models import Draft, Footprint, TerritoryFootprint
from strategy.services.saving import hold, save_row

Row = TypeVar("Row", Footprint, TerritoryFootprint)


@transaction.atomic
def save_footprint(
    *,
    draft: Draft,
    values: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    version: int,
    by: int | None,
    at: datetime,
) -> Footprint:
    """Writes the organisation's estimate as a whole: these lines replace the former ones. Raises StaleError."""
    row = row_of(Footprint, draft)
    return save_row(
        row=row, values=values, version=version, draft=draft, by=by, at=at, lines={"lines": lines}
    )


@transaction.atomic
def save_territory(
    *, draft: Draft, values: Mapping[str, Any], version: int, by: int | None, at: datetime
) -> TerritoryFootprint:
    """Writes the territory's order of magnitude. Raises StaleError."""
    return save_row(
        row=row_of(TerritoryFootprint, draft), values=values, version=version, draft=draft, by=by, at=at
    )


def row_of(model: type[Row], draft: Draft) -> Row:
    """The row of the draft, made if need be with nothing in it: what is saved over it then counts as a change."""
    hold(draft)
    row, _ = model._default_manager.get_or_create(draft=draft)
    return row
