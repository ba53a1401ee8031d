"""« Vouliez-vous dire »: the word of the index that is one letter away from the one typed."""

import re

from django.db.models import Count

from reen.models.index import IndexWord
from reen.search.question import Question
from reen.search.words import one_letter_away, words_of

SHORTEST = 4
"""Under it, too many words are one letter away."""
_WRITTEN = re.compile(r"[^\W_]+")


def mended(text: str, asked: Question) -> str:
    """The text with the first word that nothing has replaced by the most used one a letter away; "" without any.

    A word that has synonyms is a word. Three queries at most.
    """
    alone = [each for each in asked.wanted if len(each.expressions) == 1]
    typed = {word.text: word.stem for each in alone for word in each.typed}
    known = set(IndexWord.objects.filter(stem__in=typed.values()).values_list("stem", flat=True).distinct())
    unknown = [word for word, stem in typed.items() if stem not in known and len(word) >= SHORTEST]
    wrong = next((word for word in unknown if not word.isdigit()), None)
    if wrong is None:
        return ""
    near = IndexWord.objects.filter(word__in=one_letter_away(wrong)).values("word")
    best = near.annotate(rows=Count("pk")).order_by("-rows", "word").first()
    if best is None:
        return ""
    right = _as_written(best["word"])
    return _WRITTEN.sub(lambda found: right if _is(found[0], wrong) else found[0], text)


def _is(written: str, word: str) -> bool:
    return any(each.text == word for each in words_of(written))


def _as_written(word: str) -> str:
    """The word with its accents, as a text of the site writes it."""
    example = IndexWord.objects.filter(word=word).select_related("row").order_by("-weight", "pk").first()
    if example is None:
        return word
    texts = f"{example.row.title}\n{example.row.line}\n{example.row.text}"
    written = (found[0].lower() for found in _WRITTEN.finditer(texts) if _is(found[0], word))
    return min(written, key=len, default=word)
