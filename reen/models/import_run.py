"""Imports of spreadsheets: what was sent, how its columns were read, what each changed: enough to undo it."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class ImportRun(models.Model):
    """One file. Until it is applied it holds the table that was read, which then is forgotten."""

    kind = models.CharField("sorte de fiches", max_length=40)
    file_name = models.CharField("fichier", max_length=255)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="importé par",
    )
    created_at = models.DateTimeField("envoyé le", auto_now_add=True)
    applied_at = models.DateTimeField("importé le", null=True)
    undone_at = models.DateTimeField("annulé le", null=True)
    table = models.JSONField("tableau lu", null=True)
    mapping = models.JSONField(
        "colonnes", default=dict, help_text="Pour chaque en-tête, le nom du champ, ou rien."
    )

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.file_name


class ImportedEntry(models.Model):
    """What an import did to one entry. `before` is what a changed one held; `undone` says what undoing did."""

    run = models.ForeignKey(
        ImportRun, on_delete=models.CASCADE, related_name="entries", verbose_name="import"
    )
    row = models.PositiveIntegerField("ligne")
    object_id = models.PositiveBigIntegerField("fiche")
    ref = models.CharField("référence", max_length=80)
    title = models.CharField("titre", max_length=255)
    created = models.BooleanField("créée", default=False)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="révision de l’import",
    )
    before = models.JSONField("contenu d’avant", null=True, encoder=DjangoJSONEncoder)
    was_draft = models.BooleanField("avait un brouillon", default=False)
    undone = models.CharField("annulation", max_length=255, blank=True)

    class Meta:
        verbose_name = "fiche importée"
        verbose_name_plural = "fiches importées"
        ordering = ("row", "pk")

    def __str__(self) -> str:
        return self.title or self.ref
