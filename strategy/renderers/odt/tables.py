"""Real tables: a caption before, header cells repeated on each page, and a header column where there is one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from strategy.document.model import Column, Facts, Run, Table, Text, Timetable, Trace
from strategy.document.tracing import since_words
from strategy.renderers.odt.elements import Xml, made, one_line, paragraph

Cell = tuple[Text, ...]
"""The paragraphs of a cell."""
_NO_ROW = "Aucune ligne."
_TRACED = (Column("Exigence", 4), Column("État", 2), Column("Réponse dans ce document", 4))
_WHEN = (Column("Quoi", 3), Column("Quand", 2))
_FACTS = (Column("", 1), Column("", 3))
COLUMN = "Colonne"
PADDING, LETTER, LONGEST = 3.0, 2.3, 18
"""Millimetres around a text and of a letter, and letters of the longest word that a column widens for."""
PAGE = 170
"""Millimetres between the margins."""


def table_elements(block: Table) -> Iterator[Xml]:
    """The caption, then the table."""
    rows = [tuple((text,) for text in row) for row in block.rows]
    yield from captioned(block.caption, block.columns, rows, header_column=block.row_headers)


def trace_elements(block: Trace, titles: dict[str, str]) -> Iterator[Xml]:
    """The traceability table; a link leads to each answer, a text that flows has no page of its own."""
    rows = []
    for row in block.rows:
        state = ((Run(row.state.label),), *(((Run(since_words(row.since)),),) if row.since else ()))
        answer: Cell = ((Run(row.reason),),)
        if row.anchor is not None:
            answer = ((Run(titles[row.anchor], href=f"#{row.anchor}"),), *answer)
        rows.append((((Run(row.title),), (Run(row.basis),)), state, answer))
    yield from captioned(block.caption, _TRACED, rows, header_column=True)


def timetable_elements(block: Timetable) -> Iterator[Xml]:
    """What and when in words; a group is told before the first of its lines."""
    rows: list[tuple[Cell, ...]] = []
    group = ""
    for span in block.spans:
        if span.group and span.group != group:
            rows.append((((Run(span.group, strong=True),),), ()))
        group = span.group
        rows.append(((span.label,), ((Run(span.words),),)))
    yield from captioned(block.caption, _WHEN, rows, header_column=True)


def facts_element(block: Facts) -> Xml:
    """Labels and values, a row each; the name of the group is that of the table."""
    rows = [(((Run(fact.label),),), (fact.text,)) for fact in block.facts]
    return grid(one_line(block.caption), _FACTS, rows, header_row=False, header_column=True)


def captioned(
    caption: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], *, header_column: bool
) -> Iterator[Xml]:
    """The caption as a paragraph that stays with the table."""
    if one_line(caption):
        yield paragraph(one_line(caption), "Caption")
    told = rows or [(((Run(_NO_ROW),),), *((),) * (len(columns) - 1))]
    yield grid(one_line(caption), columns, told, header_row=True, header_column=header_column)


def grid(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    *,
    header_row: bool,
    header_column: bool,
) -> Xml:
    """The table itself."""
    heads = [made("table:title", name)] if name else []
    widths = [
        made("table:table-column", style_name__table=f"{COLUMN}{width}") for width in widths_of(columns, rows)
    ]
    if header_column:
        widths[0] = made("table:table-header-columns", widths[0])
    labels = [
        cell(((Run(column.label),),), "Titre de chiffres" if column.numeric else "Table Heading")
        for column in columns
    ]
    top = [made("table:table-header-rows", line(labels))] if header_row else []
    lines = (line(cells(row, columns, header_column)) for row in rows)
    return made("table:table", *heads, *widths, *top, *lines, style_name__table="Tableau")


def line(cells: Iterable[Xml]) -> Xml:
    """A row, which stays on one page."""
    return made("table:table-row", *cells, style_name__table="Ligne")


def cells(row: tuple[Cell, ...], columns: Sequence[Column], header_column: bool) -> Iterator[Xml]:
    """The cells of a row: the first may be a header, figures are aligned to the right."""
    for index, (texts, column) in enumerate(zip(row, columns, strict=True)):
        style = "Chiffres" if column.numeric else "Table Contents"
        yield cell(texts, "Titre de ligne" if header_column and not index else style)


def cell(texts: Cell, style: str) -> Xml:
    """One cell, a paragraph a text."""
    inner = [paragraph(text, style_name(style)) for text in texts or ((),)]
    return made("table:table-cell", *inner, style_name__table="Case", value_type__office="string")


def style_name(words: str) -> str:
    """A style by the name that people read, as files name it."""
    return words.replace(" ", "_20_")


def widths_of(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]) -> list[int]:
    """Millimetres: each column holds its longest word, and what is left is shared by weight."""
    needed = [
        LETTER * longest([column.label, *words_of(rows, index)]) for index, column in enumerate(columns)
    ]
    left = PAGE - sum(needed)
    if left < 0:
        return [max(1, int(PAGE * need / sum(needed))) for need in needed]
    total = sum(column.weight for column in columns)
    return [int(need + left * column.weight / total) for need, column in zip(needed, columns, strict=True)]


def words_of(rows: Sequence[tuple[Cell, ...]], index: int) -> Iterator[str]:
    """The texts of a column."""
    for row in rows:
        yield from (run.text for text in row[index] for run in text)


def longest(texts: Iterable[str]) -> int:
    """Letters of the longest word, those of one nobody could read left aside."""
    return min(max((len(word) for text in texts for word in re.split(r"[ \n-]", text)), default=1), LONGEST)
