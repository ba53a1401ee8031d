"""Objects packed in compressed streams (PDF 1.5): thousands of small tags weigh a fifth of what they do one by one."""

import zlib
from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFStream
from reportlab.pdfbase.pdfdoc import format as format_object

_TOGETHER = 200
"""Objects a stream, so that a reader that wants one unpacks little."""
_FREE, _PLAIN, _PACKED = 0, 1, 2
_WIDTHS = (1, 4, 2)
"""Bytes of each column of the cross-reference: kind, place, rank."""


def packed(document: PDFDocument) -> bytes:
    """The whole file, with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8)."""
    document.Reference(document.Catalog)
    document.Reference(document.info)
    file = PDFFile(document._pdfVersion)
    entries: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    small: list[tuple[int, bytes]] = []
    for number, value, content in _written(document):
        if isinstance(value, PDFStream):
            entries[number] = (_PLAIN, file.add(_indirect(number, content)), 0)
        else:
            small.append((number, content.strip()))
    following = len(document.numberToId) + 1
    for first in range(0, len(small), _TOGETHER):
        group = small[first : first + _TOGETHER]
        for rank, (number, _) in enumerate(group):
            entries[number] = (_PACKED, following, rank)
        entries[following] = (_PLAIN, file.add(_indirect(following, _object_stream(group))), 0)
        following += 1
    start = file.offset
    entries[following] = (_PLAIN, start, 0)
    file.add(_indirect(following, _cross_reference(document, entries)))
    file.add(b"startxref\n%d\n%%%%EOF\n" % start)
    whole: bytes = file.format(document)
    return whole


def _written(document: PDFDocument) -> Iterator[tuple[int, object, bytes]]:
    """Every object with its number, in order; writing one may call for others, which come after."""
    number = 1
    while number in document.numberToId:
        value = document.idToObject[document.numberToId[number]]
        yield number, value, format_object(value, document, toplevel=1)
        number += 1


def _indirect(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, content.rstrip(b"\n"))


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    index, place = [], 0
    for number, content in group:
        index.append(b"%d %d" % (number, place))
        place += len(content) + 1
    head = b" ".join(index) + b"\n"
    body = b"\n".join(content for _, content in group)
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(group), len(head)), head + body)


def _cross_reference(document: PDFDocument, entries: dict[int, tuple[int, int, int]]) -> bytes:
    rows = b"".join(
        value.to_bytes(width, "big")
        for number in sorted(entries)
        for value, width in zip(entries[number], _WIDTHS, strict=True)
    )
    root = format_object(document.Reference(document.Catalog), document)
    info = format_object(document.Reference(document.info), document)
    identifier = format_object(document.ID(), document)
    described = b"/Type/XRef/Size %d/W[%d %d %d]/Root %s/Info %s/ID %s\n" % (
        len(entries),
        *_WIDTHS,
        root,
        info,
        identifier.strip(),  # ReportLab's own ends with a comment, hence the new line
    )
    return _stream(described, rows)


def _stream(entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)
