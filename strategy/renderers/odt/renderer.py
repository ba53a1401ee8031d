"""The document as a text that people edit: OpenDocument, the same document giving the same bytes."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from odfdo import Document as Odf
from odfdo import Element

from strategy.document import walk
from strategy.document.integrity import verify
from strategy.document.model import Document, Section
from strategy.document.versioning import status_words
from strategy.renderers.odt.blocks import block_elements
from strategy.renderers.odt.cover import contents_elements, cover_elements
from strategy.renderers.odt.elements import Xml, made, one_line, paragraph
from strategy.renderers.odt.pictures import Pictures
from strategy.renderers.odt.styles import automatic_styles, styles_xml
from strategy.renderers.wording import NO_TITLE, PRODUCER, entry_words

_KEPT = ("mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml")


class OdtRenderer:
    """Headings, lists, tables with header cells, alternative texts, named styles: nothing that only the eye sees."""

    identifier = "odt"
    label = "Texte modifiable (ODT)"
    extension = "odt"
    content_type = "application/vnd.oasis.opendocument.text"

    def render(self, document: Document) -> bytes:
        """The file; raises `DocumentError` when the document is not of the right shape."""
        verify(document)
        odf, pictures = Odf("text"), Pictures()
        titles = {
            visit.section.anchor: one_line(visit.section.title) or NO_TITLE
            for visit in walk.sections(document)
        }
        parts: list[Xml] = []
        if document.cover:
            parts += [*cover_elements(document, pictures), *contents_elements(document, titles)]
        for section in document.sections:
            parts += section_elements(section, 1, titles, pictures)
        content = "".join(parts)
        odf.set_part("styles.xml", styles_xml(document))
        _fill(odf.content.get_element("//office:automatic-styles"), automatic_styles(content))
        _fill(odf.body, content)
        _describe(odf, document)
        return _archive(odf, pictures, _day(document))


def section_elements(
    section: Section, level: int, titles: dict[str, str], pictures: Pictures
) -> Iterator[Xml]:
    """A section and those it holds; its heading carries the bookmark that links lead to."""
    yield made(
        "text:h",
        made("text:bookmark", name__text=section.anchor),
        titles[section.anchor],
        style_name__text="Page" if section.opens_page else f"Heading_20_{level}",
        outline_level__text=str(level),
    )
    if section.entry is not None:
        yield paragraph(entry_words(section.entry), "Note")
    for block in section.blocks:
        yield from block_elements(block, titles, pictures)
    for part in section.sections:
        yield from section_elements(part, level + 1, titles, pictures)


def _fill(place: Element | None, written: str) -> None:
    """Puts elements in place of what a new text has there."""
    if place is None:
        raise LookupError
    place.clear()
    for element in Element.from_tag(f"<office:text>{written}</office:text>").children:
        place.append(element)


def _day(document: Document) -> date:
    return date.fromisoformat(document.issue.issued_on if document.issue else document.changed_on)


def _describe(odf: Odf, document: Document) -> None:
    """Title, subject, language and day; no clock is read."""
    meta, day = odf.meta, _day(document)
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - ODF writes it without a zone
    names = one_line(", ".join(body.name for body in document.bodies))
    meta.set_title(" — ".join(text for text in (one_line(document.title), names) if text) or PRODUCER)
    meta.set_subject(status_words(document))
    meta.set_language(document.language)
    meta.set_generator(PRODUCER)
    meta.set_creation_date(moment)
    meta.set_modification_date(moment)
    meta.set_creator(names or PRODUCER)


def _archive(odf: Odf, pictures: Pictures, day: date) -> bytes:
    """The parts that matter in a fixed order, all of that day: the type first, as readers of magic numbers expect."""
    for path in odf.manifest.get_paths():
        if path not in ("/", *_KEPT):
            odf.manifest.del_full_path(path)
    for path in pictures.files:
        odf.manifest.add_full_path(path, "image/png")
    saved, archive = BytesIO(), BytesIO()
    odf.save(saved)
    with ZipFile(saved) as reader, ZipFile(archive, "w") as writer:
        files = {name: reader.read(name) for name in _KEPT} | pictures.files
        for name, content in files.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            writer.writestr(entry, content)
    return archive.getvalue()
