"""« Vouliez-vous dire »: the word of the index that is one letter away from the one typed."""

from collections.abc import Iterable

from django.db.models import Count

from reen.models.index import IndexWord
from reen.search.words import WRITTEN, one_letter_away, words_of

SHORTEST = 4
"""Under it, too many words are one letter away."""


def mended(text: str, unknown: Iterable[str]) -> str:
    """The text with the first unknown word replaced by the most used one a letter away; "" when there is none.

    Two queries at most.
    """
    wrong = next((word for word in unknown if len(word) >= SHORTEST and not word.isdigit()), None)
    if wrong is None:
        return ""
    near = IndexWord.objects.filter(word__in=one_letter_away(wrong)).values("word")
    best = near.annotate(rows=Count("pk")).order_by("-rows", "word").first()
    if best is None:
        return ""
    right = _as_written(best["word"])
    return WRITTEN.sub(lambda found: right if _is(found[0], wrong) else found[0], text)


def _is(written: str, word: str) -> bool:
    return any(each.text == word for each in words_of(written))


def _as_written(word: str) -> str:
    """The word with its accents, as a text of the site writes it."""
    example = IndexWord.objects.filter(word=word).select_related("row").order_by("-weight", "pk").first()
    if example is None:
        return word
    texts = f"{example.row.title}\n{example.row.line}\n{example.row.text}"
    written = (found[0].lower() for found in WRITTEN.finditer(texts) if _is(found[0], word))
    return min(written, key=len, default=word)
