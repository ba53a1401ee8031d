"""The draft of a strategy, the collectivities it belongs to and the accounts that may open it."""

from django.conf import settings
from django.db import models

from reen.enums import Vocabulary
from strategy.enums import BodyRole, MemberRole


def longest(vocabulary: type[Vocabulary]) -> int:
    """Room for the longest value of a vocabulary, in characters."""
    return max(len(member.value) for member in vocabulary)


class Draft(models.Model):
    """One strategy being written. It belongs to its collectivities, not to the account that opened it."""

    reference = models.CharField("référence", max_length=12, unique=True)
    demonstration = models.BooleanField("démonstration", default=False)
    last_number = models.PositiveIntegerField("dernier numéro donné", default=0, editable=False)
    created_at = models.DateTimeField("créé le")
    changed_at = models.DateTimeField("dernier changement")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="changé par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = "brouillon de stratégie"
        verbose_name_plural = "brouillons de stratégie"
        ordering = ("-changed_at", "pk")

    def __str__(self) -> str:
        return self.reference


class DraftBody(models.Model):
    """A collectivity named on the cover: it carries the strategy, or is associated with it."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="bodies"
    )
    collectivity = models.ForeignKey(
        "strategy.Collectivity", verbose_name="collectivité", on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField("rôle", max_length=longest(BodyRole), choices=BodyRole.choices())

    class Meta:
        verbose_name = "collectivité du brouillon"
        verbose_name_plural = "collectivités du brouillon"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("draft", "collectivity"), name="body_once_per_draft")]

    def __str__(self) -> str:
        return f"{self.collectivity} ({self.get_role_display()})"


class Member(models.Model):
    """An account that may open a draft. `until`, for consultants only, is the last day of their access."""

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="members"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="compte", on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField("rôle", max_length=longest(MemberRole), choices=MemberRole.choices())
    until = models.DateField("dernier jour d’accès", null=True, blank=True)

    class Meta:
        verbose_name = "membre"
        verbose_name_plural = "membres"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("draft", "user"), name="member_once_per_draft"),
            models.CheckConstraint(
                condition=models.Q(role=MemberRole.CONSULTANT.value, until__isnull=False)
                | (~models.Q(role=MemberRole.CONSULTANT.value) & models.Q(until__isnull=True)),
                name="only_consultants_have_an_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"
