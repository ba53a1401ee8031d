"""Excess of every kind: what is written is there, read back by two libraries, and stays readable."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from strategy.document import walk
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.glyphs import one_line
from strategy.renderers.registry import RENDERERS
from tests.documents import build, drawings, hostile
from tests.strategy.renderers import reading


@pytest.mark.parametrize("name", hostile.DOCUMENTS)
def test_both_libraries_read_every_title(name):
    document = hostile.DOCUMENTS[name]()
    data = hostile.pdf(name)
    tree = reading.tree(reading.opened(data))
    headings = [node.text for node in tree.walk() if node.tag[0] == "H" and node.tag[1:].isdigit()]
    expected = [one_line(visit.section.title) for visit in walk.sections(document)]
    assert [plain(words) for words in headings] == ["Sommaire", *map(plain, expected)]
    reader = pypdf.PdfReader(BytesIO(data))
    assert len(reader.pages) == len(reading.opened(data).pages)
    assert "PROJET" in reader.pages[0].extract_text()


def plain(words):
    """What a reader of the file gets: a plain space for one that does not break, « - » for hyphens."""
    return " ".join(words.replace("\u00a0", " ").split())


def test_a_cell_of_900_words_is_cut_with_its_header_and_its_subject_repeated():
    pdf = reading.opened(hostile.pdf("cell"))
    pages = reading.pages(pdf)
    holding = [page for page in pages if any("mot" in mark.text for mark in page if mark.tag == "P")]
    assert len(holding) > 1
    for page in holding[1:]:
        drawn = [mark.text for mark in page if mark.tag == "Artifact" and mark.text and not mark.kind]
        assert "ActionRécitBudget" in "".join(drawn)
        assert "Action de démonstration" in "".join(drawn)
    for page in holding:
        (lines,) = (len(set(mark.heights)) for mark in page if mark.text.startswith("mot"))
        assert lines >= 2
    cells = [node.text for node in reading.tree(pdf).find("TD")]
    assert [cell.split() for cell in cells if cell.startswith("mot")] == [hostile.CELL.split()]
    assert len(reading.tree(pdf).find("TR")) == 4


@pytest.mark.parametrize(("name", "count"), [("no-action", 0), ("one-action", 1), ("200-actions", 200)])
def test_any_number_of_actions_has_its_cards(name, count):
    tree = reading.tree(reading.opened(hostile.pdf(name)))
    assert len(tree.find("H2")) == count
    assert tree.text.count("une durée de vie cible") == 2 * count


def test_paragraphs_of_forty_lines_lose_no_line():
    tree = reading.tree(reading.opened(hostile.pdf("paragraphs")))
    assert [node.text.count("Une ligne de texte") for node in tree.find("P")][-4:] == [40] * 4


@pytest.mark.parametrize(("name", "ratio"), [("schedule", 1000 / 3), ("charts", 3 / 1000)])
def test_odd_logos_stay_within_their_place(name, ratio):
    pdf = reading.opened(hostile.pdf(name))
    logo = reading.tree(pdf).find("Figure")[0]
    x, y, right, top = map(float, logo.element.A[0].BBox)
    assert right - x <= 150
    assert top - y <= 64
    assert (right - x) / (top - y) == pytest.approx(ratio, rel=0.2)
    assert right == pytest.approx(styles.PAGE_WIDTH - styles.RIGHT, abs=0.1)
    (image,) = (image for page in pdf.pages for image in page.get_images().values())
    assert "/SMask" not in image
    assert str(image.ColorSpace) == "/DeviceRGB"


def test_two_logos_stand_side_by_side_and_leave_room_for_the_words():
    document = replace(
        build.small_commune(),
        logo=drawings.logo(300, 120, "Logo de la commune fictive"),
        host_logo=drawings.logo(400, 120, "Logo du syndicat fictif"),
    )
    pdf = reading.opened(RENDERERS["pdf"].render(document))
    logos = reading.tree(pdf).find("Figure")[:2]
    assert [str(logo.element.Alt) for logo in logos] == [
        "Logo de la commune fictive",
        "Logo du syndicat fictif",
    ]
    (x, _, right, _), (x_host, _, right_host, _) = [map(float, logo.element.A[0].BBox) for logo in logos]
    assert styles.PAGE_WIDTH / 2 - 20 < x < right < x_host < right_host
    assert right_host == pytest.approx(styles.PAGE_WIDTH - styles.RIGHT, abs=0.1)
    assert len({image.objgen for page in pdf.pages for image in page.get_images().values()}) == 2
