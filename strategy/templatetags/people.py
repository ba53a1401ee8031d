"""Who did something, as those who read may be told."""

from typing import Any

from django import template

from strategy.document.people import in_sentence
from strategy.queries.people import WITHOUT_NAME, inside, outside, told_name, with_address

register = template.Library()

register.filter("inside", inside)
register.filter("outside", outside)
register.filter("in_sentence", in_sentence)
register.filter("told_name", told_name)
register.filter("with_address", with_address)


@register.filter
def called(user: Any) -> str:
    """The name that an account tells, else neutral words: for who is not of its team."""
    return told_name(user) or WITHOUT_NAME
