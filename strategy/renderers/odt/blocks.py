"""From the blocks of a document to elements of a text."""

from collections.abc import Iterator

from strategy.document.model import (
    Block,
    BulletList,
    Chart,
    Facts,
    Notice,
    Paragraph,
    QrCode,
    Run,
    Table,
    Text,
    Timetable,
    Trace,
)
from strategy.renderers.odt.elements import Xml, made, one_line, paragraph, picture
from strategy.renderers.odt.pictures import Pictures
from strategy.renderers.odt.tables import (
    facts_element,
    table_elements,
    timetable_elements,
    trace_elements,
)
from strategy.renderers.wording import NOTICE_LABELS

_QR_SIDE = 110.0


def block_elements(block: Block, titles: dict[str, str], pictures: Pictures) -> Iterator[Xml]:
    """The elements of a block, in reading order."""
    match block:
        case Paragraph():
            if said(block.text):
                yield paragraph(block.text)
        case BulletList():
            yield bullets(block)
        case Notice():
            named = bool(block.text) and block.text[0].strong  # such a remark says itself what it is
            label = () if named else (Run(NOTICE_LABELS[block.kind], strong=True),)
            yield paragraph((*label, *block.text), "Attention" if block.kind == "attention" else "Encadré")
        case Chart():
            yield from chart_elements(block)
        case QrCode():
            frame = picture(
                pictures.qr(block.address), pictures.name(), block.alternative, _QR_SIDE, _QR_SIDE
            )
            yield made("text:p", frame, style_name__text="Text_20_body")
        case _:
            yield from grid_elements(block, titles)
            yield paragraph("", "Espace")


def grid_elements(block: Facts | Table | Trace | Timetable, titles: dict[str, str]) -> Iterator[Xml]:
    """The elements of what is told in a table."""
    match block:
        case Facts():
            yield facts_element(block)
        case Table():
            yield from table_elements(block)
        case Trace():
            yield from trace_elements(block, titles)
        case Timetable():
            yield from timetable_elements(block)


def said(text: Text) -> bool:
    """Whether there is anything to read."""
    return any(run.text.strip() for run in text)


def bullets(block: BulletList) -> Xml:
    """A list, numbered or not."""
    items = [made("text:list-item", paragraph(item, "Liste")) for item in block.items]
    return made("text:list", *items, style_name__text="Numéros" if block.ordered else "Puces")


def chart_elements(block: Chart) -> Iterator[Xml]:
    """What the drawing shows, in words and in figures: a text that people edit has no use for the drawing."""
    if one_line(block.caption):
        yield paragraph(one_line(block.caption), "Caption")
    yield paragraph(one_line(block.alternative))
    yield from table_elements(block.data)
    yield paragraph("", "Espace")
