"""The report that a review ended with: sealed when it was signed off, like the version it is about."""

from django.db import models

from strategy.models.review import Review
from strategy.models.version import KeptFile
from strategy.models.written_once import WrittenOnce


class Report(WrittenOnce):
    """The document of a report as JSON, found by the `code` printed in its files.

    `digest` is the SHA-256 of `text` in UTF-8, in hexadecimal.
    """

    review = models.OneToOneField(
        Review, verbose_name="revue", on_delete=models.CASCADE, related_name="report", primary_key=True
    )
    code = models.CharField("code de vérification", max_length=14, unique=True)
    sealed_at = models.DateTimeField("scellé le")
    text = models.TextField("document")
    digest = models.CharField("empreinte SHA-256", max_length=64, unique=True)

    class Meta:
        verbose_name = "rapport de conformité"
        verbose_name_plural = "rapports de conformité"

    def __str__(self) -> str:
        return f"Rapport sur {self.review.version}"


class ReportFile(KeptFile):
    """A file of a report."""

    report = models.ForeignKey(Report, verbose_name="rapport", on_delete=models.CASCADE, related_name="files")

    class Meta:
        verbose_name = "fichier d’un rapport"
        verbose_name_plural = "fichiers des rapports"
        constraints = [models.UniqueConstraint(fields=("report", "format"), name="report_file_once")]
