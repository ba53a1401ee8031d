"""What lists of the catalogue cannot say alone."""

from django import template

from reen.enums import Cost, Size
from reen.models import Action
from reen.models.action import ESTIMATES
from reen.models.estimates import values_for

register = template.Library()
NAMES = {"effort": "effort", "cost": "coût", "horizon": "délai"}


@register.filter
def estimates(action: Action, size: Size | None) -> list[str]:
    """Effort, cost and horizon for the size chosen, in a few words each; « selon la taille » when they differ."""
    words = []
    for name, vocabulary in ESTIMATES.items():
        values = values_for(getattr(action, f"{name}_small"), getattr(action, f"{name}_large"), size)
        if len(values) > 1:
            words.append(f"{NAMES[name]} selon la taille")
        elif values:
            member = vocabulary(values[0])
            words.append(member.short if isinstance(member, Cost) else member.label)
    return words
