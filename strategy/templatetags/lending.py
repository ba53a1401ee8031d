"""What a step says of its delegations, to those who write."""

from typing import Any

from django import template

from strategy.enums import DelegatedPart
from strategy.models import Choice, FollowedIndicator, Objective
from strategy.queries.delegations import pending_on

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
    return {
        "draft": draft,
        "part": part,
        "row": pk,
        "here": pending_on(draft.pk, part, pk) if part and draft.pending_delegations else (),
    }
