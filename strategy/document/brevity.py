"""How long texts are in words, and how to make them shorter without hiding that they were."""

import re

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\w+\W*|\W+")


def word_count(*texts: str) -> int:
    """How many words there are, apostrophes and hyphens parting them; a sign that stands alone counts for one."""
    return sum(map(weight, " ".join(texts).split()))


def weight(token: str) -> int:
    """The words of what stands between two spaces."""
    return max(1, len(_WORD.findall(token)))


def shortened(text: str, words: int, characters: int) -> str:
    """The text on one line, cut between two words with « … » once it is longer than either; never empty of words.

    A bracket that the cut would leave open goes, unless the text begins with it.
    """
    tokens = text.split()
    kept: list[str] = []
    left = words
    for token in tokens:
        left -= weight(token)
        if left < 0 or len(" ".join((*kept, token))) > characters:
            break
        kept.append(token)
    if len(kept) == len(tokens):
        return " ".join(kept)
    short = " ".join(kept) or "".join(_PIECE.findall(tokens[0])[:words])[:characters]
    before, opened, inside = short.rpartition("(")
    if before.strip() and opened and ")" not in inside:
        short = before
    return short.rstrip(" ,;:.!?…(«-’") + "…"


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a decimal point or an abbreviation inside a number does not end one."""
    return [part for part in re.split(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ«0-9])", text.strip()) if part]
