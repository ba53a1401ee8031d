"""Reads an OpenDocument text back with the standard library: what wrote it is not asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

PREFIXES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
UNREAD = ("table:title", "svg:title", "text:table-of-content-source")


def named(name: str) -> str:
    """« text:p » as ElementTree names it."""
    prefix, _, local = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


@dataclass
class Odt:
    """The parts of a file."""

    files: dict[str, bytes]
    first: tuple[str, int]

    def part(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.files[name])

    @property
    def body(self) -> ElementTree.Element:
        found = self.part("content.xml").find(".//office:text", PREFIXES)
        assert found is not None
        return found

    def find(self, name: str) -> list[ElementTree.Element]:
        return self.body.findall(f".//{name}", PREFIXES)

    def paragraphs(self) -> list[str]:
        """The text of each heading and paragraph, in reading order."""
        return [words(element) for element in readable(self.body)]


def opened(data: bytes) -> Odt:
    """The file, its first part told apart."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert first.compress_type == ZIP_STORED
        files = {name: archive.read(name) for name in archive.namelist()}
        return Odt(files, (first.filename, first.compress_type))


def readable(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Headings and paragraphs."""
    for child in element:
        if child.tag in (named("text:p"), named("text:h")):
            yield child
        elif child.tag not in map(named, UNREAD):
            yield from readable(child)


def words(element: ElementTree.Element) -> str:
    """The text of an element, lines broken where they are."""
    told = element.text or ""
    for child in element:
        if child.tag == named("text:line-break"):
            told += "\n"
        elif child.tag not in map(named, UNREAD):
            told += words(child)
        told += child.tail or ""
    return told
