"""Page numbers, known once every box has its page: in the contents and in the traceability table."""

from dataclasses import dataclass, replace

from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import TextBox, baseline
from strategy.renderers.pdf.fonts import face
from strategy.renderers.pdf.lines import Line, Piece
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element

NUMBER_WIDTH = 34.0
"""Room for a page number of any length."""


def _draw_right(pen: Pen, text: str, right: float, y: float, style: styles.Style, link: Element) -> float:
    """Draws a line that ends at `right`; returns where it begins."""
    chosen = face(style.strong)
    width = chosen.width(text, style.size)
    line = Line((Piece(text, 0.0, width, chosen, link),), width)
    pen.text(line, right - width, y - baseline(style), style, link)
    return right - width


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page of an anchor, aligned to the right; `link` is the Link element it belongs to."""

    link: Element
    style: styles.Style
    width: float
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return self.style.leading

    def split(self, room: float, least: float) -> "tuple[PageNumber | None, PageNumber | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        page = pen.pages[self.link.target.removeprefix("#")]
        _draw_right(pen, str(page), x + self.width, y, self.style, self.link)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """An entry of the contents: a title, a dotted line and the page, all part of one link."""

    title: TextBox
    link: Element
    indent: float
    above: float = 0.0
    keep_with_next: bool = False
    ends: bool = True

    @property
    def height(self) -> float:
        return self.title.height

    def split(self, room: float, least: float) -> "tuple[ContentsLine | None, ContentsLine | None]":
        head, rest = self.title.split(room, least)
        if head is None or rest is None:
            return (self, None) if rest is None else (None, self)
        return replace(self, title=head, ends=False), replace(self, title=rest, above=0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        x += self.indent
        self.title.draw(pen, x, y)
        if not self.ends:
            return
        style = self.title.style
        y -= self.height - style.leading
        page = pen.pages[self.link.target.removeprefix("#")]
        begin = x + self.title.lines[-1].width + 6
        end = _draw_right(pen, str(page), x + self.title.width + NUMBER_WIDTH, y, style, self.link) - 6
        pen.dots(begin, end, y - baseline(style))
