"""Which entries of one kind the index finds: for lists that look for words among other conditions."""

from typing import Any

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast, Substr

from reen.models import Entry
from reen.models.index import IndexRow
from reen.search.found import matching
from reen.search.question import Question


def keys_found(wanted: Question, model: type[Entry]) -> "QuerySet[IndexRow, Any]":
    """The primary keys of the entries of that model that have everything wanted, as a subquery."""
    prefix = f"{model._meta.model_name}:"
    rows = IndexRow.objects.filter(matching(wanted), key__startswith=prefix)
    entry = Cast(Substr("key", len(prefix) + 1), IntegerField())
    return rows.order_by().annotate(entry=entry).values("entry")


def found_among(wanted: Question, model: type[Entry]) -> Q:
    """What an entry of that model must satisfy to have everything wanted, in words of the same families."""
    return Q(pk__in=keys_found(wanted, model))
