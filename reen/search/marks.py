"""The passage of a text where the words asked for are, and these words marked."""

from collections.abc import Set as AbstractSet

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from reen.search.words import WRITTEN, words_of

LONGEST_PASSAGE = 240
MOST_MARKS = 6


def marked(text: str, stems: AbstractSet[str]) -> SafeString:
    """The text, escaped, its words of these stems between `<mark>`; only the first ones of a long text."""
    pieces: list[tuple[str, SafeString, str, SafeString]] = []
    end = 0
    for found in WRITTEN.finditer(text):
        if len(pieces) < MOST_MARKS and _is_one(found[0], stems):
            pieces.append((text[end : found.start()], SafeString("<mark>"), found[0], SafeString("</mark>")))
            end = found.end()
    pieces.append((text[end:], SafeString(""), "", SafeString("")))
    return format_html_join(
        "", "{}{}{}{}", ((before, SafeString(on), word, SafeString(off)) for before, on, word, off in pieces)
    )


def passage(line: str, text: str, stems: AbstractSet[str]) -> str:
    """The line when it has one of the words, or nothing else has; else the passage of the text that has the most."""
    if _how_many(line, stems):
        return _around(line, stems)
    best = max(text.splitlines(), key=lambda each: _how_many(each, stems), default="")
    return _around(best if _how_many(best, stems) else line, stems)


def _how_many(text: str, stems: AbstractSet[str]) -> int:
    return len({word.stem for word in words_of(text)} & stems)


def _is_one(written: str, stems: AbstractSet[str]) -> bool:
    return any(word.stem in stems for word in words_of(written))


def _around(text: str, stems: AbstractSet[str]) -> str:
    """The part of a long text that begins a little before the first of the words; cut between two words."""
    if len(text) <= LONGEST_PASSAGE:
        return text
    first = next((found.start() for found in WRITTEN.finditer(text) if _is_one(found[0], stems)), 0)
    start = text.rfind(" ", 0, max(first - 60, 1)) + 1 if first > LONGEST_PASSAGE // 2 else 0
    part = text[start : start + LONGEST_PASSAGE]
    if start + LONGEST_PASSAGE < len(text):
        part = f"{part.rsplit(' ', 1)[0]}\u202f…"
    return f"…\u202f{part}" if start else part
