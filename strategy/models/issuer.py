"""Who issues: the addresses that editors entered, the codes on their way, what was verified and what was withdrawn."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from strategy.enums import VerificationWay
from strategy.models.draft import Draft, longest
from strategy.models.logged import Logged
from strategy.models.signed import Signed


class OfficialAddress(models.Model):
    """Where a collectivité is written to: an address that an editor read in a public source."""

    collectivity = models.OneToOneField(
        "strategy.Collectivity",
        verbose_name="collectivité",
        on_delete=models.PROTECT,
        related_name="official_address",
    )
    email = models.EmailField(
        "adresse électronique",
        help_text="Telle que la collectivité la publie\u00a0: celle de l’accueil, pas celle d’une personne.",
    )
    source_url = models.URLField(
        "page où l’adresse a été lue",
        max_length=500,
        help_text="Par exemple le site de la collectivité, ou l’annuaire de l’administration.",
    )
    read_on = models.DateField("lue le")

    class Meta:
        verbose_name = "adresse officielle"
        verbose_name_plural = "adresses officielles"
        ordering = ("collectivity__name", "pk")

    def __str__(self) -> str:
        return f"{self.collectivity}\u00a0: {self.email}"

    def clean(self) -> None:
        """A real collectivité, and a day that came."""
        if self.collectivity_id is not None and not self.collectivity.official:
            raise ValidationError({"collectivity": "Choisissez une collectivité de la liste officielle."})
        if self.read_on is not None and self.read_on > timezone.localdate():
            raise ValidationError({"read_on": "Ce jour n’est pas encore venu."})


class IssuerCode(models.Model):
    """A code on its way to an official address; known by a keyed digest only, for a draft and a collectivité."""

    draft = models.ForeignKey(Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="+")
    collectivity = models.ForeignKey(
        "strategy.Collectivity", verbose_name="collectivité", on_delete=models.PROTECT, related_name="+"
    )
    email = models.EmailField("adresse électronique")
    digest = models.CharField("empreinte du code", max_length=64)
    mistakes = models.PositiveSmallIntegerField("erreurs", default=0)
    sent_at = models.DateTimeField("envoyé le")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="demandé par", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = "code envoyé à une collectivité"
        verbose_name_plural = "codes envoyés aux collectivités"
        constraints = [
            models.UniqueConstraint(fields=("draft", "collectivity"), name="issuer_code_once_per_body")
        ]

    def __str__(self) -> str:
        return f"{self.draft} ({self.collectivity})"


class Attestation(Logged):
    """That a collectivité stands behind the strategy of a reference: how, by whom, when, as a sentence that stays.

    It outlives the draft, as versions do. `trace` is what a reader may check: the masked address, the SIRET, the
    reason of an editor; `source` the page where the address was read.
    """

    reference = models.CharField("référence", max_length=12, db_index=True)
    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", null=True, on_delete=models.SET_NULL, related_name="attestations"
    )
    collectivity = models.ForeignKey(
        "strategy.Collectivity", verbose_name="collectivité", on_delete=models.PROTECT, related_name="+"
    )
    way = models.CharField("moyen", max_length=longest(VerificationWay), choices=VerificationWay.choices())
    trace = models.TextField("trace")
    source = models.URLField("source", max_length=500, blank=True)

    class Meta:
        verbose_name = "vérification d’un émetteur"
        verbose_name_plural = "vérifications des émetteurs"
        ordering = ("-at", "-pk")

    @property
    def taken_back(self) -> "Withdrawal | None":
        """How it ended, if it did."""
        return getattr(self, "withdrawal", None)


class Withdrawal(Signed):
    """That an editor took an attestation back, and why."""

    attestation = models.OneToOneField(
        Attestation, verbose_name="vérification", on_delete=models.CASCADE, related_name="withdrawal"
    )
    reason = models.TextField("raison")

    class Meta:
        verbose_name = "vérification retirée"
        verbose_name_plural = "vérifications retirées"

    def __str__(self) -> str:
        return f"{self.attestation.reference}\u00a0: {self.reason}"
