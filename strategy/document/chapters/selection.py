"""The actions on one page: what a meeting needs to choose among them."""

from datetime import date

from reen.enums import Theme
from reen.typography import euros, plural
from strategy.document.budget import counted, sums_of
from strategy.document.chapters.actions import used_themes
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData, total_of
from strategy.document.model import Block, Column, Paragraph, Run, Section, Table, Text
from strategy.document.words import NONE, missing, plain

TITLE = "Feuille de choix des actions"
STEERING = "Pilotage"


def selection(data: DraftData) -> Section:
    """One row an action, by theme; what nobody wrote is a dash."""
    return Section("selection", TITLE, tuple(selection_blocks(data)))


def selection_blocks(data: DraftData) -> list[Block]:
    """How many and how much, then the table."""
    if not data.choices:
        return [missing("les actions de la stratégie.")]
    total = total_of(sums_of(choice).cost for choice in counted(data.choices))
    basis = data.governance.tax_basis
    money = f", {euros(total)}{f' {basis.label}' if basis else ''}" if total is not None else ""
    columns = (
        Column("Action", 8),
        Column("Thème", 2),
        Column("Pilote", 4),
        Column("Dates", 3),
        Column("Coût", 3, numeric=True),
        Column("Priorité", 2),
    )
    rows = tuple(
        row(choice) for theme in used_themes(data) for choice in data.choices if choice.theme is theme
    )
    return [
        Paragraph(plain(f"{plural(len(data.choices), 'action')}{money}.")),
        Table("Actions retenues", columns, rows),
    ]


def row(choice: ChoiceData) -> tuple[Text, ...]:
    """One action in a line."""
    cost = sums_of(choice).cost
    return (
        plain(choice.title),
        plain(str(choice.theme.number) if choice.theme is not Theme.STEERING else STEERING),
        plain(choice.pilot or NONE),
        plain(dates(choice.start, choice.end)),
        plain(NONE if cost is None else euros(cost)),
        (Run(choice.priority.label if choice.priority else NONE),),
    )


def dates(start: date | None, end: date | None) -> str:
    """« 01/2027 – 12/2028 », a dash for the end that is not known."""
    if start is None and end is None:
        return NONE
    return f"{start:%m/%Y} {NONE} {end:%m/%Y}" if start and end else short_date(start, end)


def short_date(start: date | None, end: date | None) -> str:
    """The one date that is known."""
    return f"dès {start:%m/%Y}" if start else f"avant {end:%m/%Y}"
