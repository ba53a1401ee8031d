"""Figures printed: totals are the sums of the lines above them, and what the record gives when computed again."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reen.typography import euros
from strategy.document import walk
from strategy.document.checking.check import Check, Problem, Subject, told
from strategy.document.measures import ChoiceData
from strategy.document.model import Document, Paragraph, Section, State, Table, Text
from strategy.document.record import Record
from strategy.document.tracing import rows_of
from strategy.document.walk import words_of
from strategy.enums import ChoiceStatus

COLUMNS = "Totaux des tableaux de montants"
OVERALL = "Total des budgets, recalculé"
COUNTED = "Décompte des exigences"
TOTAL = "Total"
CENT = Decimal("0.01")
_MONEY_SECTIONS = ("budget-annees", "budget-themes", "budget-actions")
_AMOUNT = re.compile(r"(\d[\d\s]*(?:,\d+)?)\s€")
_SENTENCES = {
    "moyens": re.compile(rf"Total des budgets indiqués\s:\s{_AMOUNT.pattern}"),
    "essentiel": re.compile(rf"{_AMOUNT.pattern}\sprévus"),
}
"""How the sum of everything is printed, by section."""


def of_figures(document: Document, record: Record) -> Iterator[Check]:
    """The sums of the tables, the sum of everything, the count of the requirements."""
    tables = list(money_tables(document))
    yield from told(Subject.FIGURES, COLUMNS, len(tables), wrong_columns(tables))
    printed = list(printed_sums(document))
    yield from told(Subject.FIGURES, OVERALL, len(printed), wrong_sums(printed, cost_of_all(record)))
    rows = rows_of(document)
    yield from told(Subject.FIGURES, COUNTED, len(rows), wrong_count(document))


def money_tables(document: Document) -> Iterator[tuple[Section, Table]]:
    """The tables of amounts that print a total, in the chapter on means and on the cards of actions."""
    for visit in walk.sections(document):
        anchor = visit.section.anchor
        if anchor in _MONEY_SECTIONS or anchor.startswith("action-"):
            for block in visit.section.blocks:
                if isinstance(block, Table) and has_total(block):
                    yield visit.section, block


def has_total(table: Table) -> bool:
    """Whether its last line sums up the others."""
    return bool(table.rows) and words_of(table.rows[-1][0]) == TOTAL


def wrong_columns(tables: list[tuple[Section, Table]]) -> Iterator[Problem]:
    """Totals that are not the sum of what is printed above them."""
    for section, table in tables:
        *lines, last = table.rows
        for index, column in enumerate(table.columns[1:], start=1):
            total = sum((read(line[index]) for line in lines), Decimal(0))
            if total != read(last[index]):
                words = (
                    f"{table.caption}, colonne « {column.label} » : les lignes donnent {shown(total)}, le tableau "
                    f"imprime {words_of(last[index])}."
                )
                yield section.title, words, section.anchor


def printed_sums(document: Document) -> Iterator[tuple[Section, Decimal]]:
    """Each place that prints the sum of everything, and what it prints."""
    for visit in walk.sections(document):
        section = visit.section
        pattern = _SENTENCES.get(section.anchor)
        for block in section.blocks:
            if pattern and isinstance(block, Paragraph) and (found := pattern.search(words_of(block.text))):
                yield section, number(found[1])
            whole = section.anchor in _MONEY_SECTIONS[:2] and isinstance(block, Table)
            if whole and isinstance(block, Table) and has_total(block):
                labels = [column.label for column in block.columns]
                yield section, read(block.rows[-1][labels.index(TOTAL)])


def wrong_sums(printed: list[tuple[Section, Decimal]], total: Decimal) -> Iterator[Problem]:
    """Places where another sum is printed."""
    for section, value in printed:
        if value != total.quantize(CENT):
            words = f"il est imprimé {euros(value)}, les données donnent {euros(total)}."
            yield section.title, words, section.anchor


def cost_of_all(record: Record) -> Decimal:
    """What the actions that are not dropped cost, from what was typed."""
    kept = (choice for choice in record.choices if choice.status is not ChoiceStatus.DROPPED)
    return sum(map(cost_of, kept), Decimal(0))


def cost_of(choice: ChoiceData) -> Decimal:
    """Its years if any has an amount, else its budget."""
    spread = [
        amount for line in choice.years for amount in (line.investment, line.running) if amount is not None
    ]
    return sum(spread, Decimal(0)) if spread else choice.budget or Decimal(0)


def wrong_count(document: Document) -> Iterator[Problem]:
    """States counted otherwise on the cover than in the table."""
    states = [row.state for row in rows_of(document)]
    cover = document.coverage
    for state, said in zip(State, (cover.answered, cover.incomplete, cover.absent), strict=True):
        if states.count(state) != said:
            words = f"« {state.label} » : {said} sur la couverture, {states.count(state)} dans le tableau."
            yield "Traçabilité légale", words, "tracabilite"


def read(text: Text) -> Decimal:
    """The figure printed in a cell; a dash is nothing."""
    words = words_of(text)
    return number(words) if any(map(str.isdigit, words)) else Decimal(0)


def number(words: str) -> Decimal:
    """« 1 250,50 € » as a number."""
    return Decimal(re.sub(r"[^\d,]", "", words).replace(",", "."))


def shown(value: Decimal) -> str:
    """A sum as tables print it."""
    return euros(value).removesuffix("\u00a0€")
