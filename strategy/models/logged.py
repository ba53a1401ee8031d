"""What every log is made of: who did what, when, as a sentence that stays."""

from django.conf import settings
from django.db import models

from strategy.models.written_once import WrittenOnce


class Logged(WrittenOnce):
    """One act: `by_words` is its subject, `words` the rest.

    The name stays when the account goes: a log that forgets who acted tells nothing.
    """

    at = models.DateTimeField("date")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="auteur",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_words = models.CharField("nom de l’auteur", max_length=300)
    words = models.TextField("récit")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.by_words} {self.words}"
