"""What becomes of a new wording of the catalogue in a draft: taken, left aside or adapted, never unasked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from reen.typography import quoted
from strategy.document.rewording import Rewording
from strategy.enums import Act
from strategy.errors import StaleError
from strategy.models import Choice, Draft
from strategy.queries.rewordings import Published, Row
from strategy.services.choosing import copied_action, copied_indicator
from strategy.services.events import record
from strategy.services.saving import save_row


@transaction.atomic
def take(
    *,
    row: Row,
    rewording: Rewording,
    sheet: Published,
    version: int,
    draft: Draft,
    by: int | None,
    at: datetime,
) -> Row:
    """Replaces the texts that changed in the catalogue, even those adapted here, and brings the row to the revision.

    Texts that the catalogue did not change stay as they are. Raises StaleError.
    """
    words = {text.field: text.new for text in rewording.changed}
    saved = save_row(row=row, values=words | copied(row, sheet), version=version, draft=draft, by=by, at=at)
    replaced = ", ".join(f"«\u202f{text.label}\u202f»" for text in rewording.adapted)
    over = f", à la place de ses mots dans {replaced}" if replaced else ""
    _tell(
        f"a pris la nouvelle rédaction de {quoted(row.title)} (révision\u00a0{sheet.revision}){over}.",
        draft,
        by,
        at,
    )
    return saved


@transaction.atomic
def adapt(
    *,
    row: Row,
    values: Mapping[str, Any],
    sheet: Published,
    version: int,
    draft: Draft,
    by: int | None,
    at: datetime,
) -> Row:
    """Writes words chosen here, beside the new ones, and brings the row to the revision. Raises StaleError."""
    saved = save_row(
        row=row, values={**values, **copied(row, sheet)}, version=version, draft=draft, by=by, at=at
    )
    _tell(
        f"a adapté {quoted(row.title)} à la nouvelle rédaction (révision\u00a0{sheet.revision}).",
        draft,
        by,
        at,
    )
    return saved


@transaction.atomic
def leave_aside(*, row: Row, revision: int, version: int, draft: Draft, by: int | None, at: datetime) -> None:
    """Remembers that this revision was read: nothing more is said of it until the next. Raises StaleError.

    Neither the words nor the date of the draft change, and whoever is writing in the row is not stopped.
    """
    rows = type(row)._default_manager.filter(pk=row.pk)
    if not rows.filter(version=version).update(declined=revision):
        raise StaleError(rows.first())
    _tell(
        f"a gardé ses mots pour {quoted(row.title)}\u202f; la révision\u00a0{revision} est laissée de côté.",
        draft,
        by,
        at,
    )


def copied(row: Row, sheet: Published) -> dict[str, Any]:
    """What is kept of the published entry."""
    if isinstance(row, Choice):
        return copied_action(sheet)  # type: ignore[arg-type]
    return copied_indicator(sheet)  # type: ignore[arg-type]


def _tell(words: str, draft: Draft, by: int | None, at: datetime) -> None:
    record(draft=draft, act=Act.REWORDED, words=words, by=by, at=at)
