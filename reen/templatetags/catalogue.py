"""What lists of the catalogue cannot say alone."""

from django import template

from reen.enums import Size
from reen.models import Action
from reen.rules.estimates import estimate_words

register = template.Library()
NAMES = {"effort": "effort", "cost": "coût", "horizon": "délai"}


@register.filter
def estimates(action: Action, size: Size | None) -> list[str]:
    """Effort, cost and horizon for the size chosen, in a few words each."""
    return estimate_words({word: action.estimate_of(name) for name, word in NAMES.items()}, size)
