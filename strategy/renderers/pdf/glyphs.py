"""Makes any text drawable: what the font lacks is shown as [U+1F600], never dropped."""

from functools import lru_cache

from reen.typography import typeset
from strategy.document.characters import BREAK, normalised, shown
from strategy.renderers.pdf.fonts import Face, face

LONGEST_STRING = 4_000
"""Characters of a string outside of the pages: PDF/A takes 32 767 bytes at most."""


def face_for(text: str, strong: bool, emphasis: bool) -> Face:
    """The face of a style, upright when its italic lacks a character (Σ, №) that the upright has."""
    wanted = face(strong, emphasis)
    lacking = emphasis and not wanted.can_draw(text.replace("\n", ""))
    return face(strong) if lacking else wanted


@lru_cache(maxsize=1024)
def drawable(text: str, strong: bool = False, emphasis: bool = False) -> tuple[str, Face]:
    """`text` in French typography and in characters that the returned face has; line ends become `\\n`."""
    text = shown(typeset(normalised(text)))
    return text, face_for(text, strong, emphasis)


def one_line(text: str) -> str:
    """`text` drawable on a single line, as in titles, bookmarks and page headers; spaces are not repeated."""
    return " ".join(drawable(text)[0].replace(BREAK, "").split())


def shortened(text: str, longest: int = 120) -> str:
    """`text`, cut with an ellipsis beyond `longest` characters: enough for a tooltip or a bookmark."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
