"""A review of a version: who may open it, what is judged, remarked and answered there, and how it ends."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from strategy.enums import Judgement, Opinion, Reply, Severity
from strategy.models.draft import longest
from strategy.models.signed import Signed
from strategy.models.version import Version
from strategy.models.written_once import WrittenOnce


class Review(models.Model):
    """A version lent to whoever reviews it: by a secret link, known by its digest only, and to accounts.

    `accounts` opened the link while signed in; the account that proved `email` needs no link. Closing the review, or
    the last day, keeps all that was said. `first` is the review that this one carries on, on a later version: its
    remarks are followed up here; a review that begins has none.
    """

    version = models.ForeignKey(
        Version, verbose_name="version", on_delete=models.CASCADE, related_name="reviews"
    )
    first = models.ForeignKey(
        "self",
        verbose_name="première revue",
        null=True,
        on_delete=models.CASCADE,
        related_name="later",
    )
    label = models.CharField("destinataire", max_length=150)
    message = models.TextField("message", blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    digest = models.CharField("empreinte du lien", max_length=64, unique=True)
    made_at = models.DateTimeField("demandée le")
    expires_at = models.DateTimeField("ouverte jusqu’au")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="demandée par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_words = models.CharField("nom de l’auteur", max_length=300)
    accounts = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="comptes", related_name="reviews", blank=True
    )
    openings = models.PositiveIntegerField("ouvertures", default=0)
    opened_at = models.DateTimeField("ouverte pour la première fois le", null=True)
    revoked_at = models.DateTimeField("fermée le", null=True)

    class Meta:
        verbose_name = "revue"
        verbose_name_plural = "revues"
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.version} – {self.label}"

    def opens(self, at: datetime) -> bool:
        """Whether it may still be read: it was not closed, nor is its last day over."""
        return self.revoked_at is None and self.expires_at > at

    @property
    def last_day(self) -> date:
        """The last day it opens, but for a link closed before."""
        return timezone.localdate(self.expires_at - timedelta(seconds=1))

    @property
    def begins(self) -> int:
        """The key of the review that its chain begins with, itself perhaps."""
        return self.first_id or self.pk


class Verdict(Signed):
    """What somebody thinks of a requirement of the document; the last one said counts, none takes it back."""

    review = models.ForeignKey(
        Review, verbose_name="revue", on_delete=models.CASCADE, related_name="verdicts"
    )
    requirement = models.SlugField("exigence", max_length=100)
    judgement = models.CharField(
        "avis", max_length=longest(Judgement), choices=Judgement.choices(), blank=True
    )
    note = models.TextField("note", blank=True)

    class Meta:
        verbose_name = "avis sur une exigence"
        verbose_name_plural = "avis sur les exigences"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.requirement}\u00a0: {self.get_judgement_display()}"


class Remark(Signed):
    """What somebody remarks on a requirement, or on a section of the document, its title as it was then.

    `nonce` comes with the form: what a browser sends twice is kept once.
    """

    review = models.ForeignKey(Review, verbose_name="revue", on_delete=models.CASCADE, related_name="remarks")
    number = models.PositiveSmallIntegerField("numéro")
    requirement = models.SlugField("exigence", max_length=100, blank=True)
    anchor = models.CharField("ancre", max_length=100, blank=True)
    title = models.CharField("sur quoi", max_length=400)
    severity = models.CharField("gravité", max_length=longest(Severity), choices=Severity.choices())
    text = models.TextField("remarque")
    nonce = models.CharField("jeton du formulaire", max_length=36)

    class Meta:
        verbose_name = "remarque"
        verbose_name_plural = "remarques"
        ordering = ("review", "number")
        constraints = [
            models.UniqueConstraint(fields=("review", "nonce"), name="remark_once"),
            models.UniqueConstraint(fields=("review", "number"), name="remark_number_once"),
        ]

    def __str__(self) -> str:
        return f"Remarque {self.number}\u00a0: {self.title}"


class Message(Signed):
    """What follows a remark; `corrected_in` is the number of the version that corrects it, `nonce` as for a remark.

    `review` is where those who review said it, perhaps on a later version; the collectivité says it from no review.
    """

    remark = models.ForeignKey(
        Remark, verbose_name="remarque", on_delete=models.CASCADE, related_name="messages"
    )
    review = models.ForeignKey(
        Review, verbose_name="revue", null=True, on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField("suite", max_length=longest(Reply), choices=Reply.choices())
    corrected_in = models.PositiveSmallIntegerField("corrigé dans la version", null=True)
    text = models.TextField("message", blank=True)
    nonce = models.CharField("jeton du formulaire", max_length=36)

    class Meta:
        verbose_name = "suite d’une remarque"
        verbose_name_plural = "suites des remarques"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("remark", "nonce"), name="message_once")]

    def __str__(self) -> str:
        return f"{self.remark}\u00a0: {self.get_kind_display()}"


class SignOff(WrittenOnce):
    """How a review ends: an opinion, its reservations, and who signs, as they declare it."""

    review = models.OneToOneField(
        Review, verbose_name="revue", on_delete=models.CASCADE, related_name="signed", primary_key=True
    )
    opinion = models.CharField("avis", max_length=longest(Opinion), choices=Opinion.choices())
    reservations = models.TextField("réserves", blank=True)
    name = models.CharField("nom déclaré", max_length=150)
    organisation = models.CharField("organisme déclaré", max_length=150, blank=True)
    at = models.DateTimeField("date")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="compte",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = "avis de fin de revue"
        verbose_name_plural = "avis de fin de revue"

    def __str__(self) -> str:
        return f"{self.review}\u00a0: {self.get_opinion_display()}"
