"""Draws on pages and marks everything drawn: as part of an element of the tag tree, or as an artifact."""

from collections.abc import Mapping
from io import BytesIO
from urllib.parse import quote

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from strategy.renderers.pdf import overrides, styles
from strategy.renderers.pdf.fonts import face
from strategy.renderers.pdf.glyphs import shortened
from strategy.renderers.pdf.lines import Line, Piece
from strategy.renderers.pdf.structure import Annotation, Element, Mark, ParentTree

_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"


class Pen:
    """A canvas on which nothing can be drawn unmarked.

    `pages` gives the page number of each anchor and `titles` its title; both are known before drawing begins.
    """

    def __init__(
        self, root: Element, pages: Mapping[str, int], titles: Mapping[str, str], total: int, language: str
    ) -> None:
        self.pages = pages
        self.titles = titles
        self.total = total
        self.parents = ParentTree()
        self.canvas = Canvas(
            BytesIO(),
            pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=face().name,
            initialFontSize=styles.BODY,
            lang=language,
            pdfVersion=(1, 7),
        )
        self.file = self.canvas._doc
        self.file.__class__ = overrides.ArchivalFile
        self._marked: list[Element] = []
        self._open: object = None
        self._underlines: list[tuple[float, float, float]] = []
        root.join()

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 1."""
        return int(self.canvas.getPageNumber())

    def text(
        self, line: Line, x: float, baseline: float, style: styles.Style, element: Element | None
    ) -> None:
        """A line of text as part of `element`, its links being tappable; without an element, an artifact."""
        for piece in line.pieces:
            linked = piece.link if element else None
            self._mark(linked or element)
            self.canvas.setFont(piece.face.name, style.size)
            self._fill(styles.ACCENT if linked and not style.quiet else style.color)
            self.canvas.drawString(x + piece.x, baseline, piece.text)
            if linked:
                self._link(piece, linked, x + piece.x, baseline, style)

    def _link(self, piece: Piece, link: Element, x: float, baseline: float, style: styles.Style) -> None:
        width = piece.face.width(piece.text.rstrip(" "), style.size)
        bottom = baseline - style.size * 0.25
        self.area(link, x, bottom, width, style.size * 1.1)
        if not style.quiet:
            self._underlines.append((x, baseline - 1.6, width))

    def area(self, link: Element, x: float, y: float, width: float, height: float) -> None:
        """A tappable rectangle of a Link element, its lower left corner at (x, y)."""
        link.join()
        name = f"Link{len(self.parents.entries)}"
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([x, y, x + width, y + height]),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
                "StructParent": self.parents.add(link),
            }
        )
        if link.target.startswith("#"):
            anchor = link.target[1:]
            annotation["Dest"] = self.canvas._bookmarkReference(anchor)
            title = shortened(self.titles[anchor])
            annotation["Contents"] = PDFString(f"Aller à «\u202f{title}\u202f», page {self.pages[anchor]}")
        else:
            address = quote(link.target, safe=_URL_SAFE)
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
            annotation["Contents"] = PDFString(f"Ouvrir {shortened(link.target)}")
        self.canvas._addAnnotation(annotation, name)
        link.kids.append(Annotation(self.file.thisPageName(), name))

    def rectangle(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """A filled rectangle, an artifact; (x, y) is its lower left corner."""
        self._mark(None)
        self._fill(color)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def rule(
        self, x: float, y: float, x2: float, y2: float, color: Color = styles.LINE, width: float = 0.6
    ) -> None:
        """A straight line, an artifact."""
        self._mark(None)
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(width)
        self.canvas.line(x, y, x2, y2)

    def dots(self, x: float, x2: float, y: float) -> None:
        """A dotted line that leads the eye, an artifact."""
        if x2 > x:
            canvas = self.ornament()
            canvas.setStrokeColor(styles.MUTED)
            canvas.setLineWidth(0.8)
            canvas.setLineCap(1)
            canvas.setDash(0, 4)
            canvas.line(x, y, x2, y)
            canvas.setDash()
            canvas.setLineCap(0)

    def figure(self, element: Element) -> Canvas:
        """The canvas, for shapes that belong to a Figure."""
        self._mark(element)
        return self.canvas

    def ornament(self) -> Canvas:
        """The canvas, for shapes that mean nothing by themselves."""
        self._mark(None)
        return self.canvas

    def anchor(self, name: str, top: float) -> None:
        """The place that links and bookmarks named `name` lead to."""
        self.canvas.bookmarkHorizontalAbsolute(name, top, left=0)

    def bookmark(self, name: str, title: str, level: int, closed: bool) -> None:
        """An entry of the outline, leading to the anchor `name`; levels count from 0."""
        self.canvas.addOutlineEntry(shortened(title), name, level, closed)

    def furniture(self, kind: str) -> None:
        """What follows is a page header or footer (`Header`, `Footer`)."""
        self._close()
        self.canvas.addLiteral(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC")
        self._open = "artifact"

    def finish_page(self) -> None:
        """Ends the page; what was left open is closed."""
        for x, y, width in self._underlines:
            self.rule(x, y, x + width, y, styles.ACCENT, 0.5)
        self._underlines.clear()
        self._close()
        self.canvas.showPage()
        overrides.tag_page(self.file.Pages.pages[-1], self.parents.add(self._marked))
        self._marked = []

    def _mark(self, element: Element | None) -> None:
        """What is drawn next belongs to `element`, or is an artifact."""
        wanted = element or "artifact"
        if self._open is wanted or (element is None and self._open == "artifact"):
            return
        self._close()
        self._open = wanted
        if element is None:
            self.canvas.addLiteral("/Artifact BMC")
            return
        element.join()
        number = len(self._marked)
        self._marked.append(element)
        element.kids.append(Mark(self.file.thisPageName(), number))
        self.canvas.addLiteral(f"/{element.tag} <</MCID {number}>> BDC")

    def _close(self) -> None:
        if self._open is not None:
            self.canvas.addLiteral("EMC")
        self._open = None

    def _fill(self, color: Color) -> None:
        if self.canvas._fillColorObj is not color:
            self.canvas.setFillColor(color)
