"""What ReportLab writes alone, and what the overrides make of it; when the first changes, an override may go."""

import re
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import makeToUnicodeCMap
from reportlab.pdfgen.canvas import Canvas

from strategy.renderers.pdf import fonts, overrides

UNTERMINATED = re.compile(rb"[^\r\n]endstream")


def written(own):
    """A page with a word, by ReportLab alone or with the overrides."""
    canvas = Canvas(BytesIO(), pageCompression=1, invariant=1, initialFontName=fonts.face().name)
    if own:
        canvas._doc.__class__ = overrides.ArchivalFile
    canvas.drawString(100, 100, "mot")
    canvas.showPage()
    if own:
        overrides.tag_page(canvas._doc.Pages.pages[-1], 7)
        overrides.extend_catalogue(canvas._doc.Catalog, AF=pdfdoc.PDFArray([]))
    return canvas.getpdfdata()


@pytest.mark.parametrize("own", [False, True])
def test_streams_end_with_an_end_of_line(own):
    assert bool(UNTERMINATED.search(written(own))) is not own


@pytest.mark.parametrize("own", [False, True])
def test_streams_are_binary(own):
    assert (b"ASCII85Decode" in written(own)) is not own


def test_fonts_map_nothing_to_zero():
    reportlab = fonts.face().name, [0, 77, 0, 111]
    alone = makeToUnicodeCMap(*reportlab)
    assert "<00> <0000>" in alone
    assert "4 beginbfchar" in alone
    mended = overrides.without_unmapped(alone)
    assert "<0000>" not in mended
    assert "2 beginbfchar\n<01> <004D>\n<03> <006F>\nendbfchar" in mended


@pytest.mark.parametrize("own", [False, True])
def test_pages_know_their_tags(own):
    with pikepdf.open(BytesIO(written(own))) as file:
        page = file.pages[0].obj
        assert (page.get("/StructParents") == 7) is own
        assert (page.get("/Tabs") == "/S") is own


def test_reportlab_drops_what_it_does_not_know_from_the_catalogue():
    catalogue = pdfdoc.PDFCatalog()
    catalogue.AF = pdfdoc.PDFArray([])
    assert b"/AF" not in catalogue.format(pdfdoc.PDFDocument())
    with pikepdf.open(BytesIO(written(own=True))) as file:
        assert "/AF" in file.Root


def test_small_objects_are_packed_and_nothing_is_lost():
    alone, ours = written(own=False), written(own=True)
    assert b"/ObjStm" not in alone
    assert b"/ObjStm" in ours
    with pikepdf.open(BytesIO(ours)) as file:
        assert file.check_pdf_syntax() == []
        assert file.docinfo["/Producer"]
        assert [len(page.Contents.read_bytes()) > 0 for page in file.pages] == [True]


def test_a_file_of_many_objects_is_packed_in_several_streams():
    canvas = Canvas(BytesIO(), invariant=1)
    canvas._doc.__class__ = overrides.ArchivalFile
    for number in range(300):
        canvas.drawString(100, 100, str(number))
        canvas.showPage()
    data = canvas.getpdfdata()
    assert data.count(b"/ObjStm") > 1
    with pikepdf.open(BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) == 300


def test_nothing_is_changed_for_other_users_of_reportlab():
    written(own=True)
    assert UNTERMINATED.search(written(own=False))
