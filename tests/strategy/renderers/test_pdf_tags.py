"""What a screen reader is told: the tag tree, in reading order."""

from itertools import pairwise
from pathlib import Path

import pytest

from strategy.document import walk
from strategy.document.model import BulletList, Chart, Facts, Table, Timetable, Trace
from strategy.renderers.pdf import styles
from tests.documents import files
from tests.strategy.renderers import reading

SNAPSHOT = Path(__file__).parent / "small-commune.tags.txt"
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def drawings(name, kind):
    """The blocks of a kind, in reading order."""
    for visit in walk.sections(files.document(name)):
        yield from (block for block in visit.section.blocks if isinstance(block, kind))


@pytest.fixture(scope="module", params=files.SAMPLED)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def tree(name):
    return reading.tree(reading.reference(name))


def test_the_tree_of_the_small_document_is_the_one_reviewed():
    """To review a change: `python -m tests.strategy.renderers.snapshot`, then read the diff."""
    tree = reading.tree(reading.reference("small-commune"))
    assert "\n".join(reading.outline(tree)) + "\n" == SNAPSHOT.read_text(encoding="utf-8")


def test_headings_go_down_one_level_at_a_time(tree):
    levels = [int(node.tag[1]) for node in tree.walk() if node.tag in HEADINGS]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_section_has_its_heading(name, tree):
    levels = [int(node.tag[1]) for node in tree.walk() if node.tag in HEADINGS]
    assert levels == [1, *(visit.level for visit in walk.sections(files.document(name)))]


def test_tables_keep_their_shape_however_they_are_cut(name, tree):
    blocks = [block for visit in walk.sections(files.document(name)) for block in visit.section.blocks]
    drawn = [block.data if isinstance(block, Chart) else block for block in blocks]
    tables = [block for block in drawn if isinstance(block, Table | Trace)]
    found = [table for table in tree.find("Table") if table.find("THead")[0].text != "QuoiQuand"]
    assert len(found) == len(tables)
    for node, block in zip(found, tables, strict=True):
        columns = len(block.columns) if isinstance(block, Table) else 4
        rows = node.find("TR")
        assert len(rows) == 1 + max(1, len(block.rows))
        assert all(len(row.kids) == columns for row in rows)
        assert [cell.tag for cell in rows[0].kids] == ["TH"] * columns
        scopes = [str(cell.element.A[0].Scope) for row in rows for cell in row.find("TH")]
        side = 0 if isinstance(block, Table) and not block.row_headers else len(rows) - 1
        assert scopes == ["/Column"] * columns + ["/Row"] * side


def test_timetables_are_tables_of_what_and_when():
    (block,) = (block for block in drawings("everything", Timetable) if len(block.spans) == 40)
    tables = reading.tree(reading.reference("everything")).find("Table")
    (table,) = (table for table in tables if table.kids[0].text == "Calendrier")
    head, *rows = table.find("TR")
    assert [cell.text for cell in head.kids] == ["Quoi", "Quand"]
    groups = [row.kids[0] for row in rows if len(row.kids) == 1]
    assert [group.text for group in groups] == [f"Groupe {index}" for index in range(10)]
    assert {(int(group.element.A[0].ColSpan), str(group.element.A[0].Scope)) for group in groups} == {
        (2, "/Column")
    }
    spans = [[cell.text for cell in row.kids] for row in rows if len(row.kids) == 2]
    assert spans == [[span.label[0].text, span.words.replace("'", "’")] for span in block.spans]


def test_charts_say_what_they_show_and_are_where_they_say():
    tree = reading.tree(reading.reference("everything"))
    page_box = (0, 0, styles.PAGE_WIDTH, styles.PAGE_HEIGHT)
    figures = tree.find("Figure")
    said = [str(figure.element.Alt) for figure in figures]
    assert [words for words in said if words.startswith(("Consommation", "Un seul"))] == [
        "Consommation et cible\u00a0: 2 séries, de Mesuré.",
        "Un seul point\u00a0: 1 séries, de Seul.",
    ]
    assert len(figures) == 2 + len(list(drawings("everything", Chart)))
    for figure in figures:
        x, y, right, top = map(float, figure.element.A[0].BBox)
        assert page_box[0] < x < right < page_box[2]
        assert page_box[1] < y < top < page_box[3]


def test_lists_have_an_item_for_each_item(name, tree):
    blocks = [block for visit in walk.sections(files.document(name)) for block in visit.section.blocks]
    expected = [
        len(block.items if isinstance(block, BulletList) else block.facts)
        for block in blocks
        if isinstance(block, BulletList | Facts)
    ]
    assert [len(node.kids) for node in tree.find("L")] == expected


def test_the_dial_is_a_figure_that_says_what_it_shows():
    tree = reading.tree(reading.reference("small-commune"))
    (figure,) = tree.find("Figure")
    words = str(figure.element.Alt).replace("\u00a0", " ")
    assert (
        words
        == "Cadran de couverture : 2 exigences renseignées, 2 exigences incomplètes, 1 exigence absente."
    )


def test_a_repeated_header_is_read_once():
    pdf = reading.reference("large-epci")
    marks = [mark for page in reading.pages(pdf) for mark in page]
    drawn = [mark.tag for mark in marks if "IndicateurDépart" in mark.text or mark.text == "Indicateur"]
    assert drawn.count("P") == 1
    assert drawn.count("Artifact") >= 1
