"""Numbers of rows: drawn from the draft, one after the other, never given twice."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from strategy.models import Draft
from strategy.models.numbered import Numbered


@transaction.atomic
def give_numbers(draft: Draft, rows: Sequence[Numbered]) -> None:
    """Numbers new rows in their order; whoever adds rows to the same draft meanwhile waits."""
    if not rows:
        return
    Draft.objects.filter(pk=draft.pk).update(last_number=F("last_number") + len(rows))
    last: int = Draft.objects.values_list("last_number", flat=True).get(pk=draft.pk)
    for number, row in enumerate(rows, start=last - len(rows) + 1):
        row.number = number
