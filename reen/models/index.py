"""The index of what the public can read: one row for each thing that has an address, one for each word of it."""

from django.db import models

from reen.enums import Theme, Vocabulary
from reen.fields import VocabularySetField


class PublicKind(Vocabulary):
    """What a thing is, as readers sort it; the order is that of the facets."""

    ACTION = "action", "Actions"
    LAW = "loi", "Articles de la loi"
    NEIGHBOUR = "voisine", "Obligations voisines"
    REQUIREMENT = "exigence", "Exigences du décret"
    THEME = "theme", "Thèmes"
    INDICATOR = "indicateur", "Indicateurs"
    RESOURCE = "ressource", "Ressources"
    LIST = "liste", "Listes de ressources"
    FIELD_REPORT = "retour", "Retours d’expérience"
    PAGE = "page", "Pages du site"


class IndexRow(models.Model):
    """One thing the public can read. `line` says it in a sentence; `text` is all it holds, a passage a line.

    Written by `reen.search` alone, from what is published; made again at will by `rebuild_search`.
    """

    key = models.CharField("clé", max_length=160, unique=True)
    kind = models.CharField("nature", max_length=20, choices=PublicKind.choices())
    themes = VocabularySetField("thèmes", vocabulary=Theme, blank=True)
    url = models.CharField("adresse", max_length=500)
    revised_at = models.DateTimeField("révisé le", null=True, db_index=True)
    published_at = models.DateTimeField("publié le", null=True)
    title = models.CharField("titre", max_length=600)
    line = models.TextField("en une ligne", blank=True)
    text = models.TextField("texte", blank=True)

    class Meta:
        verbose_name = "ligne de l’index"
        verbose_name_plural = "lignes de l’index"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class IndexWord(models.Model):
    """One word of a row, once; `weight` says how much the row is about it."""

    row = models.ForeignKey(IndexRow, on_delete=models.CASCADE, related_name="words", verbose_name="ligne")
    word = models.CharField("mot", max_length=40, db_index=True)
    stem = models.CharField("racine", max_length=40)
    weight = models.FloatField("poids")

    class Meta:
        verbose_name = "mot de l’index"
        verbose_name_plural = "mots de l’index"
        indexes = [models.Index(fields=["stem", "row"], name="index_word_stem")]
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.word
