"""Who did what to a draft; written once, never changed."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from strategy.enums import Act
from strategy.models.draft import Draft, longest


class WrittenOnceError(TypeError):
    """The log only grows: an event is neither changed nor removed."""


class EventQuerySet(models.QuerySet["Event"]):
    """Adds and reads; refuses the rest."""

    def refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenOnceError

    update = delete = bulk_update = update_or_create = refuse


class Event(models.Model):
    """One act, as a sentence: `by_words` is its subject, `words` the rest. It goes only with its draft.

    The name stays when the account goes: a log that forgets who acted tells nothing.
    """

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="events"
    )
    at = models.DateTimeField("date")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="auteur",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_words = models.CharField("nom de l’auteur", max_length=300)
    act = models.CharField("acte", max_length=longest(Act), choices=Act.choices())
    words = models.TextField("récit")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "journal"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.by_words} {self.words}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise WrittenOnceError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenOnceError
