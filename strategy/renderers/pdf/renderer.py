"""The PDF of a strategy: PDF/UA-1 and PDF/A-3a, the same document giving the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategy.document import walk
from strategy.document.integrity import verify
from strategy.document.model import Document
from strategy.renderers.pdf import contents, styles
from strategy.renderers.pdf.boxes import Box
from strategy.renderers.pdf.cover import cover_boxes
from strategy.renderers.pdf.furniture import draw_furniture
from strategy.renderers.pdf.glyphs import one_line
from strategy.renderers.pdf.metadata import describe
from strategy.renderers.pdf.pagination import Page, anchors, paginate
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.story import section_boxes
from strategy.renderers.pdf.structure import Element, write_tree
from strategy.renderers.wording import CONTENTS, NO_TITLE


class PdfRenderer:
    """Lays the whole document out, which gives each section its page, then draws it once."""

    identifier = "pdf"
    label = "PDF accessible"
    extension = "pdf"
    content_type = "application/pdf"

    def render(self, document: Document) -> bytes:
        """The file; raises `DocumentError` when the document is not of the right shape."""
        return self.lay_out(document).draw()

    def lay_out(self, document: Document) -> "Layout":
        """The file before it is drawn; raises `DocumentError` when the document is not of the right shape."""
        verify(document)
        root = Element("Document")
        titles = {
            visit.section.anchor: one_line(visit.section.title) or NO_TITLE
            for visit in walk.sections(document)
        }
        cover = paginate(cover_boxes(document, root)) if document.cover else []
        return Layout(document, root, titles, cover, _body(document, root, titles))


@dataclass(frozen=True, slots=True)
class Layout:
    """A document shared out between pages; to be drawn once, since drawing fills its tags."""

    document: Document
    root: Element
    titles: dict[str, str]
    cover: list[Page]
    body: list[Page]

    @property
    def numbers(self) -> dict[str, int]:
        """The page that each section begins on, and the contents, by anchor."""
        return {
            anchor: number
            for number, page in enumerate(self.body, start=len(self.cover) + 1)
            for anchor in anchors(page.boxes)
        }

    @property
    def pages(self) -> dict[str, int]:
        """The page that each section begins on, by anchor."""
        return {anchor: page for anchor, page in self.numbers.items() if anchor != contents.ANCHOR}

    def draw(self) -> bytes:
        """The file."""
        total = len(self.cover) + len(self.body)
        pen = Pen(self.root, self.numbers, self.titles, total, self.document.language)
        _draw(pen, self.cover, None)
        _draw(pen, self.body, self.document)
        _bookmark(pen, self.document, self.titles)
        pen.file.Catalog.StructTreeRoot = write_tree(pen.file, self.root, pen.parents)
        describe(pen.file, self.document)
        data: bytes = pen.file.GetPDFData(pen.canvas)
        return data


def _body(document: Document, root: Element, titles: dict[str, str]) -> list[Page]:
    """The pages after the cover: the text begins a page, unless that left the contents or the text nearly alone."""
    front = contents.contents_boxes(document, root, titles) if document.cover else []
    runs: list[list[Box]] = [[]]
    for section in document.sections:
        if section.opens_page:
            runs.append([])
        runs[-1] += section_boxes(section, 1, root, styles.WIDTH, titles)
    opening, *others = (paginate(run) for run in runs)
    rest = [page for pages in others for page in pages]
    if not opening:
        return [*paginate(front), *rest]
    apart = [paginate(front), [*opening, *rest]]
    if all(pages and pages[-1].used >= styles.HEIGHT * styles.LEAST_FILL for pages in apart):
        return [*apart[0], *apart[1]]
    return [*paginate([*front, *runs[0]]), *rest]


def _draw(pen: Pen, pages: Sequence[Page], running: Document | None) -> None:
    """Draws pages, with the header and footer of the `running` document if there is one."""
    for page in pages:
        y = styles.PAGE_HEIGHT - styles.TOP
        for index, box in enumerate(page.boxes):
            y -= box.above if index else 0.0
            box.draw(pen, styles.LEFT, y)
            y -= box.height
        if running is not None:
            draw_furniture(pen, running)
        pen.finish_page()


def _bookmark(pen: Pen, document: Document, titles: dict[str, str]) -> None:
    """The outline: the contents, then every section; what lies below the first level is folded."""
    if contents.ANCHOR in pen.pages:
        pen.bookmark(contents.ANCHOR, CONTENTS, 0, False)
    for visit in walk.sections(document):
        anchor = visit.section.anchor
        pen.bookmark(anchor, titles[anchor], visit.level - 1, visit.level > 1)
