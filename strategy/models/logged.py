"""What every log is made of: who did what, when, as a sentence that stays."""

from django.db import models

from strategy.models.signed import Signed


class Logged(Signed):
    """One act: `by_words` is its subject, `words` the rest. A log that forgets who acted tells nothing."""

    words = models.TextField("récit")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.by_words} {self.words}"
