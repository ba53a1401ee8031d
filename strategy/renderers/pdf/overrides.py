"""What ReportLab 5.1 writes otherwise than PDF/A and PDF/UA ask, put right in our own file only.

Nothing of ReportLab is patched for other users. Drop an override when a release of ReportLab does without it:
tests/strategy/renderers/test_pdf_overrides.py shows what ReportLab writes alone.
"""

import re
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from strategy.renderers.pdf.packing import packed

_UNMAPPED = re.compile(r"\n<[0-9A-F]{2}> <0000>")


class TerminatedStream(pdfdoc.PDFStream):
    """ReportLab 5.1 writes `endstream` right after the data; ISO 19005-3, 6.1.7.1 wants an end of line between.

    Data stay binary: ReportLab writes them in base 85 by default, a quarter larger for nobody's benefit.
    """

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        self.filters: list[object] = [
            step for step in self.filters or () if step is not pdfdoc.PDFBase85Encode
        ]
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


class ArchivalFile(pdfdoc.PDFDocument):
    """A file whose streams are terminated, whose fonts map no glyph to U+0000 and whose small objects are packed."""

    def Reference(self, obj: Any, name: str | None = None) -> pdfdoc.PDFObjectReference:  # noqa: N802
        """Every object of the file passes here once before it is written."""
        if type(obj) is pdfdoc.PDFStream:
            obj.__class__ = TerminatedStream
            if name and name.startswith("toUnicodeCMap:"):
                obj.content = without_unmapped(obj.content)
        return super().Reference(obj, name)

    def format(self) -> bytes:
        """The whole file; ReportLab 5.1 writes every object by itself, none packed."""
        return packed(self)


def without_unmapped(cmap: str) -> str:
    """ReportLab 5.1 maps unused codes to U+0000 in ToUnicode; ISO 14289-1, 7.21.7 forbids it."""
    cmap, dropped = _UNMAPPED.subn("", cmap)
    return re.sub(r"(\d+) beginbfchar", lambda match: f"{int(match[1]) - dropped} beginbfchar", cmap)


def tag_page(page: pdfdoc.PDFPage, key: int) -> None:
    """ReportLab 5.1 drops StructParents and Tabs from a page; ISO 14289-1, 7.18.3 and ISO 32000-1, 14.7.4.4."""
    page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = key
    page.Tabs = pdfdoc.PDFName("S")


def extend_catalogue(catalogue: pdfdoc.PDFCatalog, **entries: object) -> None:
    """ReportLab 5.1 drops catalogue entries it does not know (AF, OutputIntents)."""
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, *entries]
    for name, value in entries.items():
        setattr(catalogue, name, value)


def draw_image(canvas: Canvas, name: str, size: tuple[int, int], pixels: bytes) -> None:
    """ReportLab 5.1 writes images as streams of its own, past `TerminatedStream`, and in base 85.

    `pixels` are three bytes each, red, green and blue; the image fills the unit square.
    """
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": pdfdoc.PDFName("DeviceRGB"),
        "BitsPerComponent": 8,
    }
    registered = canvas._doc.getXObjectName(name)
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), pixels, filters=[pdfdoc.PDFZCompress])
    canvas._doc.Reference(stream, registered)
    canvas._formsinuse.append(name)
    canvas.addLiteral(f"/{registered} Do")
