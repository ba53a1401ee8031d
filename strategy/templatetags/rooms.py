"""Addresses of a review room, by the way one came in."""

from typing import Any

from django import template
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def room_url(context: Context, name: str, *args: Any) -> str:
    """The address of a screen of the room that is shown."""
    address: str = context["room"].address(name, *args)
    return address
