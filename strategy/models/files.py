"""Files of a draft that only those who may open it can fetch: its logo, what it rests on, what was exported."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models

from strategy.enums import ExportState
from strategy.models.draft import Draft, longest


def private_files() -> Storage:
    """Where no web server looks: every file of it passes by a view that asks for a permission."""
    return storages["private"]


class Logo(models.Model):
    """The picture of the cover, re-made as a PNG without transparency, and what it shows, in words."""

    draft = models.OneToOneField(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="logo", primary_key=True
    )
    png = models.BinaryField("image")
    width = models.PositiveSmallIntegerField("largeur en pixels")
    height = models.PositiveSmallIntegerField("hauteur en pixels")
    alternative = models.CharField("texte de remplacement", max_length=150)

    class Meta:
        verbose_name = "logo"
        verbose_name_plural = "logos"

    def __str__(self) -> str:
        return self.alternative


class ProgrammeFile(models.Model):
    """The work programme as the collectivité adopted it; `sha256` is that of its bytes, in hexadecimal."""

    draft = models.OneToOneField(
        Draft,
        verbose_name="brouillon",
        on_delete=models.CASCADE,
        related_name="programme_file",
        primary_key=True,
    )
    file = models.FileField("fichier", upload_to="programmes/", storage=private_files, max_length=200)
    name = models.CharField("nom", max_length=150)
    content_type = models.CharField("type", max_length=100)
    size = models.PositiveIntegerField("taille en octets")
    sha256 = models.CharField("empreinte SHA-256", max_length=64)

    class Meta:
        verbose_name = "programme de travail joint"
        verbose_name_plural = "programmes de travail joints"

    def __str__(self) -> str:
        return self.name


class Export(models.Model):
    """A document being made from a draft, or made: how far it is, then the file, kept for a short while."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="exports"
    )
    document = models.SlugField("document", max_length=40)
    format = models.SlugField("format", max_length=10)
    state = models.CharField(
        "état",
        max_length=longest(ExportState),
        choices=ExportState.choices(),
        default=ExportState.WAITING.value,
    )
    asked_at = models.DateTimeField("demandé le")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="demandé par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField("nom du fichier", max_length=150, blank=True)
    content_type = models.CharField("type", max_length=100, blank=True)
    size = models.PositiveIntegerField("taille en octets", default=0)
    file = models.FileField(
        "fichier", upload_to="exports/", storage=private_files, max_length=200, blank=True
    )
    refusal = models.TextField("ce qui l’empêche", blank=True)

    class Meta:
        verbose_name = "export"
        verbose_name_plural = "exports"
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.document}.{self.format} ({self.get_state_display()})"
