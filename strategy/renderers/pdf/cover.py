"""The cover: whose strategy this is, that it is a draft, of which day, and how far it answers the law."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reen.typography import capitalised
from strategy.document.model import Body, Document
from strategy.document.versioning import dated_words, status_words
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.boxes import Box, Stack, TextBox
from strategy.renderers.pdf.dial import SIZE, Dial
from strategy.renderers.pdf.panels import NOTICES, Panel, inner_width
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.picture import Picture
from strategy.renderers.pdf.signs import INDENT, Signed
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.tables import PADDING, Cell, Row
from strategy.renderers.pdf.text import text_box
from strategy.renderers.wording import FICTION, NO_TITLE, associated, count_words, counts

_GAP = 26.0
_SCALES = (
    (styles.ON_ACCENT_DISPLAY, styles.ON_ACCENT_TITLE, 290.0),
    (styles.ON_ACCENT_DISPLAY, styles.ON_ACCENT_TITLE, 0.0),
    (replace(styles.ON_ACCENT_TITLE, strong=True), styles.ON_ACCENT, 0.0),
)
"""The styles of the names and of the title, and the least height of the band, the largest first."""


@dataclass(frozen=True, slots=True)
class Band:
    """The accent, from edge to edge and from the top of the page; its content sits at its foot."""

    content: Stack
    least: float
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return max(self.least, self.content.height + _GAP)

    def split(self, room: float, least: float) -> "tuple[Band | None, Band | None]":
        if self.height <= room + 0.01:
            return self, None
        head, rest = self.content.split(room - _GAP, least)
        if head is None or rest is None:
            return None, self
        return replace(self, content=head), replace(self, content=rest, least=0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        bottom = y - self.height
        pen.rectangle(0, bottom, styles.PAGE_WIDTH, styles.PAGE_HEIGHT - bottom, styles.ACCENT)
        self.content.draw(pen, x, bottom + _GAP + self.content.height)


def cover_boxes(document: Document, root: Element) -> list[Box]:
    """The boxes of the cover, as large as one page allows; very many or very long names go on to a second one."""
    for names, title, least in _SCALES:
        boxes = _boxes(document, Element("Sect", root), names, title, least)
        if Stack(tuple(boxes)).height <= styles.HEIGHT:
            break
    return boxes


def _boxes(
    document: Document, part: Element, names: styles.Style, title: styles.Style, least: float
) -> list[Box]:
    groups = [(role, list(bodies)) for role, bodies in groupby(document.bodies, key=lambda body: body.role)]
    leading, others = (groups[0][1], groups[1:]) if groups else ([], [])
    boxes: list[Box] = [Band(_band(document, leading, part, names, title), least), _status(document, part)]
    if document.demonstration:
        boxes.append(_demonstration(part))
    boxes.append(_coverage(document, part))
    for role, bodies in others:
        boxes += _associated(role, bodies, part)
    boxes.append(_line(f"Référence\u00a0: {document.reference}", styles.NOTE, part, _GAP / 2))
    return boxes


def _line(text: str, style: styles.Style, parent: Element, above: float = 0.0) -> TextBox:
    return text_box(text, style, Element("P", parent), styles.WIDTH, above=above)


def _band(
    document: Document, bodies: Sequence[Body], part: Element, names: styles.Style, title: styles.Style
) -> Stack:
    boxes: list[Box] = [_line(document.title.strip() or NO_TITLE, title, part)]
    for body in bodies:
        detail = ", ".join(text for text in (body.role, body.detail) if text)
        boxes.append(_line(body.name, names, part, names.size * 0.7))
        boxes.append(_line(capitalised(detail), styles.ON_ACCENT, part, 3))
    return Stack(tuple(boxes))


def _status(document: Document, part: Element) -> Row:
    """What the file is and of which day; to the right, whose it is and who hosts the service, as pictures."""
    logos = _logos(document, part)
    width = styles.WIDTH - sum(logo.width + _GAP for logo in logos) - (0 if logos else _GAP)
    words = (
        text_box(status_words(document), styles.STATUS, Element("P", part), width),
        text_box(dated_words(document), styles.TEXT, Element("P", part), width),
    )
    cells, x = [Cell(Stack(words), 0.0, None)], width
    for logo in logos:
        cells.append(Cell(Stack((logo,)), x + _GAP, None))
        x += _GAP + logo.width
    return Row(tuple(cells), styles.WIDTH, ruled=False, above=_GAP - PADDING)


def _logos(document: Document, part: Element) -> list[Picture]:
    """That of the collectivité first; two of them are drawn smaller, to leave room for the words."""
    named = {"logo": document.logo, "host_logo": document.host_logo}
    logos = {name: logo for name, logo in named.items() if logo is not None}
    widest = 150.0 if len(logos) == 1 else 105.0
    return [Picture(logo, part, name, widest) for name, logo in logos.items()]


def _demonstration(part: Element) -> Panel:
    look = NOTICES["attention"]
    body = text_box(FICTION, styles.STRONG, Element("P", part), inner_width(look, styles.WIDTH))
    return Panel(Stack((body,)), look, styles.WIDTH, above=_GAP / 2)


def _associated(role: str, bodies: Sequence[Body], part: Element) -> list[Box]:
    role = associated(role, len(bodies))
    names = ", ".join(f"{body.name} ({body.detail})" if body.detail else body.name for body in bodies)
    heading = replace(_line(capitalised(role), styles.STRONG, part, _GAP / 2), keep_with_next=True)
    return [heading, _line(names, styles.TEXT, part)]


def _coverage(document: Document, part: Element) -> Row:
    """The dial, with its sentence and its key beside it."""
    x = SIZE + _GAP
    width = styles.WIDTH - x
    words: list[Box] = [text_box(document.coverage.sentence, styles.STRONG, Element("P", part), width)]
    for state, count in counts(document.coverage).items():
        label = text_box(count_words(state, count), styles.TEXT, Element("P", part), width - INDENT)
        words.append(Signed(label, state, above=4.0))
    cells = (
        Cell(Stack((Dial(document.coverage, part),)), 0.0, None),
        Cell(Stack(tuple(words)), x, None),
    )
    return Row(cells, styles.WIDTH, ruled=False, above=_GAP)
