"""The fields of an entry or a page that somebody fills in with words or addresses."""

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Model, TextField, URLField
from wagtail.fields import StreamField

NOT_WRITTEN = {"path", "seo_title"}
"""The place in the tree, and the title once more."""


def written_fields(found: Model) -> Iterator[tuple[Any, Any]]:
    """Each one with its value as it is in memory; what is chosen, and what is worked out, is left out."""
    for field in found._meta.concrete_fields:
        written = isinstance(field, StreamField) or type(field) in (CharField, TextField, URLField)
        if written and field.editable and not field.choices and field.name not in NOT_WRITTEN:
            yield field, getattr(found, field.attname)
