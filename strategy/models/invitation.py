"""A place offered in a draft, by e-mail."""

from django.conf import settings
from django.db import models

from strategy.enums import MemberRole
from strategy.models.draft import Draft, longest


class Invitation(models.Model):
    """Serves once, until `expires_at`; the link that was sent is known by its digest only."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField("adresse électronique")
    role = models.CharField("rôle", max_length=longest(MemberRole), choices=MemberRole.choices())
    until = models.DateField("dernier jour d’accès", null=True, blank=True)
    digest = models.CharField("empreinte du lien", max_length=64, unique=True)
    sent_at = models.DateTimeField("envoyée le")
    expires_at = models.DateTimeField("valable jusqu’au")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="envoyée par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = "invitation"
        verbose_name_plural = "invitations"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("draft", "email"), name="invitation_once_per_draft"),
        ]

    def __str__(self) -> str:
        return f"{self.email} ({self.get_role_display()})"
