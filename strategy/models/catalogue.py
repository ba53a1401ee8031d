"""What is copied from the catalogue when an entry is chosen, so that the draft never changes on its own."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models


class CopiedEntry(models.Model):
    """The entry of the catalogue a row was copied from; `ref` is empty for a row of the collectivity's own.

    `sources` is a list of objects with `title`, `url`, `opened` and `page`, as read on `checked_on`. The words that may
    be adapted here are kept twice: `COPIES` tells, by the field that holds them here, the one that holds them as they
    were copied. `declined` is the last revision that was read and left aside.
    """

    COPIES: ClassVar[Mapping[str, str]]

    ref = models.SlugField("entrée du catalogue", max_length=100, blank=True, editable=False)
    revision = models.PositiveIntegerField("révision copiée", null=True, editable=False)
    revised_on = models.DateField("date de la révision", null=True, editable=False)
    checked_on = models.DateField("date de vérification", null=True, editable=False)
    catalogue_title = models.CharField("titre du catalogue", max_length=300, blank=True, editable=False)
    catalogue_summary = models.TextField("texte du catalogue", blank=True, editable=False)
    url = models.CharField("adresse de la fiche", max_length=300, blank=True, editable=False)
    sources = models.JSONField("sources", default=list, editable=False)
    declined = models.PositiveIntegerField("révision laissée de côté", default=0, editable=False)

    class Meta:
        abstract = True
