"""Who reads the monthly digest."""

from django.conf import settings
from django.db import models


class DigestReader(models.Model):
    """What one account wants, and the month of the last digest it was sent; no row means that it wants it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="compte"
    )
    wanted = models.BooleanField("recevoir chaque mois le point sur la veille", default=True)
    last_month = models.DateField("dernier mois envoyé", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "lecture du point mensuel"
        verbose_name_plural = "lectures du point mensuel"

    def __str__(self) -> str:
        return str(self.user)
