"""What the file says of itself: title, language, dates, conformance, colours, and the data it comes from."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import md5, sha256
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
    ViewerPreferencesPDFDictionary,
)

from strategy.document.model import Document
from strategy.document.serialize import to_json
from strategy.document.versioning import status_words
from strategy.renderers.pdf.glyphs import LONGEST_STRING, one_line, shortened
from strategy.renderers.pdf.overrides import extend_catalogue
from strategy.renderers.wording import PRODUCER

DATA_NAME = "document.json"
"""The name of the attachment that holds the document as data."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """Midnight of the document's day, in the shape of ReportLab's own time stamps: no clock is read."""

    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int = 0
    dmm: int = 0


def describe(file: PDFDocument, document: Document) -> None:
    """Fills the catalogue, the information dictionary, the identifier and the attachment of the file."""
    day = date.fromisoformat(document.issue.issued_on if document.issue else document.changed_on)
    title = file_title(document)
    names = one_line(", ".join(body.name for body in document.bodies))
    author = shortened(names, LONGEST_STRING) or PRODUCER
    file._timeStamp = _Moment((day.year, day.month, day.day, 0, 0, 0))
    data = to_json(document).encode()
    identifier = sha256(data).hexdigest()[:32]  # the same document has the same, whatever wrote it
    file._ID = f"\n[<{identifier}><{identifier}>]\n".encode()
    file.setTitle(title)
    file.setAuthor(author)
    file.setSubject(status_words(document))
    file.setCreator(PRODUCER)
    file.setProducer(PRODUCER)
    catalogue = file.Catalog
    catalogue.setPageMode("UseOutlines")
    catalogue.ViewerPreferences = ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.Metadata = _metadata(title, author, document, day)
    attachment = _attachment(file, data, day)
    names = PDFArray([PDFString(DATA_NAME), attachment])
    catalogue.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})
    extend_catalogue(catalogue, AF=PDFArray([attachment]), OutputIntents=PDFArray([_output_intent()]))


def file_title(document: Document) -> str:
    """The title shown by viewers: the strategy's, with the name of the first collectivité."""
    texts = [one_line(text) for text in (document.title, *(body.name for body in document.bodies[:1]))]
    return shortened(" — ".join(text for text in texts if text), LONGEST_STRING) or PRODUCER


def _metadata(title: str, author: str, document: Document, day: date) -> PDFStream:
    moment = f"{day.isoformat()}T00:00:00Z"
    packet = _XMP.format(
        title=escape(title),
        author=escape(author),
        subject=escape(status_words(document)),
        language=escape(document.language),
        producer=PRODUCER,
        moment=moment,
    )
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return PDFStream(PDFDictionary(entries), packet.encode())


def _attachment(file: PDFDocument, data: bytes, day: date) -> object:
    moment = PDFString(f"D:{day:%Y%m%d}000000Z")
    checksum = md5(data, usedforsecurity=False).hexdigest()  # the only kind that PDF's CheckSum knows
    parameters = {"Size": len(data), "ModDate": moment, "CheckSum": f"<{checksum}>"}
    entries = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/application#2Fjson",
        "Params": PDFDictionary(parameters),
    }
    stream = PDFStream(PDFDictionary(entries), data, filters=[PDFZCompress])
    embedded = file.Reference(stream)
    specification = {
        "Type": PDFName("Filespec"),
        "F": PDFString(DATA_NAME),
        "UF": PDFString(DATA_NAME),
        "AFRelationship": PDFName("Source"),
        "Desc": PDFString("Les données dont ce document est tiré (JSON)"),
        "EF": PDFDictionary({"F": embedded, "UF": embedded}),
    }
    return file.Reference(PDFDictionary(specification))


def _output_intent() -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), filters=[PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )


@cache
def _srgb() -> bytes:
    """The sRGB profile of Pillow, dated by a constant: Pillow writes the time of its making."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0)) + profile[36:]


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
