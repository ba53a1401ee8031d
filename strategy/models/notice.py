"""Who is told by e-mail what happens to versions."""

from django.db import models


class NoticeReader(models.Model):
    """What one address wants, and until when it was told; no row means that it wants notices and had none."""

    email = models.EmailField("adresse électronique", unique=True)
    wanted = models.BooleanField("recevoir les nouvelles par courriel", default=True)
    told_until = models.DateTimeField("mise au courant jusqu’au", null=True)
    sent_on = models.DateField("dernier message envoyé le", null=True)

    class Meta:
        verbose_name = "lecture des nouvelles"
        verbose_name_plural = "lectures des nouvelles"

    def __str__(self) -> str:
        return self.email
