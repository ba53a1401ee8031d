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
    """The text set in lines no wider than `width`; its links become Link elements of `element`."""
    runs = (Run(text),) if isinstance(text, str) else text
    lines = tuple(break_lines(_spans(runs, style, element), style.size, width))
    return TextBox(lines, style, element, width, above, keep_with_next, anchor)


def plain(text: Text) -> str:
    """The words of a text, without emphasis nor links."""
    return "".join(run.text for run in text)


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
