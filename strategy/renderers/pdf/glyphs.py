"""Makes any text drawable: what the font lacks is shown as [U+1F600], never dropped."""

import re
from functools import lru_cache
from unicodedata import category, normalize

from reen.typography import typeset
from strategy.renderers.pdf.fonts import Face, face

_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
BREAK = "\u200b"
"""Zero-width space: a line may be broken here."""
LONGEST_STRING = 4_000
"""Characters of a string outside of the pages: PDF/A takes 32 767 bytes at most."""


def face_for(text: str, strong: bool, emphasis: bool) -> Face:
    """The face of a style, upright when its italic lacks a character (Σ, №) that the upright has."""
    wanted = face(strong, emphasis)
    if emphasis and not wanted.can_draw(text) and face(strong).can_draw(text):
        return face(strong)
    return wanted


@lru_cache(maxsize=1024)
def drawable(text: str, strong: bool = False, emphasis: bool = False) -> tuple[str, Face]:
    """`text` in French typography and in characters that the returned face has; line ends become `\\n`."""
    text = typeset(normalize("NFC", _LINE_ENDS.sub("\n", text)).replace("\t", " "))
    chosen = face_for(text, strong, emphasis)
    if chosen.can_draw(text):
        return text, chosen
    return "".join([c if c in chosen.widths or c == "\n" else _replacement(c) for c in text]), chosen


def one_line(text: str) -> str:
    """`text` drawable on a single line, as in titles, bookmarks and page headers; spaces are not repeated."""
    return " ".join(drawable(text)[0].replace(BREAK, "").split())


def shortened(text: str, longest: int = 120) -> str:
    """`text`, cut with an ellipsis beyond `longest` characters: enough for a tooltip or a bookmark."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _replacement(character: str) -> str:
    kind = category(character)
    if kind == "Cf" or character == "\u034f" or "\ufe00" <= character <= "\ufe0f":
        return ""  # invisible by definition: joiners, direction marks, soft hyphens, variation selectors
    if kind == "Zs":
        return " "
    return f"[U+{ord(character):04X}]{BREAK}"
