"""The OpenDocument text: the same words as the PDF, real headings, lists and tables, and nothing only the eye sees."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from strategy.document import walk
from strategy.document.model import Chart, Document, Paragraph, QrCode, Run, Section, Table, Timetable, Trace
from strategy.renderers.registry import RENDERERS
from tests.documents import build, files, random_documents
from tests.strategy.renderers import odt_reading, reading
from tests.strategy.renderers.odt_reading import PREFIXES, named, opened, words

RANDOM = range(6)


def odt(document: Document) -> odt_reading.Odt:
    return opened(RENDERERS["odt"].render(document))


def flat(text: str) -> str:
    """Letters and figures only: what lines, hyphens and spaces do to a text is its format's business."""
    return re.sub(r"[\W_]+", "", re.sub(r"\[U\+[0-9A-F]{4,6}\]", "", text)).casefold()


def blocks(document: Document, kind: type) -> list:
    return [
        block
        for visit in walk.sections(document)
        for block in visit.section.blocks
        if isinstance(block, kind)
    ]


@pytest.mark.parametrize("name", files.SAMPLED)
def test_the_same_document_gives_the_same_bytes(name):
    render = RENDERERS["odt"].render
    assert render(files.document(name)) == render(files.document(name))


def test_its_type_comes_first_and_every_part_is_declared():
    odf = odt(files.document("everything"))
    assert odf.first[0] == "mimetype"
    assert odf.files["mimetype"] == b"application/vnd.oasis.opendocument.text"
    listed = re.findall(r'full-path="([^"]+)"', odf.files["META-INF/manifest.xml"].decode())
    assert sorted(listed) == sorted(["/", *(set(odf.files) - {"mimetype", "META-INF/manifest.xml"})])


@pytest.mark.parametrize("name", files.SAMPLED)
def test_headings_are_the_sections_in_order(name):
    document = files.document(name)
    headings = [
        (int(heading.get(named("text:outline-level"), 0)), flat(words(heading)))
        for heading in odt(document).find("text:h")
    ]
    assert headings == [
        (visit.level, flat(visit.section.title) or "sanstitre") for visit in walk.sections(document)
    ]


@pytest.mark.parametrize("name", files.SAMPLED)
def test_every_text_of_the_document_is_there_as_often_as_it_is_told(name):
    document = files.document(name)
    found = Counter(flat(text) for text in odt(document).paragraphs())
    told = Counter(flat("".join(run.text for run in block.text)) for block in blocks(document, Paragraph))
    for table in blocks(document, Table):
        told.update(flat("".join(run.text for run in cell)) for row in table.rows for cell in row)
    missing = {text: (count, found[text]) for text, count in told.items() if text and found[text] < count}
    assert missing == {}


@pytest.mark.parametrize("name", ["small-commune", "large-epci"])
def test_it_says_what_the_pdf_says(name):
    """Every paragraph, cell and heading tagged in the PDF is in the text as often, and nothing else is."""
    document = files.document(name)
    tree = reading.tree(reading.reference(name))
    pages = {str(number) for number in range(1, 400)} | {"—"}
    pdf = Counter(
        flat(node.text)
        for tag in ("P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Lbl", "Caption")
        for node in tree.find(tag)
    )
    text = Counter(flat(paragraph) for paragraph in odt(document).paragraphs())
    drawn = {flat(block.alternative) for block in blocks(document, Chart)}
    contents = {flat(link.text.rstrip("0123456789")) for link in tree.find("Link")}
    only_pdf = {words: n for words, n in (pdf - text).items() if words not in {"", *map(flat, pages)}}
    only_text = {
        words: n
        for words, n in (text - pdf).items()
        if words and words not in drawn and words not in contents
    }
    labels = {"page", "quand"}
    assert (set(only_pdf) - labels, set(only_text) - labels) == (set(), set())


@pytest.mark.parametrize("seed", RANDOM)
def test_any_document_is_written_and_links_lead_somewhere(seed):
    odf = odt(random_documents.document(seed))
    marks = [mark.get(named("text:name")) for mark in odf.find("text:bookmark")]
    assert len(set(marks)) == len(marks)
    targets = {link.get(named("xlink:href")) for link in odf.find("text:a")}
    assert {target[1:] for target in targets if target.startswith("#")} <= set(marks)


