"""What an account says of the person, besides the name."""

from django.conf import settings
from django.db import models


class Person(models.Model):
    """The function that somebody told, read after their name; who told none has no row."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name="compte", on_delete=models.CASCADE, related_name="person"
    )
    function = models.CharField("fonction", max_length=100)

    class Meta:
        verbose_name = "fonction d’un compte"
        verbose_name_plural = "fonctions des comptes"

    def __str__(self) -> str:
        return self.function
