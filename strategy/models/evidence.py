"""Files that prove an action: joined to the draft, then kept with each version that was frozen meanwhile."""

from django.db import models

from strategy.models.draft import Draft
from strategy.models.files import private_files
from strategy.models.version import Version
from strategy.models.written_once import WrittenOnce


class JoinedFile(models.Model):
    """A file and the number of the action it is about; `sha256` is that of its bytes, in hexadecimal."""

    action = models.PositiveIntegerField("numéro de l’action")
    name = models.CharField("nom", max_length=150)
    content_type = models.CharField("type", max_length=100)
    size = models.PositiveIntegerField("taille en octets")
    sha256 = models.CharField("empreinte SHA-256", max_length=64)
    file = models.FileField("fichier", upload_to="preuves/", storage=private_files, max_length=200)
    added_at = models.DateTimeField("jointe le")
    by_words = models.CharField("jointe par", max_length=300)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Evidence(JoinedFile):
    """A file of an action of the draft; taken out, it stays with the versions that have it."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="evidence"
    )

    class Meta:
        verbose_name = "pièce jointe à une action"
        verbose_name_plural = "pièces jointes aux actions"
        ordering = ("action", "pk")
        constraints = [models.UniqueConstraint(fields=("draft", "action", "sha256"), name="evidence_once")]


class VersionEvidence(WrittenOnce, JoinedFile):
    """The same file as a version has it, for good."""

    version = models.ForeignKey(
        Version, verbose_name="version", on_delete=models.CASCADE, related_name="evidence"
    )

    class Meta:
        verbose_name = "pièce d’une version"
        verbose_name_plural = "pièces des versions"
        ordering = ("action", "pk")
        constraints = [
            models.UniqueConstraint(fields=("version", "action", "sha256"), name="version_evidence_once")
        ]
