"""Searches that found nothing, counted without anybody behind them."""

from django.db import models


class FruitlessSearch(models.Model):
    """Normalised words that one list did not have: how many times, and the last day. Never who, nor from where."""

    where = models.CharField("liste", max_length=40)
    words = models.CharField("mots", max_length=60)
    times = models.PositiveIntegerField("fois", default=1)
    last_on = models.DateField("dernière fois", db_index=True)

    class Meta:
        verbose_name = "recherche sans résultat"
        verbose_name_plural = "recherches sans résultat"
        ordering = ("-times", "-last_on", "pk")
        constraints = [models.UniqueConstraint(fields=("where", "words"), name="search_counted_once")]

    def __str__(self) -> str:
        return self.words
