"""From the document's texts to boxes of lines."""

import re

from strategy.document.model import Run, Text
from strategy.renderers.pdf.boxes import TextBox
from strategy.renderers.pdf.glyphs import drawable
from strategy.renderers.pdf.lines import Span, break_lines
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.styles import Style

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
"""But those at which no line is broken."""
_LONGEST_LINE = 400
"""Characters, more than any line holds."""


def text_box(
    text: Text | str,
    style: Style,
    element: Element | None,
    width: float,
    *,
    above: float = 0.0,
    keep_with_next: bool = False,
    anchor: str | None = None,
) -> TextBox:
    """The text in lines no wider than `width`, none if it is blank; its links become Links of `element`."""
    runs = (Run(text),) if isinstance(text, str) else text
    spans = _spans(runs, style, element)
    blank = all(span.text.isspace() or not span.text for span in spans)
    lines = () if blank else tuple(break_lines(spans, style.size, width))
    return TextBox(lines, style, element, width, above, keep_with_next, anchor)


def short_box(text: str, style: Style, element: Element | None, width: float, most: int = 1) -> TextBox:
    """The text in `most` lines at most, cut with an ellipsis where a drawing has no room for all of it."""
    text = _BLANKS.sub(" ", text).strip()[: most * _LONGEST_LINE]
    box = text_box(text, style, element, width)
    while len(box.lines) > most:
        kept = "".join(piece.text for line in box.lines[:most] for piece in line.pieces)
        text = text[: min(len(kept), len(text) - 1) - 1 - len(text) // 50]
        box = text_box(text.rstrip() + "…", style, element, width)
    return box


def _spans(runs: Text, style: Style, element: Element | None) -> list[Span]:
    spans: list[Span] = []
    link: Element | None = None
    for run in runs:
        if run.href is None or element is None:
            link = None
        elif link is None or link.target != run.href:
            link = Element("Link", element, target=run.href)
        text, face = drawable(run.text, style.strong or run.strong, run.emphasis)
        spans.append(Span(text, face, link))
    return spans
