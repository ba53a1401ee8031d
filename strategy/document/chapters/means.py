"""The money, the working time and the other means, by year, by theme and by action."""

from collections.abc import Iterator
from decimal import Decimal

from reen.typography import euros, plural
from strategy.document.budget import Sums, by_year, counted, sums_of, years_of
from strategy.document.chapters.actions import theme_title, used_themes
from strategy.document.chapters.budget_tables import (
    UNDATED,
    captioned,
    money,
    strong,
    sums_table,
    total_row,
    year_rows,
    year_table,
)
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData, total_of
from strategy.document.model import Block, Column, Paragraph, Section, Table
from strategy.document.words import EMPTY, NONE, missing, plain
from strategy.enums import TaxBasis

MOST_YEARS = 5
"""Columns of years a page can show beside the action and the total."""


def means(data: DraftData) -> Section:
    """What is provided for; totals are the sums of what the tables show."""
    if not data.choices:
        return Section("moyens", "Moyens", (missing("les moyens des actions."),))
    choices = counted(data.choices)
    parts = (
        ("budget-annees", "Budget par année", by_years(choices, data.governance.tax_basis)),
        ("budget-themes", "Budget par thème", by_themes(choices, data)),
        ("budget-actions", "Budget par action", by_actions(choices, data.governance.tax_basis)),
        ("moyens-actions", "Financements et moyens par action", other_means(choices)),
    )
    sections = tuple(Section(anchor, title, blocks) for anchor, title, blocks in parts if blocks)
    return Section("moyens", "Moyens", tuple(introduction(data, choices)), sections)


def introduction(data: DraftData, choices: tuple[ChoiceData, ...]) -> Iterator[Block]:
    """What every amount is, the sum, and what no amount says."""
    sums = sum(map(sums_of, choices), Sums())
    if sums.cost is None:
        yield Paragraph(plain("Aucun budget n’est indiqué."))
    else:
        basis = data.governance.tax_basis
        if basis is None:
            yield missing("les montants sont-ils hors taxes (HT) ou toutes taxes comprises (TTC) ?")
        else:
            yield Paragraph(plain(f"Les montants sont exprimés {basis.label}."))
        told = f"Total des budgets indiqués : {euros(sums.cost)}."
        if without := sum(choice.cost is None for choice in choices):
            told += f" {plural(without, 'action n’a', 'actions n’ont')} pas de budget indiqué."
        yield Paragraph(plain(told))
    if sums.fte is not None:
        yield Paragraph(
            plain(
                "Le temps de travail se lit en équivalents temps plein (ETP) ; son total, en années à temps plein."
            )
        )
    if dropped := len(data.choices) - len(choices):
        subject = plural(dropped, "action abandonnée n’est", "actions abandonnées ne sont")
        yield Paragraph(plain(f"{subject} pas dans ces totaux."))


def by_years(choices: tuple[ChoiceData, ...], basis: TaxBasis | None) -> tuple[Block, ...]:
    """A row a year; nothing when no amount has a year."""
    years = years_of(choices)
    if years in ((), (None,)):
        return ()
    spread = [by_year(choice) for choice in choices]
    sums = {year: sum((each.get(year, Sums()) for each in spread), Sums()) for year in years}
    return (year_table("Montants prévus par année", year_rows(sums), basis),)


def by_themes(choices: tuple[ChoiceData, ...], data: DraftData) -> tuple[Block, ...]:
    """A row a theme, once there are several to compare."""
    rows = tuple(
        (plain(theme_title(theme), f"#theme-{theme.number}"), sums)
        for theme in used_themes(data)
        if (sums := sum((sums_of(choice) for choice in choices if choice.theme is theme), Sums())) != Sums()
    )
    if len(rows) < 2:
        return ()
    return (sums_table("Montants prévus par thème", Column("Thème", 7), rows, data.governance.tax_basis),)


def by_actions(choices: tuple[ChoiceData, ...], basis: TaxBasis | None) -> tuple[Block, ...]:
    """Action by action, a column a year; many years take several tables."""
    costs = {choice.key: {year: sums.cost for year, sums in by_year(choice).items()} for choice in choices}
    told = [choice for choice in choices if choice.cost is not None]
    years = [
        year for year in years_of(told) if any(costs[choice.key].get(year) is not None for choice in told)
    ]
    return tuple(
        action_table(
            told, tuple(years[start : start + MOST_YEARS]), costs, basis, whole=len(years) <= MOST_YEARS
        )
        for start in range(0, len(years), MOST_YEARS)
    )


def action_table(
    choices: list[ChoiceData],
    years: tuple[int | None, ...],
    costs: dict[int, dict[int | None, Decimal | None]],
    basis: TaxBasis | None,
    *,
    whole: bool,
) -> Table:
    """The cost of the actions in some years; `whole` when these are all the years there are."""
    names = [str(year) if year else UNDATED for year in years]
    span = "" if whole else f", {names[0]}" if len(names) == 1 else f", {names[0]} à {names[-1]}"
    heads = [*names, "Total"] if len(years) > 1 else names
    columns = (Column("Action", 12), *(Column(name, 3, numeric=True) for name in heads))
    kept: list[tuple[ChoiceData, tuple[Decimal | None, ...]]] = []
    for choice in choices:
        values = tuple(costs[choice.key].get(year) for year in years)
        if any(value is not None for value in values):
            kept.append((choice, (*values, total_of(values)) if len(years) > 1 else values))
    rows = [
        (plain(choice.title, f"#action-{choice.key}"), *(plain(money(value)) for value in values))
        for choice, values in kept
    ]
    if len(rows) > 1:
        rows.append((strong("Total"), *(strong(money(value)) for value in total_row(v for _, v in kept))))
    return Table(captioned(f"Montants prévus par action{span}", basis), columns, tuple(rows))


def other_means(choices: tuple[ChoiceData, ...]) -> tuple[Block, ...]:
    """What is expected from others, and the means that are no money; what has no means at all is to be completed."""
    rows = tuple(
        (
            plain(choice.title, f"#action-{choice.key}"),
            plain(choice.funding or NONE),
            plain(choice.means or (NONE if choice.has_means else EMPTY)),
        )
        for choice in choices
        if choice.funding or choice.means or not choice.has_means
    )
    if not rows:
        return ()
    columns = (Column("Action", 4), Column("Financements attendus", 3), Column("Moyens", 4))
    return (Table("Financements et moyens par action", columns, rows),)
