"""Money: each total is the sum of the cells it stands for, what nobody wrote is a dash and never zero."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from reen.enums import Theme
from strategy.document import walk
from strategy.document.draft import DraftData
from strategy.document.measures import BudgetYearData, ChoiceData, total_of
from strategy.document.model import Document, Table
from strategy.enums import ChoiceStatus, TaxBasis
from tests.strategy.document.drafts import GOVERNANCE, YEARS, choice, empty
from tests.strategy.document.parts import cells, document_of, rows, section, words

PARTS = {"Investissement", "Fonctionnement", "Sans détail"}


def random_choice(key: int, chance: random.Random) -> ChoiceData:
    """An action with any mix of amounts, known or not, over any years."""

    def sum_or_nothing() -> Decimal | None:
        return Decimal(chance.randrange(0, 10**7)) / 100 if chance.random() < 0.6 else None

    years = sorted(chance.sample(range(2024, 2040), chance.randrange(0, 9)))
    lines = (BudgetYearData(year, *(sum_or_nothing() for _ in range(4))) for year in years)
    return choice(
        key,
        theme=chance.choice(list(Theme)),
        years=tuple(lines),
        budget=sum_or_nothing(),
        status=chance.choice([None, *ChoiceStatus]),
    )


def random_draft(seed: int) -> DraftData:
    chance = random.Random(seed)
    return empty(choices=tuple(random_choice(key, chance) for key in range(chance.randrange(1, 12))))


def value(text: str) -> Decimal | None:
    """The figure a cell shows, None for the dash."""
    figure = text.translate({0x202F: None, 0xA0: None, ord("€"): None}).replace(",", ".")
    return None if figure == "–" else Decimal(figure)


def money(document: Document) -> list[Table]:
    """Every table of amounts of the document, those of the cards included."""
    blocks = [block for visit in walk.sections(document) for block in visit.section.blocks]
    return [block for block in blocks if isinstance(block, Table) and block.caption.startswith("Montants")]


def tables_of(document: Document, anchor: str) -> list[Table]:
    """The tables of that section, if there is one."""
    found = [visit.section for visit in walk.sections(document) if visit.section.anchor == anchor]
    return [block for part in found for block in part.blocks if isinstance(block, Table)]


def columns(table: Table) -> dict[str, list[Decimal | None]]:
    lines = cells(table.rows)
    return {
        column.label: [value(line[index]) for line in lines]
        for index, column in enumerate(table.columns)
        if column.numeric
    }


@pytest.mark.parametrize("seed", range(40))
def test_every_total_is_the_sum_of_its_cells(seed):
    tables = money(document_of(random_draft(seed)))
    for table in tables:
        labels = [line[0] for line in cells(table.rows)]
        figures = columns(table)
        if "Total" in labels:
            assert labels.index("Total") == len(labels) - 1
            for label, column in figures.items():
                assert column[-1] == total_of(column[:-1]), (table.caption, label)
        parts = PARTS & figures.keys() or figures.keys() - {"Total", "ETP", "Financement attendu"}
        for index, total in enumerate(figures.get("Total", [])):
            assert total == total_of(figures[label][index] for label in parts), (table.caption, labels[index])


@pytest.mark.parametrize("seed", range(40))
def test_every_table_tells_the_same_total(seed):
    data = random_draft(seed)
    document = document_of(data)
    kept = [row.cost for row in data.choices if row.status is not ChoiceStatus.DROPPED]
    known = total_of(kept)
    for anchor in ("budget-annees", "budget-themes"):
        assert {columns(table)["Total"][-1] for table in tables_of(document, anchor)} <= {known}
    spread = [columns(table) for table in tables_of(document, "budget-actions")]
    assert total_of(figures.get("Total", next(iter(figures.values())))[-1] for figures in spread) == known


def test_a_year_a_theme_and_an_action_each_have_their_table():
    choices = (
        choice(1, theme=Theme.PROCUREMENT, years=YEARS),
        choice(2, theme=Theme.CITIZENS, budget=Decimal(60)),
        choice(3, theme=Theme.CITIZENS, budget=None),
    )
    document = document_of(empty(choices=choices, governance=replace(GOVERNANCE, tax_basis=TaxBasis.GROSS)))
    assert rows(section(document, "budget-annees")) == [
        ["2027", "1\u202f000\u00a0€", "250,50\u00a0€", "–", "1\u202f250,50\u00a0€", "400\u00a0€", "0,5"],
        ["2028", "–", "300\u00a0€", "–", "300\u00a0€", "–", "0,25"],
        ["Sans année", "–", "–", "60\u00a0€", "60\u00a0€", "–", "–"],
        [
            "Total",
            "1\u202f000\u00a0€",
            "550,50\u00a0€",
            "60\u00a0€",
            "1\u202f610,50\u00a0€",
            "400\u00a0€",
            "0,75",
        ],
    ]
    assert [line[0] for line in rows(section(document, "budget-themes"))] == [
        "Thème 1\u00a0: Commande publique locale et durable",
        "Thème 5\u00a0: Démarche numérique responsable auprès de tous",
        "Total",
    ]
    assert rows(section(document, "budget-actions")) == [
        ["Action 1", "1\u202f250,50\u00a0€", "300\u00a0€", "–", "1\u202f550,50\u00a0€"],
        ["Action 2", "–", "–", "60\u00a0€", "60\u00a0€"],
        ["Total", "1\u202f250,50\u00a0€", "300\u00a0€", "60\u00a0€", "1\u202f610,50\u00a0€"],
    ]
    assert {table.caption.partition(" (")[2] for table in money(document)} == {"en euros TTC)"}
    assert words(section(document, "moyens").blocks) == [
        "Les montants sont exprimés toutes taxes comprises (TTC).",
        "Total des budgets indiqués\u00a0: 1\u202f610,50\u00a0€. 1\u00a0action n’a pas de budget indiqué.",
        "Le temps de travail se lit en équivalents temps plein (ETP)\u202f; son total, en années à temps plein.",
    ]


def test_many_years_take_several_tables_that_name_theirs():
    years = tuple(BudgetYearData(year, Decimal(1)) for year in range(2026, 2033))
    part = section(document_of(empty(choices=(choice(1, years=years),))), "budget-actions")
    assert [(table.caption, len(table.columns)) for table in part.blocks] == [
        ("Montants prévus par action, 2026 à 2030 (en euros)", 7),
        ("Montants prévus par action, 2031 à 2032 (en euros)", 4),
    ]


def test_no_sum_is_given_of_budgets_nobody_wrote():
    part = section(document_of(empty(choices=(choice(1, budget=None),))), "moyens")
    assert words(part.blocks) == ["Aucun budget n’est indiqué."]
    assert [each.anchor for each in part.sections] == ["moyens-actions"]


def test_taxes_are_asked_for_once_there_are_amounts():
    part = section(document_of(empty(choices=(choice(1),))), "moyens")
    assert "".join(words(part.blocks[0])[:2]).startswith(
        "À compléter\u00a0: les montants sont-ils hors taxes"
    )


def test_dropped_actions_are_left_out_of_totals_and_said():
    choices = (choice(1, budget=Decimal(10)), choice(2, status=ChoiceStatus.DROPPED))
    part = section(document_of(empty(choices=choices)), "moyens")
    assert "Total des budgets indiqués\u00a0: 10\u00a0€." in words(part)
    assert words(part.blocks)[-1] == "1\u00a0action abandonnée n’est pas dans ces totaux."


def test_means_that_are_no_money_are_told_action_by_action():
    choices = (
        choice(1, funding="Fonds imaginaire"),
        choice(2, budget=None, means=""),
        choice(3, means=""),
        choice(4, budget=None),
        choice(5, budget=None, means="", status=ChoiceStatus.DROPPED),
    )
    assert rows(section(document_of(empty(choices=choices)), "moyens-actions")) == [
        ["Action 1", "Fonds imaginaire", "Dix jours d’agent"],
        ["Action 2", "–", "à compléter"],
        ["Action 4", "–", "Dix jours d’agent"],
    ]


def test_a_card_has_its_years():
    document = document_of(empty(choices=(choice(1), choice(2, years=YEARS))))
    assert rows(section(document, "action-2"))[-1][0] == "Total"
    assert not any(isinstance(block, Table) for block in section(document, "action-1").blocks)
