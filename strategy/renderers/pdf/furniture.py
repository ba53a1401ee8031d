"""What every page but the cover repeats, as artifacts: whose document, that it is a draft, the page."""

from functools import lru_cache

from strategy.document.model import Document
from strategy.document.versioning import status_words
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.fonts import face
from strategy.renderers.pdf.glyphs import one_line
from strategy.renderers.pdf.lines import Line, Piece
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.wording import DEMONSTRATION

_HEADER_Y = styles.PAGE_HEIGHT - 48.0
_FOOTER_Y = 40.0
_APART = 24.0
"""Between the title and what the document is."""


def draw_furniture(pen: Pen, document: Document) -> None:
    """The header and the footer of the page being drawn."""
    right = styles.PAGE_WIDTH - styles.RIGHT
    pen.furniture("Header")
    names = one_line(", ".join(body.name for body in document.bodies[:1]))
    title, status = one_line(document.title), status_words(document)
    room = styles.WIDTH - face(strong=True).width(status, styles.NOTE.size) - _APART
    _draw(pen, _shortened(" — ".join(text for text in (names, title) if text), room), styles.LEFT, _HEADER_Y)
    _draw(pen, status, right, _HEADER_Y, strong=True, to_right=True)
    pen.rule(styles.LEFT, _HEADER_Y - 8, right, _HEADER_Y - 8)
    pen.furniture("Footer")
    if document.demonstration:
        _draw(pen, DEMONSTRATION, styles.LEFT, _FOOTER_Y, strong=True)
    _draw(pen, f"page {pen.page} / {pen.total}", right, _FOOTER_Y, to_right=True)


def _draw(pen: Pen, text: str, x: float, y: float, strong: bool = False, to_right: bool = False) -> None:
    chosen = face(strong)
    width = chosen.width(text, styles.NOTE.size)
    line = Line((Piece(text, 0.0, width, chosen, None),), width)
    pen.text(line, x - width if to_right else x, y, styles.NOTE, None)


@lru_cache(maxsize=16)
def _shortened(text: str, room: float) -> str:
    """The text, cut with an ellipsis when it is wider than what the header has for it."""
    chosen = face()
    if chosen.width(text, styles.NOTE.size) <= room:
        return text
    while text and chosen.width(text + "…", styles.NOTE.size) > room:
        text = text[: max(0, len(text) - 1 - len(text) // 50)]
    return text.rstrip() + "…"
