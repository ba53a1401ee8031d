"""What the checker of contents found."""

from django.conf import settings
from django.db import models

from reen.models.watch.about_entry import AboutEntry


class Finding(AboutEntry):
    """One remark on one field of a published entry; set aside by an editor, it is not made again for the same words."""

    rule = models.CharField("règle", max_length=40)
    field = models.CharField("champ", max_length=40)
    words = models.CharField("constat", max_length=255)
    found_on = models.DateField("constaté le")
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="laissé de côté par",
    )
    set_aside_on = models.DateField("laissé de côté le", null=True, blank=True)

    class Meta(AboutEntry.Meta):
        verbose_name = "constat"
        verbose_name_plural = "constats"
        ordering = ("rule", "content_type", "object_id", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("content_type", "object_id", "rule", "field", "words"), name="finding_made_once"
            )
        ]

    def __str__(self) -> str:
        return self.words