@pytest.mark.parametrize("name", files.SAMPLED)
def test_every_table_has_header_cells_and_rows_of_one_length(name):
    tables = odt(files.document(name)).find("table:table")
    assert tables
    for table in tables:
        heads = table.findall("table:table-header-rows", PREFIXES) + table.findall(
            "table:table-header-columns", PREFIXES
        )
        assert heads
        columns = len(table.findall(".//table:table-column", PREFIXES))
        rows = table.findall(".//table:table-row", PREFIXES)
        assert {len(row.findall("table:table-cell", PREFIXES)) for row in rows} == {columns}


def test_rows_stay_whole_headers_stand_above_their_figures_and_what_begins_a_page_does():
    document = files.document("large-epci")
    text = odt(document)
    assert {row.get(named("table:style-name")) for row in text.find("table:table-row")} == {"Ligne"}
    found = text.part("content.xml").findall(".//style:table-row-properties", PREFIXES)
    assert [row.get(named("fo:keep-together")) for row in found] == ["always"]
    heads = [head for head in text.find("table:table-header-rows//text:p") if words(head) == "Total"]
    assert {head.get(named("text:style-name")) for head in heads} == {"Titre_20_de_20_chiffres"}
    begun = [words(head) for head in text.find("text:h") if head.get(named("text:style-name")) == "Page"]
    assert begun == [section.title for section in document.sections if section.opens_page]


def test_as_many_tables_as_the_document_has():
    document = files.document("everything")
    captions = [block.caption for kind in (Table, Trace, Timetable) for block in blocks(document, kind)]
    captions += [block.data.caption for block in blocks(document, Chart)]
    paragraphs = Counter(flat(text) for text in odt(document).paragraphs())
    for caption in captions:
        assert paragraphs[flat(caption)] >= 1, caption


def test_pictures_say_what_they_show_and_are_there():
    document = files.document("everything")
    qr = Section("qr", "Code", (QrCode("https://exemple.invalid/verifier/", "Code QR qui mène ailleurs"),))
    odf = odt(replace(document, sections=(*document.sections, qr)))
    frames = odf.find("draw:frame")
    assert [words(frame.find("svg:title", PREFIXES)) for frame in frames][-1] == "Code QR qui mène ailleurs"
    assert len(frames) == sum(logo is not None for logo in (document.logo, document.host_logo)) + 1
    for frame in frames:
        path = frame.find("draw:image", PREFIXES).get(named("xlink:href"))
        assert odf.files[path].startswith(b"\x89PNG")


def test_it_says_its_language_its_title_and_that_it_is_a_project():
    document = files.document("small-commune")
    odf = odt(document)
    defaults = odf.part("styles.xml").find(".//style:default-style/style:text-properties", PREFIXES)
    assert (defaults.get(named("fo:language")), defaults.get(named("fo:country"))) == ("fr", "FR")
    meta = odf.part("meta.xml")
    assert meta.findtext(".//dc:title", "", PREFIXES).startswith(document.title)
    assert meta.findtext(".//dc:language", "", PREFIXES) == "fr-FR"
    header = odf.part("styles.xml").find(".//style:header", PREFIXES)
    assert "PROJET" in words(header)


def test_every_style_that_is_named_is_defined():
    odf = odt(files.document("everything"))
    content, styles = odf.part("content.xml"), odf.part("styles.xml")
    defined = {
        style.get(named("style:name"))
        for part in (content, styles)
        for style in part.iter()
        if style.get(named("style:name"))
    }
    used = {
        value
        for element in odf.body.iter()
        for name, value in element.attrib.items()
        if name.endswith("}style-name")
    }
    assert used <= defined


@pytest.mark.parametrize("text", build.HOSTILE_TEXTS)
def test_no_text_breaks_the_file(text):
    section = Section("a", text, (Paragraph((Run(text), Run(text, strong=True))),))
    odf = odt(replace(build.small_commune(), title=text, sections=(section,)))
    assert flat(text * 2) in {flat(paragraph) for paragraph in odf.paragraphs()} | {""}
