"""What is said of one entry of the catalogue or of one page of the law or of a theme."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AboutEntry(models.Model):
    """Points at an entry or a page of any kind; `entry` is None once that was deleted."""

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name="type de fiche"
    )
    object_id = models.PositiveBigIntegerField("fiche")
    entry = GenericForeignKey("content_type", "object_id", for_concrete_model=False)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=("content_type", "object_id"))]
