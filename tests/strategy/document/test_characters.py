"""What the fonts lack is named by the code printed in its place, without opening a font."""

import subprocess
import sys

import pytest

from strategy.document import walk
from strategy.document.characters import codes
from tests.documents import files

PROGRAM = (
    "import sys; from strategy.document.characters import codes;"
    "print([name for name in ('reportlab', 'django') if name in sys.modules])"
)


@pytest.mark.parametrize("name", ["small-commune", "large-epci"])
def test_ordinary_documents_are_printable(name):
    assert [path for path, text in walk.texts(files.document(name)) if codes(text)] == []


@pytest.mark.parametrize(
    "words",
    [
        "CO₂ œuvre Œ æ ½ ™ № ≤ ☐ ✓ → ᵉ 10\u202f000\u00a0€",
        "e\u0301te\u0301, porte\u2011avions\tet\nligne",
        "sans\u200bespace\u00ad \ufeff\u202e\u2003",
        "[U+1F600]",
        "",
    ],
)
def test_what_is_drawn_composed_or_invisible_is_not_named(words):
    assert codes(words) == []


@pytest.mark.parametrize(
    ("words", "characters"),
    [
        ("Bravo 😀 et 😀 👍", ["😀", "👍"]),
        ("שלום", ["ש", "ל", "ו", "ם"]),
        ("مرحبا", ["م", "ر", "ح", "ب", "ا"]),
        ("漢字", ["漢", "字"]),
        ("x\u0338", ["\u0338"]),
        ("\x00", ["\x00"]),
    ],
)
def test_what_the_fonts_lack_is_named_once(words, characters):
    assert codes(words) == [f"[U+{ord(character):04X}]" for character in characters]


def test_no_font_is_opened():
    answer = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    assert answer.stdout.decode().strip() == "[]"
