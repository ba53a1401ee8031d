"""Whole addresses, for what is read away from the site: messages, printed files."""

from django.conf import settings
from django.urls import reverse


def absolute(name: str, *args: object) -> str:
    """The whole address of the screen that `name` names."""
    base: str = settings.WAGTAILADMIN_BASE_URL
    return base.rstrip("/") + reverse(name, args=args)
