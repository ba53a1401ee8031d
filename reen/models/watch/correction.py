"""Corrections that readers propose."""

from django.conf import settings
from django.db import models

from reen.enums import CorrectionState
from reen.models.watch.about_entry import AboutEntry


class Correction(AboutEntry):
    """What a reader says is wrong on a sheet, and what an editor decided.

    `email` serves to answer and nothing else: it is emptied when the correction is handled, or after some months.
    """

    title = models.CharField("fiche, telle qu’elle se nommait", max_length=255)
    wrong = models.TextField("ce qui ne va pas", max_length=4000)
    proposal = models.TextField("rédaction ou source proposée", max_length=4000, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    sent_at = models.DateTimeField("envoyée le", auto_now_add=True)
    state = models.CharField(
        "état",
        max_length=10,
        choices=CorrectionState.choices(),
        default=CorrectionState.NEW.value,
        db_index=True,
    )
    why = models.TextField("pourquoi", blank=True, max_length=2000)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="traitée par",
    )
    handled_at = models.DateTimeField("traitée le", null=True, blank=True)

    class Meta(AboutEntry.Meta):
        verbose_name = "correction proposée"
        verbose_name_plural = "corrections proposées"
        ordering = ("-sent_at", "-pk")

    def __str__(self) -> str:
        return self.title
