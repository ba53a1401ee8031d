"""Rows that two people may edit at the same time."""

from django.db import models


class Versioned(models.Model):
    """Counts its changes: a save that started from an older count is refused, never silently merged."""

    version = models.PositiveIntegerField("version", default=0, editable=False)

    class Meta:
        abstract = True
