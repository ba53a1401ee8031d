"""A document that a draft was rebuilt from."""

from django.db import models

from strategy.models.draft import Draft


class Taken(models.Model):
    """What the document said that no row holds: the law and the pictures of its day, the reference it prints.

    As long as the draft is as it was at `at`, its document is this one; `remarks` say what could not come along.
    """

    draft = models.OneToOneField(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="taken", primary_key=True
    )
    reference = models.CharField("référence imprimée", max_length=12)
    origin = models.CharField("ce que le fichier était", max_length=300)
    text = models.TextField("document")
    at = models.DateTimeField("repris le")
    remarks = models.JSONField("ce qui n’a pas suivi", default=list)

    class Meta:
        verbose_name = "document repris"
        verbose_name_plural = "documents repris"

    def __str__(self) -> str:
        return f"{self.origin}\u00a0: {self.reference}"
