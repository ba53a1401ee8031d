"""What changed between two texts, word by word; pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_PIECE = re.compile(r"(?:\w+(?:[-\u2011]\w+)*[’']?|[^\w\s])\s*|\s+")
"""A word with its apostrophe (« l’ », « aujourd’ ») or a sign, and the spaces after it, whatever their width."""
MOST = 2_000
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
    told = (part for part in _told(_runs(_PIECE.findall(former), _PIECE.findall(new))) if part[1])
    return tuple(
        Passage(change, "".join(text for _, text in parts))
        for change, parts in groupby(told, key=lambda part: part[0])
    )


def _told(runs: list[Run]) -> Iterator[tuple[Change, str]]:
    """A comma alone between two changes is read as part of them; the space after new words belongs to no change."""
    joined = (
        (equal and (place in (0, len(runs) - 1) or any(map(_is_word, come))), gone, come)
        for place, (equal, gone, come) in enumerate(runs)
    )
    for equal, some in groupby(joined, key=lambda run: run[0]):
        gone = come = ""
        for _, former, new in some:
            gone, come = gone + "".join(former), come + "".join(new)
        if equal:
            yield Change.SAME, come
            continue
        words = come.rstrip()
        yield Change.REMOVED, gone.rstrip() if words != come else gone
        yield Change.ADDED, words
        yield Change.SAME, come[len(words) :]


def _is_word(piece: str) -> bool:
    return piece[0].isalnum()


def _runs(former: list[str], new: list[str]) -> list[Run]:
    mine, theirs = ([piece.strip() for piece in pieces] for pieces in (former, new))
    if max(len(mine), len(theirs)) > MOST:
        start = _shared(mine, theirs)
        end = _shared(mine[start:][::-1], theirs[start:][::-1])
        cuts = [
            (True, 0, start, 0, start),
            (False, start, len(mine) - end, start, len(theirs) - end),
            (True, len(mine) - end, len(mine), len(theirs) - end, len(theirs)),
        ]
    else:
        codes = SequenceMatcher(None, mine, theirs).get_opcodes()
        cuts = [(code == "equal", first, last, begin, stop) for code, first, last, begin, stop in codes]
    return [(equal, former[first:last], new[begin:stop]) for equal, first, last, begin, stop in cuts]


def _shared(one: list[str], other: list[str]) -> int:
    """How many pieces both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
