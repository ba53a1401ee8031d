"""What lists of the catalogue cannot say alone."""

from typing import Any

from django import template

from reen.enums import Size
from reen.models import Action
from reen.rules.estimates import estimate_words
from reen.watch.corrections import key_of

register = template.Library()
NAMES = {"effort": "effort", "cost": "coût", "horizon": "délai"}


@register.filter
def estimates(action: Action, size: Size | None) -> list[str]:
    """Effort, cost and horizon for the size chosen, in a few words each."""
    return estimate_words({word: action.estimate_of(name) for name, word in NAMES.items()}, size)


@register.filter
def correction_key(entry: Any) -> str:
    """How the form of corrections names that entry or page."""
    return key_of(entry)
