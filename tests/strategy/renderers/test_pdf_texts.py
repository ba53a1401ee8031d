"""Texts of any length and characters: shown as they are, or visibly replaced, never dropped, never an error."""

from dataclasses import replace

import pytest

from strategy.document.characters import COVERED
from strategy.document.model import Paragraph, Run, Section
from strategy.errors import DocumentError
from strategy.renderers.pdf.fonts import face
from strategy.renderers.pdf.glyphs import drawable, one_line, shortened
from strategy.renderers.registry import RENDERERS
from tests.documents import build
from tests.strategy.renderers import reading


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("CO₂ œuvre Œ æ ½ ™ № ≤ ☐ ✓ → ᵉ", "CO₂ œuvre Œ æ ½ ™ № ≤ ☐ ✓ → ᵉ"),
        ("😀", "[U+1F600]\u200b"),
        ("א漢", "[U+05D0]\u200b[U+6F22]\u200b"),
        ("e\u0301", "é"),
        ("e\u0301\u0323 x\u0338", "ẹ́ x[U+0338]\u200b"),
        ("\u06dd\ufff9", "[U+06DD]\u200b[U+FFF9]\u200b"),
        ("a\u00adb\u200cc\u200dd\u202ee\ufefff\ufe0f", "abcdef"),
        ("a\u2003b\tc", "a b c"),
        ("a\r\nb\x0bc\u2028d", "a\nb\nc\nd"),
        ("\x00\x1b\x9f", "[U+0000]\u200b[U+001B]\u200b[U+009F]\u200b"),
        ("\ue000\U0010ffff", "[U+E000]\u200b[U+10FFFF]\u200b"),
    ],
)
def test_what_the_font_lacks_is_visibly_replaced(text, shown):
    assert drawable(text)[0] == shown


@pytest.mark.parametrize("strong", [False, True])
def test_the_characters_said_to_be_covered_are_those_of_the_fonts(strong):
    assert face(strong).widths.keys() == COVERED


def test_an_italic_that_lacks_a_character_is_set_upright():
    assert drawable("Σ", emphasis=True)[1].name == "Body"
    assert drawable("Σ", strong=True, emphasis=True)[1].name == "Body-Strong"
    assert drawable("S", emphasis=True)[1].name == "Body-Italic"
    assert drawable("😀\nΣ", emphasis=True)[0] == "[U+1F600]\u200b\nΣ"
    assert drawable("😀\nΣ", emphasis=True)[1].name == "Body"


def test_titles_hold_on_one_line_and_bookmarks_are_short():
    assert one_line(" Un\ntitre\u2028 😀 ") == "Un titre [U+1F600]"
    assert shortened("x" * 120) == "x" * 120
    assert shortened("x" * 121) == "x" * 119 + "…"


@pytest.mark.parametrize("text", build.HOSTILE_TEXTS)
def test_texts_are_drawn_literally_wherever_they_are(text):
    section = Section("a", "Section", (Paragraph((Run(text), Run(text, strong=True))),))
    data = RENDERERS["pdf"].render(replace(build.small_commune(), sections=(section,)))
    paragraphs = reading.tree(reading.opened(data)).find("P")
    expected = "".join(drawable(text, strong)[0] for strong in (False, True)).translate(
        {0x2011: "-", 0x2010: "-", 0x200B: "", 0xA0: " ", 0x0A: " "}
    )
    found = paragraphs[-1].text
    assert found == expected if expected.strip() else found.startswith("Référence")


@pytest.mark.parametrize("count", [0, 1, 2, 60])
def test_any_number_of_bodies_fits_on_the_cover(count):
    bodies = build.large_epci().bodies[:1] * count
    document = replace(build.small_commune(), bodies=bodies)
    text = reading.tree(reading.opened(RENDERERS["pdf"].render(document))).text
    assert text.count("Agglomération de démonstration") == count


def test_a_document_without_sections_is_a_cover():
    data = RENDERERS["pdf"].render(replace(build.small_commune(), sections=()))
    assert len(reading.opened(data).pages) == 1


def test_a_document_that_is_not_a_demonstration_does_not_say_so():
    document = replace(build.small_commune(), demonstration=False)
    pages = reading.pages(reading.opened(RENDERERS["pdf"].render(document)))
    drawn = "".join(mark.text for page in pages for mark in page).casefold()
    assert "document de démonstration" not in drawn
    assert "projet" in drawn


@pytest.mark.parametrize("identifier", RENDERERS)
def test_a_document_of_the_wrong_shape_is_refused(identifier):
    section = Section("a", "Section", (Paragraph((Run("ici", href="#ailleurs"),)),))
    document = replace(build.small_commune(), sections=(section,))
    with pytest.raises(DocumentError, match=r"^sections\[0\]\.blocks\[0\]\.text\[0\]\.href"):
        RENDERERS[identifier].render(document)


@pytest.mark.thorough
def test_thousands_of_paragraphs_and_hundreds_of_rows_are_laid_out():
    many = Section("p", "Longue", tuple(build.paragraph(f"Paragraphe {n}.") for n in range(5000)))
    document = replace(build.small_commune(), sections=(many, build.indicators(400)))
    tree = reading.tree(reading.opened(RENDERERS["pdf"].render(document)))
    texts = [node.text for node in tree.find("P")]
    assert [text for text in texts if text.startswith("Paragraphe")] == [
        f"Paragraphe {n}." for n in range(5000)
    ]
    assert len(tree.find("TR")) == 401
