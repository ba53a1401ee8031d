"""Who did what to a draft; written once, never changed."""

from django.db import models

from strategy.enums import Act
from strategy.models.draft import Draft, longest
from strategy.models.logged import Logged


class Event(Logged):
    """One act on a draft. It goes only with its draft."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="events"
    )
    act = models.CharField("acte", max_length=longest(Act), choices=Act.choices())

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "journal"
        ordering = ("-at", "-pk")
