"""What the admin of the catalogue learns from strategies."""

from typing import Any

from django.db.models import QuerySet
from wagtail import hooks

from strategy.admin import issuers, official_addresses, printed, rules, uses  # noqa: F401 - they register their own
from strategy.models import Choice


@hooks.register("picked_actions")
def picked_actions() -> "QuerySet[Choice, Any]":
    """The `ref` of each action some strategy retained, demonstrations left aside."""
    return Choice.objects.exclude(ref="").filter(draft__demonstration=False).values("ref")
