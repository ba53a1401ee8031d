"""Values of fields as people read them, and fit to be compared."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Manager, Model, QuerySet

from reen.typography import date_words, figure


def held(value: Any) -> Any:
    """A value fit to be compared: the rows of a link as a list in the order of their keys, anything else as it is."""
    if isinstance(value, Manager | QuerySet):
        value = list(value.all())
    if isinstance(value, list):
        return sorted(value, key=lambda row: row.pk)
    return value


def shown(field: forms.Field, value: Any) -> str:
    """A value of the field: labels of choices, dates in words, « 1 250,5 », « vide » for nothing."""
    if value is None or value in ("", []):
        return "vide"
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = field.prepare_value(value)
    otherwise = figure(value) if isinstance(value, Decimal) else text
    return str(dict(getattr(field.widget, "choices", ())).get(text, otherwise))
