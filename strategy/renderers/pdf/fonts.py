"""The faces of Source Sans: where they are, what they can draw and how wide it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from unicodedata import category

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from strategy.document.characters import ALIASES

_FILES = {
    "Body": "Regular",
    "Body-Italic": "It",
    "Body-Strong": "Semibold",
    "Body-StrongItalic": "SemiboldIt",
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face. `widths` gives, for each character it can draw, the width in thousandths of the type size."""

    name: str
    widths: Mapping[str, float]

    def can_draw(self, text: str) -> bool:
        """Whether no character of `text` would be missing."""
        return all(character in self.widths for character in text)

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points; every character must be drawable."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


@cache
def face(strong: bool = False, emphasis: bool = False) -> Face:
    """The face of a style, registered with ReportLab on first use."""
    name = (
        "Body"
        + ("-" if strong or emphasis else "")
        + ("Strong" if strong else "")
        + ("Italic" if emphasis else "")
    )
    path = files("font_source_sans_pro").joinpath("files", f"SourceSansPro-{_FILES[name]}.ttf")
    font = TTFont(name, str(path), asciiReadable=0, shapable=False)
    pdfmetrics.registerFont(font)
    glyphs = font.face.charToGlyph
    widths = {chr(code): float(font.face.getCharWidth(code)) for code in glyphs if _is_text(chr(code))}
    widths |= {character: sum(widths[c] for c in drawn) for character, drawn in ALIASES.items()}
    return Face(name, widths)


def _is_text(character: str) -> bool:
    """Whether the character means something by itself; controls and private use do not, as PDF/A-3a asks."""
    return category(character)[0] != "C"
