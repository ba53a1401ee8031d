"""Who did something, and when; kept as it was."""

from django.conf import settings
from django.db import models

from strategy.models.written_once import WrittenOnce


class Signed(WrittenOnce):
    """Written once by somebody: the name in `by_words` stays when the account goes."""

    at = models.DateTimeField("date")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="auteur",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_words = models.CharField("nom de l’auteur", max_length=300)

    class Meta:
        abstract = True
