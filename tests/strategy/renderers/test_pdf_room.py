"""Where the room of a page goes: figures and words whole, short facts side by side, the contents on one page."""

from dataclasses import replace

import pytest

from strategy.document.model import Column, Fact, Facts, Run, Section, Table
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.blocks import block_boxes
from strategy.renderers.pdf.boxes import Stack
from strategy.renderers.pdf.columns import column_widths
from strategy.renderers.pdf.contents import contents_boxes
from strategy.renderers.pdf.facts import facts_boxes
from strategy.renderers.pdf.fonts import face
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import GUTTER
from tests.documents import build

LONG = "Une valeur qui ne tient pas dans la moitié d’une rangée, même sur deux lignes de caractères petits."


def table(columns, *rows):
    """A table of plain texts."""
    return Table("Essai", columns, tuple(tuple((Run(text),) for text in row) for row in rows))


def test_figures_are_never_cut_and_the_room_goes_to_what_is_long():
    money = "1\u202f250\u202f000\u00a0€"
    columns = (Column("Action", 1), Column("Montant", 1, numeric=True), Column("Sources", 1))
    block = table(columns, ("Tenir un inventaire", money, "Un guide, puis un autre, page 3. " * 20))
    widths = column_widths(block, styles.CELL, styles.WIDTH)
    assert sum(widths) == pytest.approx(styles.WIDTH - 2 * GUTTER)
    assert widths[1] >= face(strong=True).width(money, styles.CELL.size)
    assert widths[2] > 2 * widths[0]


@pytest.mark.parametrize("style", [styles.CELL, styles.close(styles.CELL)], ids=["usual", "compact"])
def test_headers_are_cut_between_words_only(style):
    columns = (Column("Année"), Column("Fonctionnement", numeric=True), Column("Commentaire", 20))
    widths = column_widths(table(columns, ("2027", "1", "Mot " * 200)), style, 300.0)
    needed = [face(strong=True).width(column.label, styles.CELL.size) for column in columns]
    assert all(width >= least for width, least in zip(widths, needed, strict=True))


def test_the_headers_of_a_close_table_are_as_small_as_its_cells():
    columns = (Column("Action", 40), Column("Thème", 4), Column("Priorité", 4))
    block = replace(
        table(columns, ("Tenir un inventaire du parc, service après service. " * 4, "2", "–")), compact=True
    )
    (box,) = block_boxes(block, Element("Sect"), 300.0, {})
    labels = [cell.content.boxes[0] for cell in box.boxes[1].cells]
    assert {(len(label.lines), label.style.size) for label in labels} == {(1, styles.CLOSE)}


def test_words_too_long_for_any_column_still_share_the_width():
    columns = tuple(Column("C") for _ in range(12))
    widths = column_widths(table(columns, ("x" * 300,) * 12), styles.CELL, styles.WIDTH)
    assert sum(widths) == pytest.approx(styles.WIDTH - 11 * GUTTER)
    assert min(widths) > 0


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (["haute", "la direction"], [2]),
        (["haute", "la direction", "prévue"], [2, 1]),
        (["haute", LONG, "prévue", "2027"], [1, 1, 2]),
        ([LONG], [1]),
    ],
)
def test_short_facts_of_a_card_share_a_row_in_their_order(texts, rows):
    block = Facts("Essai", tuple(Fact(f"Fait {n}", (Run(text),)) for n, text in enumerate(texts)))
    boxes = facts_boxes(block, Element("Sect"), 440.0, styles.CARD)
    assert [len(row.cells) / 2 for row in boxes] == rows
    labels = [cell.element for row in boxes for cell in row.cells[::2]]
    assert [element.tag for element in labels] == ["Lbl"] * len(texts)
    drawn = [cell.content.boxes[0].lines[0].pieces[0].text for row in boxes for cell in row.cells[::2]]
    assert drawn == [fact.label for fact in block.facts]
    assert [len(row.cells) for row in facts_boxes(block, Element("Sect"), 440.0, styles.OPEN)] == [2] * len(
        texts
    )


@pytest.mark.parametrize(("parts", "shown"), [(20, 41), (45, 46)])
def test_the_contents_hold_on_a_page_without_their_third_level_if_need_be(parts, shown):
    """A chapter, its parts, and as many parts of the first of them."""
    deep = tuple(Section(f"c{n}", f"Section {n}") for n in range(20))
    first, *others = (Section(f"b{n}", f"Partie {n}") for n in range(parts))
    chapter = Section("a", "Chapitre", (), (replace(first, sections=deep), *others))
    document = replace(build.small_commune(), sections=(chapter,))
    titles = {section.anchor: section.title for section in (chapter, first, *others, *deep)}
    boxes = contents_boxes(document, Element("Document"), titles)
    assert Stack(tuple(boxes)).height <= styles.HEIGHT
    assert len(boxes) - 1 == shown
