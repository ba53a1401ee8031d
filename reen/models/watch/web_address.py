"""Addresses that entries cite, and what they last answered."""

from django.db import models

from reen.enums import LinkState
from reen.models.watch.about_entry import AboutEntry


class WebAddress(models.Model):
    """One address, asked for at most once at a time whatever the number of entries that cite it.

    `failures` counts refusals in a row; `moved_to` is where the site says the page now lives for good.
    """

    url = models.CharField("adresse", max_length=600, unique=True)
    state = models.CharField(
        "état", max_length=10, choices=LinkState.choices(), default=LinkState.UNKNOWN.value, db_index=True
    )
    answer = models.CharField("dernière réponse", max_length=255, blank=True)
    moved_to = models.CharField("déplacée vers", max_length=600, blank=True)
    failures = models.PositiveSmallIntegerField("échecs de suite", default=0)
    failing_since = models.DateTimeField("en échec depuis", null=True, blank=True)
    checked_at = models.DateTimeField("contrôlée le", null=True, blank=True)
    next_check_at = models.DateTimeField("à contrôler le", db_index=True)

    class Meta:
        verbose_name = "adresse citée"
        verbose_name_plural = "adresses citées"
        ordering = ("url",)

    def __str__(self) -> str:
        return self.url


class Citation(AboutEntry):
    """Where a published entry cites an address."""

    address = models.ForeignKey(
        WebAddress, on_delete=models.CASCADE, related_name="citations", verbose_name="adresse"
    )
    field = models.CharField("champ", max_length=40)

    class Meta(AboutEntry.Meta):
        verbose_name = "citation d’une adresse"
        verbose_name_plural = "citations d’adresses"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("content_type", "object_id", "field", "address"), name="citation_once_per_field"
            )
        ]

    def __str__(self) -> str:
        return f"{self.field} : {self.address_id}"
