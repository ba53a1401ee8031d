"""The notes that readers of a draft leave one another."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class NoteQuerySet(models.QuerySet["Note"]):
    """Notes of the editors."""

    def about(self, entry: models.Model) -> "NoteQuerySet":
        """Those left on one entry, the oldest first."""
        kind = ContentType.objects.get_for_model(entry)
        return self.filter(content_type=kind, object_id=entry.pk).select_related("author", "settled_by")

    def open(self) -> "NoteQuerySet":
        """Those nobody has settled."""
        return self.filter(settled_at=None)


class Note(models.Model):
    """A remark on an entry, for whoever opens it next; never shown to the public, kept once settled."""

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name="type de contenu"
    )
    object_id = models.PositiveBigIntegerField("objet")
    entry = GenericForeignKey()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="auteur",
    )
    text = models.TextField("note", max_length=2000)
    created_at = models.DateTimeField("écrite le", auto_now_add=True)
    settled_at = models.DateTimeField("réglée le", null=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="réglée par",
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = "note de relecture"
        verbose_name_plural = "notes de relecture"
        ordering = ("created_at", "pk")
        indexes = [models.Index(fields=["content_type", "object_id"], name="note_entry")]

    def __str__(self) -> str:
        return self.text
