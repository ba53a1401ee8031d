"""From the sections of a document to the boxes of its pages."""

from collections.abc import Mapping
from dataclasses import replace

from strategy.document.model import Section
from strategy.renderers.pdf import styles
from strategy.renderers.pdf.blocks import block_boxes
from strategy.renderers.pdf.boxes import Box, Stack, TextBox
from strategy.renderers.pdf.panels import CARD, Panel, inner_width
from strategy.renderers.pdf.structure import Element
from strategy.renderers.pdf.text import text_box
from strategy.renderers.wording import entry_words


def section_boxes(
    section: Section, level: int, parent: Element, width: float, titles: Mapping[str, str]
) -> list[Box]:
    """The boxes of a section and of those it holds; a card is one box."""
    element = Element("Sect", parent)
    setting = styles.CARD if section.card else styles.OPEN
    inner = inner_width(CARD, width) if section.card else width
    boxes: list[Box] = [_heading(section, level, element, inner, titles)]
    if section.entry is not None:
        text = entry_words(section.entry)
        boxes.append(text_box(text, styles.NOTE, Element("P", element), inner, above=2, keep_with_next=True))
    for block in section.blocks:
        boxes += block_boxes(block, element, inner, titles, setting)
    if section.sections and len(boxes) == 2 and isinstance(boxes[-1], TextBox):
        boxes[-1] = replace(boxes[-1], keep_with_next=True)  # an introduction stays with what it introduces
    for part in section.sections:
        boxes += section_boxes(part, level + 1, element, inner, titles)
    if not section.card:
        return boxes
    return [Panel(Stack(tuple(boxes), together=True), CARD, width, above=10.0)]


def _heading(
    section: Section, level: int, element: Element, width: float, titles: Mapping[str, str]
) -> TextBox:
    rank = min(level, len(styles.HEADINGS)) - 1
    return text_box(
        titles[section.anchor],
        styles.CARD_TITLE if section.card else styles.HEADINGS[rank],
        Element(f"H{level}", element),
        width,
        above=styles.ABOVE_HEADING[rank],
        keep_with_next=True,
        anchor=section.anchor,
    )
