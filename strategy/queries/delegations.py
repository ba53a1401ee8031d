"""Reads of delegations."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from strategy.models import Delegation


def whole_delegations() -> QuerySet[Delegation]:
    """Delegations with what their pages say of the draft: its cover and its governance."""
    rows = Delegation.objects.select_related("draft__governance", "by")
    return rows.prefetch_related("draft__bodies__collectivity")


def pending_number() -> Coalesce:
    """How many delegations of the draft that is read still expect something, in the same query."""
    pending = Delegation.objects.filter(draft=OuterRef("pk"), settled_at=None, revoked_at=None)
    counted = pending.order_by().values("draft").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def pending_on(draft_id: int, part: str, row: int) -> list[Delegation]:
    """The delegations of that row that still expect something, the next due first."""
    pending = Delegation.objects.filter(draft=draft_id, settled_at=None, revoked_at=None)
    return list(pending.filter(part=part, row=row))
