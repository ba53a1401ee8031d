"""French words made comparable: accents, apostrophes, plurals, endings. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from snowballstemmer import stemmer

from reen.rules.names import plain, singular

LONGEST_WORD = 40
"""What is kept of a longer one."""

SILENT = frozenset(
    "a afin ainsi alors apres as au aucun aucune aussi autre autres aux avait avant avec avez avoir avons c ca car "
    "ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de des deux doit "
    "doivent donc dont du elle elles en encore entre es est et etait etant ete etes etre eu eux faire fait faut il "
    "ils j je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais me meme memes mes mettre mis mise moi "
    "moins mon n ne ni non nos notre nous on ont ou par parce pas peu peut peuvent plus plusieurs plutot pour "
    "pourquoi prevoir puis qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans se selon ses "
    "si soi soient sois soit son sont sous suis sur t ta tant te tel telle tes toi ton tous tout toute toutes tres "
    "tu un une va vers vos votre vous vu y".split()
)
"""Words that say nothing alone, without accents; letters left by an elision are among them."""

WHOLE = frozenset({"donnee", "communication"})
"""Words whose stem would be that of other words: « données » is no « don », « communication » no « commune »."""
IRREGULAR = {"travaux": "travail"}

WRITTEN = re.compile(r"[^\W_]+")
"""A word as a text writes it, with its accents and capitals; `words_of` tells which it is."""
_SPACED_THOUSANDS = re.compile(r"(?<=\d)[ .\u00a0\u202f](?=\d{3}(?!\d))")
_FEMININE = re.compile("(?<=[a-z]{3})ee$")
_AUX = re.compile(r"(?<=[a-z][^e])aux$")
_stem = stemmer("french").stemWord


@dataclass(frozen=True, slots=True)
class Word:
    """A word without accent nor plural, and the stem it shares with the words of its family."""

    text: str
    stem: str


def words_of(text: str) -> Iterator[Word]:
    """The words that say something, in their order: « l’achat d’ordinateurs » gives « achat », « ordinateur »."""
    for each in plain(_SPACED_THOUSANDS.sub("", text)).split():
        if each not in SILENT:
            yield word(each)


@cache
def word(folded: str) -> Word:
    """The word of a folded form, as `plain` gives it: « locaux » is « local », « concernées » is « concerné »."""
    text = singular(IRREGULAR.get(folded) or _AUX.sub("al", folded))[:LONGEST_WORD]
    if text not in WHOLE:
        text = _FEMININE.sub("e", text)
    return Word(text, text if text in WHOLE else _stem(text)[:LONGEST_WORD])


def one_letter_away(text: str) -> set[str]:
    """Every word made by adding, dropping, changing a letter or swapping two neighbours."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(text[:place], text[place:]) for place in range(len(text) + 1)]
    dropped = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    changed = {left + letter + right[1:] for left, right in cuts if right for letter in letters}
    added = {left + letter + right for left, right in cuts for letter in letters}
    return (dropped | swapped | changed | added) - {text}
