"""What the loader wrote, so that it knows what an editor has changed since."""

from django.db import models


class LoadedContent(models.Model):
    """One object made from the YAML: its key, the digest of its text and the last revision the loader itself made.

    As long as the object's latest revision is that one, no editor has touched it.
    """

    key = models.CharField("clé", max_length=160, unique=True)
    object_id = models.PositiveBigIntegerField("objet")
    digest = models.CharField("empreinte", max_length=64)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="révision",
    )

    class Meta:
        verbose_name = "contenu chargé"
        verbose_name_plural = "contenus chargés"

    def __str__(self) -> str:
        return self.key
