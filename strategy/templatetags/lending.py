"""What a step says of its delegations, to those who write."""

from typing import Any

from django import template

from strategy.enums import DelegatedPart
from strategy.models import Choice, Delegation, FollowedIndicator, Objective

register = template.Library()

STEPS = {"governance": DelegatedPart.GOVERNANCE, "baseline": DelegatedPart.BASELINE}
ROWS = {
    Choice: DelegatedPart.CHOICE,
    Objective: DelegatedPart.OBJECTIVE,
    FollowedIndicator: DelegatedPart.INDICATOR,
}


@register.inclusion_tag("strategy/lending.html", takes_context=True)
def lending(context: Any) -> dict[str, Any]:
    """The part on the screen, if it may be lent, and what is expected or was sent for it."""
    draft, row, step = context["draft"], context.get("row"), context["step"]
    part = STEPS.get(step.identifier) if row is None else ROWS.get(type(row))
    pk = row.pk if row is not None else draft.pk
    pending = list(Delegation.objects.filter(draft=draft, settled_at=None, revoked_at=None))
    return {
        "draft": draft,
        "part": part,
        "row": pk,
        "here": [one for one in pending if (one.part, one.row) == (part, pk)],
        "count": len(pending),
    }
