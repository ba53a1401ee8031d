"""Searches that found nothing, kept so that editors learn which words are missing, never who typed them."""

import re
from datetime import date, timedelta

from django.db.models import F
from django.utils import timezone

from reen.models import FruitlessSearch
from reen.rules.names import searchable

LONGEST = 60
MOST_WORDS = 8
MOST_DIGITS = 5
"""« 50 000 habitants » and a year may be asked; a telephone number, a SIREN or a card may not."""
MOST_ROWS = 5_000
KEPT = timedelta(days=180)


def note(text: str, where: str) -> None:
    """Counts one search of `text` that the list `where` (« actions », « site ») answered with nothing.

    Keeps the normalised words, their count and the day. Keeps nothing of a text that may tell somebody: an address,
    a long number, a sentence; nor of new words once the table is full.
    """
    words = keepable(text)
    if not words:
        return
    today = timezone.localdate()
    again = FruitlessSearch.objects.filter(where=where, words=words)
    if again.update(times=F("times") + 1, last_on=today):
        return
    if FruitlessSearch.objects.count() < MOST_ROWS:
        new = FruitlessSearch(where=where, words=words, last_on=today)
        FruitlessSearch.objects.bulk_create([new], ignore_conflicts=True)


def keepable(text: str) -> str:
    """The normalised words, or nothing when they may tell somebody."""
    words = searchable(text[: 4 * LONGEST])
    tells = (
        len(text) > LONGEST
        or len(words) > LONGEST
        or len(words.split()) > MOST_WORDS
        or len(re.findall(r"\d", text)) > MOST_DIGITS
        or "@" in text
        or "://" in text
    )
    return "" if tells else words


def purge(today: date) -> int:
    """Forgets what nobody asked for in six months; says how many."""
    forgotten, _ = FruitlessSearch.objects.filter(last_on__lt=today - KEPT).delete()
    return forgotten
