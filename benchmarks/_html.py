"""A document as semantic HTML with a print style: what an HTML to PDF engine is given to do the same work."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from strategy.document.model import (
    Block,
    BulletList,
    Chart,
    Document,
    Facts,
    Notice,
    Section,
    Table,
    Text,
    Timetable,
    Trace,
)

STYLE = """
@font-face { font-family: Text; src: url(%(regular)s) }
@font-face { font-family: Text; src: url(%(bold)s); font-weight: bold }
@page { size: A4; margin: 22mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Text } }
body { font: 10.5pt/15pt Text } h1, h2, h3, h4 { break-after: avoid; line-height: 1.2 }
section.card, tr, li, dt { break-inside: avoid } table { width: 100%%; border-collapse: collapse }
td, th { border-bottom: 0.5pt solid #7f8b86; padding: 2pt 4pt; text-align: left; vertical-align: top }
a { color: #0b5a49 } nav a::after { content: leader(".") target-counter(attr(href), page) }
dt { float: left; clear: left; width: 27%%; font-weight: bold } dd { margin: 0 0 3pt 30%% }
"""


def to_html(document: Document) -> str:
    """The whole document; a chart or timetable is told by its table alone."""
    fonts = files("font_source_sans_pro") / "files"
    style = STYLE % {
        "regular": (fonts / "SourceSansPro-Regular.ttf"),
        "bold": (fonts / "SourceSansPro-Bold.ttf"),
    }
    contents = "".join(
        f'<li><a href="#{part.anchor}">{escape(part.title)}</a></li>'
        for section in document.sections
        for part in (section, *(inner for inner in section.sections if not inner.card))
    )
    body = "".join("".join(of_section(section, 1)) for section in document.sections)
    return (
        f'<!doctype html><html lang="{document.language}"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{style}</style></head><body>"
        f"<h1>{escape(document.title)}</h1><nav><ol>{contents}</ol></nav>{body}</body></html>"
    )


def of_section(section: Section, level: int) -> Iterator[str]:
    """A heading, its blocks, what it holds."""
    card = ' class="card"' if section.card else ""
    yield f'<section{card}><h{level} id="{section.anchor}">{escape(section.title)}</h{level}>'
    for block in section.blocks:
        yield of_block(block)
    for inner in section.sections:
        yield from of_section(inner, min(level + 1, 6))
    yield "</section>"


def of_block(block: Block) -> str:
    """One block."""
    match block:
        case BulletList():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{of_text(item)}</li>' for item in block.items)}</{tag}>"
        case Facts():
            return f"<dl>{''.join(f'<dt>{escape(f.label)}</dt><dd>{of_text(f.text)}</dd>' for f in block.facts)}</dl>"
        case Table():
            return table(
                [c.label for c in block.columns], [[of_text(cell) for cell in row] for row in block.rows]
            )
        case Chart():
            return of_block(block.data)
        case Timetable():
            return table(
                ["Action", "Période"], [[of_text(span.label), escape(span.words)] for span in block.spans]
            )
        case Trace():
            return table(
                ["Exigence", "Base", "État", "Pourquoi"],
                [[escape(cell) for cell in (r.title, r.basis, r.state.label, r.reason)] for r in block.rows],
            )
        case Notice():
            return f"<aside><p>{of_text(block.text)}</p></aside>"
        case _:
            return f"<p>{of_text(block.text)}</p>"


def table(labels: list[str], rows: list[list[str]]) -> str:
    """A table with header cells, whose cells are HTML already."""
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in labels)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def of_text(text: Text) -> str:
    """Runs of text."""
    words = []
    for run in text:
        word = escape(run.text)
        if run.strong:
            word = f"<strong>{word}</strong>"
        if run.emphasis:
            word = f"<em>{word}</em>"
        words.append(f'<a href="{escape(run.href)}">{word}</a>' if run.href else word)
    return "".join(words)
