"""Tables of money: each column has a total, and each total is the sum of the cells above it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from reen.typography import euros
from strategy.document.budget import Sums
from strategy.document.measures import total_of
from strategy.document.model import Column, Run, Table, Text
from strategy.document.words import NONE, amount, plain
from strategy.enums import TaxBasis

Row = tuple[Text, Sums]
UNDATED = "Sans année"
SHORT = {TaxBasis.NET: "HT", TaxBasis.GROSS: "TTC"}
COLUMNS = {
    "investment": Column("Investissement", 5, numeric=True),
    "running": Column("Fonctionnement", 7, numeric=True),
    "unspread": Column("Sans détail", 3, numeric=True),
    "cost": Column("Total", 5, numeric=True),
    "funding": Column("Financement attendu", 4, numeric=True),
    "fte": Column("ETP", 1, numeric=True),
}
"""The column of each figure of the sums, wide enough for its head; those that nobody filled are left out."""


def year_rows(sums: Mapping[int | None, Sums]) -> tuple[Row, ...]:
    """A row a year, in order, what has no year last."""
    ordered = sorted(sums, key=lambda year: (year is None, year))
    return tuple((plain(str(year) if year else UNDATED), sums[year]) for year in ordered)


def year_table(caption: str, rows: tuple[Row, ...], basis: TaxBasis | None) -> Table:
    """A row a year."""
    return sums_table(caption, Column("Année", 2), rows, basis)


def sums_table(caption: str, first: Column, rows: tuple[Row, ...], basis: TaxBasis | None) -> Table:
    """The amounts of each row, then their total when there are several rows."""
    total = sum((sums for _, sums in rows), Sums())
    shown = [name for name in COLUMNS if name == "cost" or getattr(total, name) is not None]
    lines = [(label, *(cell(sums, name) for name in shown)) for label, sums in rows]
    if len(rows) > 1:
        lines.append((strong("Total"), *(strong(words(total, name)) for name in shown)))
    return Table(captioned(caption, basis), (first, *(COLUMNS[name] for name in shown)), tuple(lines))


def captioned(caption: str, basis: TaxBasis | None) -> str:
    """The caption with the unit of the amounts."""
    return f"{caption} (en euros{f' {SHORT[basis]}' if basis else ''})"


def cell(sums: Sums, name: str) -> Text:
    """One figure, in words; a dash when nobody gave it."""
    return plain(words(sums, name))


def words(sums: Sums, name: str) -> str:
    """The figure of that name as it is read."""
    value: Decimal | None = getattr(sums, name)
    return money(value) if name != "fte" else amount(value) or NONE


def money(value: Decimal | None) -> str:
    """An amount; a dash when nobody gave it."""
    return NONE if value is None else euros(value)


def strong(text: str) -> Text:
    """A figure that sums up others."""
    return (Run(text, strong=True),)


def total_row(rows: Iterable[tuple[Decimal | None, ...]]) -> tuple[Decimal | None, ...]:
    """The sum of each column, None where no row has anything."""
    return tuple(map(total_of, zip(*rows, strict=True)))
