"""Files joined to a resource, with their format and weight."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from reen.typography import weight


class ResourceDocument(Orderable):
    """One file of a resource; the library of documents checks what may be put there."""

    resource = ParentalKey(
        "reen.Resource", on_delete=models.CASCADE, related_name="documents", verbose_name="ressource"
    )
    title = models.CharField(
        "titre",
        max_length=255,
        blank=True,
        help_text="Vide\u00a0: le titre du document dans la bibliothèque.",
    )
    document = models.ForeignKey(
        "wagtaildocs.Document", on_delete=models.CASCADE, related_name="+", verbose_name="document"
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = "document joint"
        verbose_name_plural = "documents joints"

    def __str__(self) -> str:
        return self.title or str(self.document)

    @property
    def about(self) -> str:
        """« PDF, 1,2 Mo »; the weight is left out when nobody can tell it."""
        extension = self.document.file_extension.upper() or "fichier"
        size = self.document.get_file_size()
        return extension if size is None else f"{extension}, {weight(size)}"
