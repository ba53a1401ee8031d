"""What the fonts lack is named with its place, without opening a font."""

import subprocess
import sys
from dataclasses import replace

import pytest

from strategy.document.characters import unprintable
from strategy.document.model import Body, Paragraph, Run, Section
from tests.documents import build, drawings, files

PROGRAM = (
    "import sys; from strategy.document.characters import unprintable;"
    "print([name for name in ('reportlab', 'django') if name in sys.modules])"
)


def holding(words):
    """A document with these words in a paragraph of a section within a section."""
    inner = Section(
        "dedans", "Dedans", (Paragraph((Run("Oui. "), Run(words, href="https://exemple.invalid/漢"))),)
    )
    return replace(build.small_commune(), sections=(Section("dehors", "Dehors", (), (inner,)),))


def told(document):
    """What is unprintable, shortly."""
    return [(each.path, each.anchor, each.title, each.character, each.code) for each in unprintable(document)]


PLACE = "sections[0].sections[0].blocks[0].text[1].text"


@pytest.mark.parametrize("name", ["small-commune", "large-epci"])
def test_ordinary_documents_are_printable(name):
    assert unprintable(files.document(name)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "CO₂ œuvre Œ æ ½ ™ № ≤ ☐ ✓ → ᵉ 10\u202f000\u00a0€",
        "e\u0301te\u0301, porte\u2011avions\tet\nligne",
        "sans\u200bespace\u00ad \ufeff\u202e\u2003",
    ],
)
def test_what_is_drawn_composed_or_invisible_is_not_named(words):
    assert unprintable(holding(words)) == ()


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
def test_what_the_fonts_lack_is_named_once_with_its_place(words, characters):
    assert told(holding(words)) == [
        (PLACE, "dedans", "Dedans", character, f"U+{ord(character):04X}") for character in characters
    ]


def test_titles_names_and_drawings_are_read_too():
    document = replace(
        build.small_commune(),
        title="Stratégie 😀",
        bodies=(Body("Commune 😀", "porteuse"),),
        logo=drawings.logo(8, 8, "Logo 😀"),
        sections=(
            Section("a", "Titre 😀", (drawings.chart("Un 😀", (drawings.series("Deux", {"2025": "1"}),)),)),
        ),
    )
    assert [each.path for each in unprintable(document)] == [
        "title",
        "bodies[0].name",
        "sections[0].title",
        "sections[0].blocks[0].caption",
        "sections[0].blocks[0].data.caption",
    ]


def test_no_font_is_opened():
    answer = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    assert answer.stdout.decode().strip() == "[]"
