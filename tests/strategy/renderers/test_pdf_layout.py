"""How pages are filled: no orphaned heading, no page nearly empty, few type sizes, nothing outside the margins."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest

from strategy.document.codes import code_of
from strategy.document.model import Column, Issue, Section, Status, Table
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.blocks import block_boxes
from strategy.renderers.pdf.boxes import LONG, SHARE, Stack, TextBox
from strategy.renderers.pdf.fonts import face
from strategy.renderers.pdf.lines import Line, Piece, Span, break_lines
from strategy.renderers.pdf.pagination import HEADING_TAGS, paginate
from strategy.renderers.pdf.story import section_boxes
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import Cell, Row
from strategy.renderers.registry import RENDERERS
from tests.documents import build, files, random_documents
from tests.strategy.renderers import reading

FIFTH = styles.HEIGHT / 5
TOP = styles.PAGE_HEIGHT - styles.TOP


def content(page):
    """The marks of a page but those of its header and footer, and but what is drawn without words."""
    return [mark for mark in page if mark.heights and mark.kind == ""]


def late_headings(pages):
    """The headings among the last three lines of a page that others follow, unless they fill more than it.

    A heading that leads to nothing is not late: the next page begins with one as high, or higher.
    """
    found = []
    for number, (page, following) in enumerate(pairwise(pages), start=1):
        lines = {}
        for mark in content(page):
            for height in mark.heights:
                lines.setdefault(round(height), set()).add(mark.tag)
        tags = [tags for _, tags in sorted(lines.items())]
        begins = content(following)[0].tag
        late = [tag for each in tags[:3] for tag in each if tag in HEADING_TAGS]
        late = [tag for tag in late if not (begins in HEADING_TAGS and begins <= tag)]
        if late and not all(each <= HEADING_TAGS for each in tags[3:]):
            found.append((number, late))
    return found


@pytest.fixture(scope="module", params=files.SAMPLED)
def pages(request):
    return reading.pages(reading.reference(request.param))


def test_no_heading_ends_a_page(pages):
    """Only one longer than a page does, and goes on to the next."""
    marks = [content(page) for page in pages]
    assert all(marks)
    ends = [(page[-1].tag, following[0].tag) for page, following in pairwise(marks)]
    assert [(tag, following) for tag, following in ends if tag.startswith("H") and tag != following] == []
    assert not marks[-1][-1].tag.startswith("H")


def test_no_heading_is_among_the_last_three_lines_of_a_page(pages):
    """Only one longer than a page is, and goes on to the next."""
    assert late_headings(pages) == []


@pytest.mark.parametrize("seed", range(random_documents.COUNT))
def test_random_documents_are_as_well_laid_out(seed):
    pages = reading.pages(reading.opened(random_documents.pdf(seed)))
    assert late_headings(pages) == []
    heights = [height for page in pages for mark in content(page) for height in mark.heights]
    assert min(heights) >= styles.BOTTOM
    assert max(heights) <= TOP
    assert max(len(set().union(*(mark.sizes for mark in page))) for page in pages) <= 4


def test_no_page_but_the_cover_is_less_than_a_fifth_full(pages):
    used = [TOP - min(min(mark.heights) for mark in content(page)) for page in pages[1:]]
    assert min(used) >= FIFTH


def test_a_page_has_at_most_four_type_sizes(pages):
    sizes = [set().union(*(mark.sizes for mark in page)) for page in pages]
    assert max(map(len, sizes)) <= 4


def test_text_stays_within_the_margins(pages):
    heights = [height for page in pages for mark in content(page) for height in mark.heights]
    assert min(heights) >= styles.BOTTOM
    assert max(heights) <= TOP


def test_every_page_but_the_cover_says_draft_demonstration_and_its_number(pages):
    for number, page in enumerate(pages[4:], start=5):
        furniture = [mark.text for mark in page if mark.kind in ("/Header", "/Footer")]
        assert len(furniture) == 2
        assert furniture[0].endswith("PROJET")
        assert furniture[1] == f"Document de démonstrationpage {number} / {len(pages)}"


@pytest.mark.parametrize("name", ["Commune", "Communauté de communes du Pays imaginaire " * 3])
def test_the_header_of_a_long_name_leaves_room_for_what_the_document_is(name):
    document = build.small_commune()
    code = code_of("K7QW2FHX9MR")
    issue = Issue(2, code, f"https://exemple.invalid/verifier/{code}/", "2027-03-02", "2 mars 2027")
    bodies = (replace(document.bodies[0], name=name),)
    told = replace(document, bodies=bodies, status=Status.FROZEN, issue=issue, reviewed=issue)
    found = []
    page = pypdf.PdfReader(BytesIO(RENDERERS["pdf"].render(told))).pages[1]
    page.extract_text(visitor_text=lambda text, _, place, *font: found.append((text.strip(), place[4:])))
    (status, (left, height)) = next(each for each in found if each[0].startswith("RAPPORT SIGNÉ"))
    (title, (begin, _)) = next(each for each in found if each[1][1] == height and each[0] != status)
    assert begin + face().width(title, styles.NOTE.size) < left


@pytest.mark.parametrize("paragraphs", range(1, 120, 7))
def test_the_last_page_gets_its_share_whatever_the_length(paragraphs):
    words = "Un paragraphe de deux lignes, ni plus ni moins, pour remplir la page au fur et à mesure. " * 2
    section = Section("a", "Section", tuple(build.paragraph(words) for _ in range(paragraphs)))
    document = replace(build.small_commune(), sections=(section, *build.small_commune().sections))
    data = RENDERERS["pdf"].render(document)
    pages = reading.pages(reading.opened(data))
    used = [TOP - min(min(mark.heights) for mark in content(page)) for page in pages[1:]]
    assert min(used) >= FIFTH


# --- Boxes alone ----------------------------------------------------------------


def lines(count, **options):
    """A box of `count` lines, each 10 points high."""
    style = styles.Style(leading=10.0)
    line = Line((Piece("mot", 0.0, 20.0, face(), None),), 20.0)
    return TextBox((line,) * count, style, None, 100.0, **options)


def counts(pages):
    """The lines of each box of each page."""
    return [[len(box.lines) for box in page.boxes] for page in pages]


def test_a_paragraph_is_cut_leaving_two_lines_on_each_side():
    assert counts(paginate([lines(6), lines(8)], 100)) == [[6, 4], [4]]
    assert counts(paginate([lines(9), lines(4)], 100)) == [[9], [4]]
    assert counts(paginate([lines(8), lines(3)], 100)) == [[8], [3]]


@pytest.mark.parametrize("room", [-25.0, -5.0, 0.0, 9.0])
def test_a_paragraph_gives_no_line_to_a_room_too_small_for_one(room):
    """Within a card the padding may leave less than nothing."""
    assert lines(6).split(room, least=1.0) == (None, lines(6))


def test_a_heading_goes_where_its_text_goes():
    heading = lines(1, keep_with_next=True)
    assert counts(paginate([lines(7), heading, lines(6)], 100)) == [[7, 1, 2], [4]]
    assert counts(paginate([lines(8), heading, lines(6)], 100)) == [[8], [1, 6]]
    assert counts(paginate([lines(7), heading, heading, lines(6)], 100)) == [[7], [1, 1, 6]]


def test_headings_that_fill_a_page_leave_a_line_to_what_they_announce():
    long, short = lines(9, keep_with_next=True), lines(1, keep_with_next=True)
    assert counts(paginate([lines(1), long, lines(6)], 100)) == [[1, 8], [1, 6]]
    assert counts(paginate([long, short, lines(6)], 100)) == [[8], [1, 1, 6]]


def test_a_card_is_kept_whole_but_for_a_page_nearly_empty():
    card = Stack((lines(5), lines(4)), together=True)
    assert [len(page.boxes) for page in paginate([lines(4), card], 100)] == [1, 1]
    assert [len(page.boxes) for page in paginate([lines(2), card], 100)] == [2, 1]


def test_a_card_longer_than_most_of_a_page_is_cut_where_both_parts_have_their_share():
    card = Stack(tuple(lines(1) for _ in range(60)), together=True)
    assert card.height > LONG
    assert [part and len(part.boxes) for part in card.split(400, 0)] == [40, 20]
    assert card.split(SHARE - 10, 0) == (None, card)
    assert card.split(600 - SHARE + 10, 0) == (None, card)
    short = Stack(tuple(lines(1) for _ in range(50)), together=True)
    assert short.height < LONG
    assert short.split(400, 0) == (None, short)


def test_a_row_that_goes_on_says_again_what_it_is_about():
    cells = (Cell(Stack((lines(3),)), 0.0, None), Cell(Stack((lines(60),)), 100.0, None))
    first, rest = Row(cells, 200).split(310, 0)
    assert [[len(box.lines) for box in cell.content.boxes] for cell in first.cells] == [[3], [30]]
    assert [[len(box.lines) for box in cell.content.boxes] for cell in rest.cells] == [[2], [30]]
    assert rest.cells[0].content.boxes[0].element is None


def test_a_heading_leaves_the_last_lines_of_a_page_with_what_leads_to_it():
    heading = replace(lines(1, keep_with_next=True), element=Element("H2"))
    short = [lines(1), lines(1), lines(12)]
    assert counts(paginate([lines(7), heading, *short], 100)) == [[7], [1, 1, 1, 7], [5]]
    assert counts(paginate([lines(6), heading, lines(3), lines(9)], 100)) == [[6, 1, 3], [9]]


def test_headings_that_announce_a_line_each_fill_their_pages():
    heading = replace(lines(1, keep_with_next=True), element=Element("H2"))
    assert [len(page.boxes) for page in paginate([heading, lines(1)] * 15, 100)] == [10, 10, 10]


def test_space_above_is_not_kept_at_the_top_of_a_page():
    first, second = paginate([lines(9), lines(9, above=30.0)], 100)
    assert (first.used, second.used) == (90, 90)


def test_a_last_page_too_short_takes_lines_from_the_one_before():
    boxes = [lines(1) for _ in range(11)]
    assert [len(page.boxes) for page in paginate(boxes, 100)] == [7, 4]


# --- Lines alone ----------------------------------------------------------------


def broken(text, width=100.0):
    """The texts of the lines."""
    return [
        "".join(piece.text for piece in line.pieces) for line in break_lines([Span(text, face())], 10, width)
    ]


def test_lines_are_broken_at_spaces_and_keep_them():
    assert broken("Un texte assez long pour deux lignes") == ["Un texte assez long ", "pour deux lignes"]


def test_lines_are_not_broken_at_no_break_characters():
    assert broken("Un texte assez long : pour", 81) == ["Un texte assez long ", ": pour"]
    assert broken("Un texte assez long\u00a0: pour", 81) == ["Un texte assez ", "long\u00a0: pour"]
    assert broken("Un texte assez porte\u2011avions", 90) == ["Un texte assez ", "porte-avions"]


def test_lines_may_be_broken_after_a_hyphen_between_letters():
    assert broken("Un texte assez porte-avions", 98) == ["Un texte assez porte-", "avions"]


@pytest.mark.parametrize("width", [1.0, 10.0, 50.0, 471.0])
def test_a_word_wider_than_the_column_is_cut_and_nothing_lost(width):
    word = "https://exemple.invalid/" + "chemin/" * 50 + "x" * 200
    found = break_lines([Span(word, face())], 10, width)
    assert "".join(piece.text for line in found for piece in line.pieces) == word
    assert all(line.width <= width or len(line.pieces[0].text) == 1 for line in found)


@pytest.mark.parametrize(("share", "count"), [(0.99, 2), (0.6, 2), (0.35, 3)])
def test_a_word_that_nothing_says_where_to_cut_is_cut_in_parts_as_long(share, count):
    digest = "0123456789abcdef" * 4
    lines = broken(digest, face().width(digest, 10) * share)
    assert "".join(lines) == digest
    assert len(lines) == count
    assert max(map(len, lines)) - min(map(len, lines)) <= 6


def test_a_line_end_in_the_text_ends_the_line():
    assert broken("un\ndeux\n\ntrois") == ["un ", "deux ", " ", "trois"]


# --- Story ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kept"), [("Voici :", True), ("Voici.", False), ("Voici " * 90 + ":", False)]
)
def test_a_short_paragraph_goes_with_what_it_announces(words, kept):
    (box,) = block_boxes(build.paragraph(words), Element("Sect"), styles.WIDTH, {})
    assert box.keep_with_next is kept


@pytest.mark.parametrize(
    ("before", "kept"), [((), True), ((build.facts("Qui", Pilote="Une personne"),), False)]
)
def test_an_introduction_stays_with_what_it_introduces_and_a_last_word_does_not(before, kept):
    section = Section("a", "Titre", (*before, build.paragraph("Mots.")), (Section("b", "Partie"),))
    boxes = section_boxes(section, 1, Element("Document"), styles.WIDTH, {"a": "Titre", "b": "Partie"})
    assert boxes[-2].keep_with_next is kept


def test_the_last_row_of_a_table_is_not_alone_on_its_page():
    rows = tuple((build.text(f"Ligne {index}"), build.text("Mots")) for index in range(30))
    block = Table("Essai", (Column("Quoi"), Column("Comment")), rows)
    (table,) = block_boxes(block, Element("Sect"), styles.WIDTH, {})
    head, rest = table.split(table.height - 1.0, 0.0)
    assert [len(part.boxes) for part in (head, rest)] == [2 + 28, 1 + 2]
    assert rest.boxes[0] is table.repeat
