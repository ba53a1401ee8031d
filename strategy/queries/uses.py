"""How many drafts hold an entry of the catalogue: numbers only, never whose drafts they are."""

from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from strategy.models import Choice, FollowedIndicator

COPIES: dict[str, type[Choice] | type[FollowedIndicator]] = {
    "reen.Action": Choice,
    "reen.Indicator": FollowedIndicator,
}
"""The rows that an entry is copied to, by label of its model."""


def copies_of(label: str) -> "QuerySet[Choice, Any] | QuerySet[FollowedIndicator, Any]":
    """The rows of real drafts copied from entries of that model; demonstrations are left aside.

    A draft holds an entry once at most.
    """
    return COPIES[label]._default_manager.exclude(ref="").filter(draft__demonstration=False).order_by()


def drafts_holding(label: str, ref: str) -> int:
    """How many drafts hold the entry."""
    return copies_of(label).filter(ref=ref).count()


def drafts_holding_each(label: str) -> Coalesce:
    """The same for each entry of a query."""
    held = copies_of(label).filter(ref=OuterRef("ref")).values("ref").annotate(drafts=Count(F("pk")))
    return Coalesce(Subquery(held.values("drafts")), 0)
