"""What was frozen: a number, a document, its files, and the log of what became of it."""

from django.conf import settings
from django.db import models

from reen.typography import date_words
from strategy.enums import DecisionKind, VersionAct, VersionStatus
from strategy.models.draft import Draft, longest
from strategy.models.files import private_files
from strategy.models.logged import Logged
from strategy.models.written_once import WrittenOnce


class Version(WrittenOnce):
    """A strategy as it was on a day; a correction is another version.

    It outlives its draft: what was circulated can still be verified. `reference` is that of the draft, `code` is
    printed in the files.
    """

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", null=True, on_delete=models.SET_NULL, related_name="versions"
    )
    reference = models.CharField("référence", max_length=12)
    number = models.PositiveSmallIntegerField("numéro")
    status = models.CharField("état", max_length=longest(VersionStatus), choices=VersionStatus.choices())
    code = models.CharField("code de vérification", max_length=14, unique=True)
    issued_at = models.DateTimeField("numérotée le")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="numérotée par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_words = models.CharField("nom de l’auteur", max_length=300)
    bodies = models.TextField("collectivités porteuses")
    collectivities = models.ManyToManyField(
        "strategy.Collectivity", verbose_name="collectivités porteuses", related_name="+"
    )
    demonstration = models.BooleanField("démonstration", default=False)

    class Meta:
        verbose_name = "version"
        verbose_name_plural = "versions"
        ordering = ("reference", "-number")
        constraints = [models.UniqueConstraint(fields=("reference", "number"), name="version_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """« DEMO-AGGLO@v1 », as commands take it."""
        return f"{self.reference}@v{self.number}"


class Edition(WrittenOnce):
    """The document of a version as JSON: the whole one, or the `public` one without names of agents.

    `digest` is the SHA-256 of `text` in UTF-8, in hexadecimal.
    """

    version = models.ForeignKey(
        Version, verbose_name="version", on_delete=models.CASCADE, related_name="editions"
    )
    public = models.BooleanField("publique", default=False)
    text = models.TextField("document")
    digest = models.CharField("empreinte SHA-256", max_length=64, unique=True)

    class Meta:
        verbose_name = "édition"
        verbose_name_plural = "éditions"
        ordering = ("public",)
        constraints = [models.UniqueConstraint(fields=("version", "public"), name="edition_once")]

    def __str__(self) -> str:
        return f"{self.version}{' (publique)' if self.public else ''}"


class KeptFile(WrittenOnce):
    """A file made once from a frozen document; `sha256` is that of its bytes, in hexadecimal."""

    format = models.SlugField("format", max_length=10)
    name = models.CharField("nom du fichier", max_length=150)
    content_type = models.CharField("type", max_length=100)
    size = models.PositiveIntegerField("taille en octets")
    sha256 = models.CharField("empreinte SHA-256", max_length=64, unique=True)
    file = models.FileField("fichier", upload_to="versions/", storage=private_files, max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def content(self) -> bytes:
        """Its bytes."""
        with self.file.open() as file:
            data: bytes = file.read()
        return data


class Rendering(KeptFile):
    """A file of an edition; `pages` gives the page that each section begins on, by anchor."""

    edition = models.ForeignKey(
        Edition, verbose_name="édition", on_delete=models.CASCADE, related_name="renderings"
    )
    pages = models.JSONField("pages", default=dict, blank=True)

    class Meta:
        verbose_name = "fichier d’une version"
        verbose_name_plural = "fichiers des versions"
        constraints = [models.UniqueConstraint(fields=("edition", "format"), name="rendering_once")]


class VersionEvent(Logged):
    """One act on a version. It goes only with its version."""

    version = models.ForeignKey(
        Version, verbose_name="version", on_delete=models.CASCADE, related_name="events"
    )
    act = models.CharField("acte", max_length=longest(VersionAct), choices=VersionAct.choices())

    class Meta:
        verbose_name = "événement d’une version"
        verbose_name_plural = "journal des versions"
        ordering = ("-at", "-pk")


class Decision(WrittenOnce):
    """What an assembly or its head did with a frozen version, as told by those who write: told, not verified.

    The last one told counts; a mistake is mended by telling again.
    """

    version = models.ForeignKey(
        Version, verbose_name="version", on_delete=models.CASCADE, related_name="decisions"
    )
    kind = models.CharField("forme", max_length=longest(DecisionKind), choices=DecisionKind.choices())
    on = models.DateField("date")
    reference = models.CharField("référence de l’acte", max_length=150, blank=True)
    told_at = models.DateTimeField("enregistrée le")

    class Meta:
        verbose_name = "décision sur une version"
        verbose_name_plural = "décisions sur les versions"
        ordering = ("-told_at", "-pk")

    def __str__(self) -> str:
        return f"{self.version}\u00a0: {self.get_kind_display()}"

    @property
    def words(self) -> str:
        """« Délibération du 3 mars 2027, n° 12 »."""
        quoted = f", {self.reference}" if self.reference else ""
        return f"{self.get_kind_display()} du {date_words(self.on)}{quoted}"
