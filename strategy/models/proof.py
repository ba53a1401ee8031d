"""What proves a version without asking this site: public keys, and what was signed with them."""

from django.db import models

from strategy.models.version import Edition
from strategy.models.written_once import WrittenOnce


class SigningKey(models.Model):
    """An Ed25519 key, its public half: the private one is in a file of `settings.KEYS_ROOT`, while it is current.

    `fingerprint` is the SHA-256 of the public key in DER, in hexadecimal. A key that was replaced goes on verifying
    what it signed.
    """

    fingerprint = models.CharField("empreinte SHA-256", max_length=64, unique=True)
    pem = models.TextField("clé publique (PEM)")
    made_at = models.DateTimeField("créée le")
    current = models.BooleanField("en service", default=True)
    retired_at = models.DateTimeField("remplacée le", null=True, blank=True)

    class Meta:
        verbose_name = "clé de signature"
        verbose_name_plural = "clés de signature"
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("current",), condition=models.Q(current=True), name="one_current_signing_key"
            )
        ]

    def __str__(self) -> str:
        return self.fingerprint


class Signature(WrittenOnce):
    """`text` names the files of an edition and their SHA-256, as `sha256sum` writes them; `value` signs it, in
    hexadecimal.

    A log that goes on makes a further one: the last is that of the edition as it is now.
    """

    edition = models.ForeignKey(
        Edition, verbose_name="édition", on_delete=models.CASCADE, related_name="signatures"
    )
    key = models.ForeignKey(
        SigningKey, verbose_name="clé", on_delete=models.PROTECT, related_name="signatures"
    )
    text = models.TextField("empreintes signées")
    value = models.CharField("signature", max_length=128)
    at = models.DateTimeField("signée le")

    class Meta:
        verbose_name = "signature d’une version"
        verbose_name_plural = "signatures des versions"
        ordering = ("-at", "-pk")
        constraints = [models.UniqueConstraint(fields=("edition", "value"), name="signature_once")]

    def __str__(self) -> str:
        return f"{self.edition}\u00a0: {self.value[:16]}"
