"""The actions on one page: what a meeting needs to choose among them."""

from datetime import date

from reen.enums import Theme
from reen.typography import date_words, euros, plural
from strategy.document.budget import counted
from strategy.document.chapters.actions import by_theme, how_many, used_themes
from strategy.document.chapters.budget_tables import money
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData, total_of
from strategy.document.model import Block, Column, Paragraph, Run, Section, Table, Text
from strategy.document.words import NONE, missing, plain
from strategy.enums import BodyRole, ChoiceStatus

TITLE = "Feuille de choix des actions"
STEERING = "Pilotage"


def selection(data: DraftData) -> Section:
    """One row an action, by theme; what nobody wrote is a dash."""
    return Section("selection", TITLE, tuple(selection_blocks(data)))


def selection_blocks(data: DraftData) -> list[Block]:
    """Of what draft, how many and how much, then the table."""
    named = Run(", ".join(body.name for body in data.bodies if body.role is BodyRole.BEARER), strong=True)
    communes = sum(body.role is BodyRole.ASSOCIATED for body in data.bodies)
    others = f" et {plural(communes, 'commune associée', 'communes associées')}" if communes else ""
    dated = f"{others}. Brouillon {data.reference} du {date_words(data.changed_at.date())}."
    if not data.choices:
        return [Paragraph((named, *plain(dated))), missing("les actions de la stratégie.")]
    total = total_of(choice.cost for choice in counted(data.choices))
    basis = data.governance.tax_basis
    money = f", {euros(total)}{f' {basis.label}' if basis else ''}" if total is not None else ""
    columns = (
        Column("Action", 40),
        Column("Thème", 4),
        Column("Pilote", 19),
        Column("Dates", 9),
        Column("Coût", 9, numeric=True),
        Column("Priorité", 4),
    )
    numbered = [f"{theme.number}, {theme.label}" for theme in used_themes(data) if theme.number]
    return [
        Paragraph((named, *plain(f"{dated} {how_many(data)}{money}."))),
        Table("Actions retenues", columns, tuple(map(row, by_theme(data))), compact=True),
        *((Paragraph(plain(f"Thèmes du décret : {' ; '.join(numbered)}.")),) if numbered else ()),
    ]


def row(choice: ChoiceData) -> tuple[Text, ...]:
    """One action in a line; one that was dropped says so, and shows no cost: the column makes the total."""
    gone = choice.status is ChoiceStatus.DROPPED
    return (
        plain(f"{choice.title} ({ChoiceStatus.DROPPED.label})" if gone else choice.title),
        plain(str(choice.theme.number) if choice.theme is not Theme.STEERING else STEERING),
        plain(choice.pilot or NONE),
        plain(dates(choice.start, choice.end)),
        plain(money(None if gone else choice.cost)),
        (Run(choice.priority.label if choice.priority else NONE),),
    )


def dates(start: date | None, end: date | None) -> str:
    """« 2027 à 2028 » on one line, « 2027 », or the end that is known."""
    if start and end:
        return str(start.year) if start.year == end.year else f"{start.year}\u00a0à\u00a0{end.year}"
    if start:
        return f"dès {start.year}"
    return f"avant fin {end.year}" if end else NONE
