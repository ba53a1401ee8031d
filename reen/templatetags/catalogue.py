"""What lists of the catalogue cannot say alone."""

from django import template

from reen.enums import Size
from reen.models import Action

register = template.Library()


@register.filter
def estimates(action: Action, size: Size | None) -> str:
    """Effort, cost and horizon in words for the size chosen, as one line."""
    return ". ".join(words[0].upper() + words[1:] for words in action.estimates_for(size).values() if words)
