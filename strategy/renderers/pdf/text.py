"""From the document's texts to boxes of lines."""

from strategy.document.model import Run, Text
from strategy.renderers.pdf.boxes import TextBox
from strategy.renderers.pdf.glyphs import drawable
from strategy.renderers.pdf.lines import Span, break_lines
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.styles import Style


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
