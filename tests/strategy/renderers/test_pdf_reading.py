"""The file reopened with two other libraries: texts, links, outline, language, data."""

import re
from io import BytesIO

import pypdf
import pytest

from strategy.document import walk
from strategy.document.model import Trace
from strategy.document.serialize import to_json
from tests.documents import files
from tests.strategy.renderers import reading


@pytest.fixture(scope="module", params=files.SAMPLED[:2])
def name(request):
    return request.param


def plain(text: str) -> str:
    """The same words with plain spaces."""
    return " ".join(text.split())


def test_pypdf_reads_the_texts(name):
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(files.pdf(name))).pages)
    words = " ".join(text.split())
    document = files.document(name)
    assert document.bodies[0].name in words
    assert plain(f"Dernière modification du brouillon : {document.date_words}") in plain(words)
    for visit in walk.sections(document):
        assert plain(visit.section.title) in plain(words)


def test_outline_follows_the_sections(name):
    reader = pypdf.PdfReader(BytesIO(files.pdf(name)))

    def flat(entries, level=1):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry, level + 1)
            else:
                yield level, entry.title, reader.get_destination_page_number(entry)

    found = list(flat(reader.outline))
    expected = [(visit.level, plain(visit.section.title)) for visit in walk.sections(files.document(name))]
    assert [(level, plain(title)) for level, title, _ in found] == [(1, "Sommaire"), *expected]
    numbers = [number for *_, number in found]
    assert numbers == sorted(numbers)


def test_printed_page_numbers_are_where_links_lead(name):
    pdf = reading.reference(name)
    numbers = {page.obj.objgen: str(number) for number, page in enumerate(pdf.pages, start=1)}
    checked = 0
    for link in reading.tree(pdf).find("Link"):
        printed = re.search(r"(?:^|\D)(\d+)$", link.text)
        if "/Dest" in link.links[0] and printed and ("TOC" in str(link.element.P.P.S) or link.text.isdigit()):
            assert printed[1] == numbers[link.links[0].Dest[0].objgen]
            checked += 1
    contents = [v for v in walk.sections(files.document(name)) if not v.section.card]
    blocks = [block for visit in walk.sections(files.document(name)) for block in visit.section.blocks]
    traced = [row for block in blocks if isinstance(block, Trace) for row in block.rows if row.anchor]
    assert checked == len(contents) + len(traced)


def test_every_link_says_where_it_leads(name):
    pdf = reading.reference(name)
    annotations = [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]
    assert annotations
    for annotation in annotations:
        assert str(annotation.Contents).startswith(("Aller à «", "Ouvrir http"))
        assert ("/Dest" in annotation) != ("/A" in annotation)
        assert "/StructParent" in annotation


def test_the_file_says_what_it_is(name):
    document = files.document(name)
    pdf = reading.reference(name)
    assert str(pdf.Root.Lang) == "fr-FR"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.pdf_version == "1.7"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == f"{document.title} — {document.bodies[0].name}" == str(pdf.docinfo.Title)
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert xmp["xmp:ModifyDate"] == f"{document.changed_on}T00:00:00Z"


def test_the_file_carries_the_data_it_was_made_from(name):
    data = files.pdf(name)
    assert pypdf.PdfReader(BytesIO(data)).attachments == {
        "document.json": [to_json(files.document(name)).encode()]
    }
    associated = reading.reference(name).Root.AF[0]
    assert (str(associated.AFRelationship), str(associated.EF.F.Subtype)) == ("/Source", "/application/json")


def test_nothing_is_wrong_with_the_syntax(name):
    assert reading.reference(name).check_pdf_syntax() == []
