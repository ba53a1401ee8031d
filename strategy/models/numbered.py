"""Rows that the document names by a number of their own."""

from django.db import models

from strategy.models.versioned import Versioned


class Numbered(Versioned):
    """Has a number, unique in its draft and given once: anchors, versions and files name the row by it.

    The primary key would not do: a draft rebuilt elsewhere from its document has other ones.
    """

    number = models.PositiveIntegerField("numéro", default=0, editable=False)

    class Meta:
        abstract = True


def once_per_draft(name: str) -> models.UniqueConstraint:
    """No two rows of a kind have the same number in a draft."""
    return models.UniqueConstraint(fields=("draft", "number"), name=f"{name}_number_once_per_draft")
