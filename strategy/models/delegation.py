"""A part of a draft lent to a colleague without an account, by a secret link."""

from django.conf import settings
from django.db import models

from strategy.enums import DelegatedPart
from strategy.models.draft import Draft, longest
from strategy.models.versioned import Versioned


class Delegation(Versioned):
    """One row of a draft (`part` and `row`), what the colleague proposes for it, and what was decided.

    `lent` holds the answers of the row when it was lent, and names all that may be answered; `proposed` those that the
    colleague changed: by field, or by name of the lines, as a browser sends them. Nothing of it is in the draft until
    it is taken. `outcome` says, answer by answer, what was taken and what was not, in words that stay. The link is
    known by its digest only.
    """

    draft = models.ForeignKey(
        Draft, verbose_name="brouillon", on_delete=models.CASCADE, related_name="delegations"
    )
    part = models.CharField("partie", max_length=longest(DelegatedPart), choices=DelegatedPart.choices())
    row = models.PositiveBigIntegerField("ligne")
    title = models.CharField("intitulé", max_length=300)
    colleague = models.CharField("collègue", max_length=150)
    message = models.TextField("message", blank=True)
    due = models.DateField("échéance")
    digest = models.CharField("empreinte du lien", max_length=64, unique=True)
    expires_at = models.DateTimeField("lien ouvert jusqu’au")
    made_at = models.DateTimeField("faite le")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="faite par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lent = models.JSONField("texte confié")
    proposed = models.JSONField("proposition", default=dict)
    sent_at = models.DateTimeField("envoyée le", null=True)
    outcome = models.JSONField("décision par champ", default=list)
    answer = models.TextField("réponse", blank=True)
    settled_at = models.DateTimeField("décidée le", null=True)
    revoked_at = models.DateTimeField("fermée le", null=True)

    class Meta:
        verbose_name = "délégation"
        verbose_name_plural = "délégations"
        ordering = ("due", "pk")

    def __str__(self) -> str:
        return f"{self.title} – {self.colleague}"

    @property
    def is_pending(self) -> bool:
        """Whether something is still expected, from the colleague or from those who write."""
        return self.settled_at is None and self.revoked_at is None

    @property
    def is_open(self) -> bool:
        """Whether the colleague may still write."""
        return self.is_pending and self.sent_at is None
