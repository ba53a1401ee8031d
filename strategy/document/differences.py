"""What changed between two texts, word by word; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_PIECE = re.compile(r"\s+|\w+(?:[-\u2011]\w+)*[’']?|[^\w\s]")
"""A word with its apostrophe (« l’ », « aujourd’ »), a sign, or the spaces between, whatever their width."""
MOST = 3_000
"""Pieces: beyond, comparing word by word may take long, and all that differs is told in one block."""
Run = tuple[bool, list[str], list[str]]
"""Whether both texts agree there, and what each says."""


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that follow one another and met the same fate."""

    change: Change
    text: str


def differences(former: str, new: str) -> tuple[Passage, ...]:
    """The two texts as one: what was removed comes before what is there instead.

    The passages that are not removed make `new` again, to the character. Spaces that differ by their width only, or
    by a line end, are no difference.
    """
    found = []
    for equal, runs in groupby(_joined(_runs(former, new)), key=lambda run: run[0]):
        gone, come = ("".join(text for run in told for text in run) for told in _both(runs))
        found += (
            [Passage(Change.SAME, come)]
            if equal
            else [Passage(Change.REMOVED, gone), Passage(Change.ADDED, come)]
        )
    return tuple(passage for passage in found if passage.text)


def _both(runs: Iterator[Run]) -> tuple[list[list[str]], list[list[str]]]:
    told = list(runs)
    return [gone for _, gone, _ in told], [come for _, _, come in told]


def _joined(runs: list[Run]) -> Iterator[Run]:
    """A space or a comma alone between two changes is read as part of them."""
    for place, (equal, gone, come) in enumerate(runs):
        within = 0 < place < len(runs) - 1
        yield equal and (not within or any(map(_is_word, come))), gone, come


def _is_word(piece: str) -> bool:
    return piece[0].isalnum()


def _runs(former: str, new: str) -> list[Run]:
    one, other = _PIECE.findall(former), _PIECE.findall(new)
    mine, theirs = ([" " if _is_space(piece) else piece for piece in pieces] for pieces in (one, other))
    if max(len(one), len(other)) > MOST:
        start, end = _ends(mine, theirs)
        return [
            (True, one[:start], other[:start]),
            (False, one[start : len(one) - end], other[start : len(other) - end]),
            (True, one[len(one) - end :], other[len(other) - end :]),
        ]
    codes = SequenceMatcher(_is_space, mine, theirs).get_opcodes()
    return [(code == "equal", one[first:last], other[begin:stop]) for code, first, last, begin, stop in codes]


def _is_space(piece: str) -> bool:
    return piece.isspace()


def _ends(one: list[str], other: list[str]) -> tuple[int, int]:
    """How many pieces both begin with, then how many they end with beyond those."""
    start = _shared(one, other)
    return start, _shared(one[start:][::-1], other[start:][::-1])


def _shared(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
