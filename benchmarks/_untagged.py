"""The same pages without a tag: what our PDF costs before it is made accessible."""

from collections.abc import Iterator
from contextlib import contextmanager

from strategy.document.model import Document
from strategy.renderers.pdf import renderer
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element


class UntaggedPen(Pen):
    """Draws the same things and marks nothing; links stay links."""

    def _mark(self, element: Element | None) -> None:
        """Nothing is part of anything."""

    def _close(self) -> None:
        """Nothing was opened."""

    def furniture(self, kind: str) -> None:
        """A header is drawn as anything else."""

    def area(self, link: Element, x: float, y: float, width: float, height: float) -> None:
        place = (x, y, x + width, y + height)
        if link.target.startswith("#"):
            self.canvas.linkRect("", link.target[1:], place, thickness=0)
        else:
            self.canvas.linkURL(link.target, place, thickness=0)

    def finish_page(self) -> None:
        for x, y, width in self._underlines:
            self.rule(x, y, x + width, y)
        self._underlines.clear()
        self.canvas.showPage()


@contextmanager
def untagged() -> Iterator[None]:
    """Within it, the renderer writes no mark and no tag tree; pages, links, metadata and attachment stay."""
    kept = renderer.Pen, renderer.write_tree
    renderer.Pen = UntaggedPen
    renderer.write_tree = lambda *_: None
    try:
        yield
    finally:
        renderer.Pen, renderer.write_tree = kept


def render_untagged(document: Document) -> bytes:
    """The plain PDF of a document."""
    with untagged():
        return renderer.PdfRenderer().render(document)
