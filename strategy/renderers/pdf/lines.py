"""Breaks runs of text into lines no wider than a column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from unicodedata import combining

from strategy.document.characters import ALIASES, BREAK
from strategy.renderers.pdf.fonts import Face
from strategy.renderers.pdf.structure import Element

_OPPORTUNITY = re.compile(f"(?<=[ {BREAK}])(?![ {BREAK}])|(?<=\n)|(?<=[^\\W\\d_][-–/])(?=[^\\W\\d_])")
_GOOD_CUT = re.compile(r"[/?&=._#@,;:-]")
_DRAWN = str.maketrans(ALIASES)


@dataclass(frozen=True, slots=True)
class Span:
    """Drawable text of one face; `link` is the structure element of the link it belongs to."""

    text: str
    face: Face
    link: Element | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A span laid on a line, `x` points from its beginning; `text` is what is drawn."""

    text: str
    x: float
    width: float
    face: Face
    link: Element | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line. The space at which it was broken is drawn at its end: screen readers would join two words."""

    pieces: tuple[Piece, ...]
    width: float


Word = list[Span]


def break_lines(spans: Sequence[Span], size: float, width: float) -> list[Line]:
    """Lines of at most `width` points (one character at least); empty texts have no line."""
    lines: list[Line] = []
    line: Word = []
    used = 0.0
    for wanted in _words(spans):
        word = wanted
        bare = _width(_stripped(word), size)
        if line and used + bare > width:
            lines.append(_line(line, size))
            line, used = [], 0.0
        if bare > width:
            *full, word = _cut(word, size, _even(word, size, bare, width))
            lines.extend(_line(part, size) for part in full)
        line = line + word
        used += _width(word, size)
        if word and word[-1].text.endswith("\n"):
            lines.append(_line(line, size))
            line, used = [], 0.0
    if line:
        lines.append(_line(line, size))
    return lines


def _words(spans: Sequence[Span]) -> Iterator[Word]:
    """Stretches between which a line may be broken, each with the spaces that follow it."""
    word: Word = []
    for span in spans:
        parts = _OPPORTUNITY.split(span.text)
        for index, part in enumerate(parts):
            if part:
                word.append(Span(part, span.face, span.link))
            if word and (index < len(parts) - 1 or part.endswith((" ", "\n", BREAK))):
                yield word
                word = []
    if word:
        yield word


def _even(word: Word, size: float, bare: float, width: float) -> float:
    """The width that cuts a hash, or any word without punctuation, in parts as long; that of the column for others."""
    if any(_GOOD_CUT.search(span.text) for span in word):
        return width
    widest = max(span.face.widths[character] for span in word for character in span.text.rstrip(" \n"))
    return min(width, bare / ceil(bare / width) + widest * size / 1000)


def _cut(word: Word, size: float, width: float) -> list[Word]:
    """A word wider than the column, in parts that fit, cut after punctuation if most of the line is full."""
    parts: list[Word] = [[]]
    room = width
    for span in word:
        text = span.text
        while text:
            count = _fitting(span, text, size, room)
            if count == 0 and parts[-1]:
                parts.append([])
                room = width
                continue
            count = max(count, 1)
            parts[-1].append(Span(text[:count], span.face, span.link))
            room -= span.face.width(text[:count].rstrip(" \n"), size)
            text = text[count:]
            if text:
                parts.append([])
                room = width
    return parts


def _fitting(span: Span, text: str, size: float, room: float) -> int:
    used = 0.0
    for index, character in enumerate(text):
        used += 0.0 if character in " \n" else span.face.widths[character] * size / 1000
        if used > room:
            return _cut_before(text, index)
    return len(text)


def _cut_before(text: str, end: int) -> int:
    """Where to cut `text` at `end` or a little before: after punctuation, never before a combining mark."""
    while end and combining(text[end]):
        end -= 1
    cuts = [match.end() for match in _GOOD_CUT.finditer(text, end * 2 // 3, end)]
    return cuts[-1] if cuts else end


def _stripped(word: Word) -> Word:
    last = word[-1]
    return [*word[:-1], Span(last.text.rstrip(" \n"), last.face, last.link)]


def _width(word: Word, size: float) -> float:
    return sum(span.face.width(span.text.replace("\n", ""), size) for span in word)


def _line(word: Word, size: float) -> Line:
    pieces: list[Piece] = []
    x = 0.0
    for span in _merged(word):
        text = span.text.replace("\n", " ").translate(_DRAWN)
        width = span.face.width(text, size)
        pieces.append(Piece(text, x, width, span.face, span.link))
        x += width
    last = pieces[-1]
    return Line(tuple(pieces), x - last.width + last.face.width(last.text.rstrip(" "), size))


def _merged(word: Word) -> Word:
    """Neighbours of the same face and link as one span."""
    merged: Word = []
    for (_, link), spans in groupby(word, key=lambda span: (span.face, span.link)):
        parts = list(spans)
        merged.append(Span("".join(part.text for part in parts), parts[0].face, link))
    return merged
