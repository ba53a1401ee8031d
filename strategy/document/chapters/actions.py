"""The actions retained, by theme, with the means."""

from collections.abc import Iterator
from decimal import Decimal

from reen.enums import Theme
from reen.typography import euros, plural
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData
from strategy.document.model import Block, Column, Notice, Paragraph, Run, Section, Table
from strategy.document.words import EMPTY, copied_from, facts, missing, period, plain, prose

NONE = "–"


def actions(data: DraftData) -> Section:
    """The six themes of the decree are optional: those without an action are named in one line, not scolded."""
    used = [theme for theme in Theme if any(choice.theme is theme for choice in data.choices)]
    unused = [theme.label for theme in Theme if theme.number and theme not in used]
    intro: list[Block] = []
    if not data.choices:
        intro.append(missing("les actions de la stratégie."))
    if unused:
        intro.append(
            Paragraph(
                plain(
                    f"Le décret propose six thèmes, tous facultatifs. Sans action ici : {' ; '.join(unused)}."
                )
            )
        )
    themes = tuple(theme_section(theme, data) for theme in used)
    return Section("actions", "Actions", tuple(intro), (*themes, means(data)))


def theme_section(theme: Theme, data: DraftData) -> Section:
    """One theme and the cards of its actions."""
    cards = tuple(action_card(choice) for choice in data.choices if choice.theme is theme)
    title = f"Thème {theme.number}\u00a0: {theme.label}" if theme.number else theme.label
    return Section(f"theme-{theme.number}", title, (), cards)


def action_card(choice: ChoiceData) -> Section:
    """One retained action, with the catalogue entry it was copied from."""
    return Section(
        f"action-{choice.key}",
        choice.title,
        tuple(action_blocks(choice)),
        card=True,
        entry=copied_from(choice.entry),
    )


def action_blocks(choice: ChoiceData) -> Iterator[Block]:
    """What it is, then the local facts; wording nobody touched is marked as proposed."""
    yield from prose(choice.summary)
    if not choice.is_local:
        proposed = Run("Texte proposé par le catalogue", strong=True)
        yield Notice((proposed, Run(", à adapter et à compléter ici.")), kind="attention")
    yield facts(
        f"Action\u00a0: {choice.title}",
        ("Pilote", choice.pilot),
        ("Calendrier", period(choice.start, choice.end)),
        ("Avancement", choice.status.label if choice.status else ""),
        *((("Partenaires", choice.partners),) if choice.partners else ()),
        ("Budget prévu", euros(choice.cost) if choice.cost is not None else ""),
        *((("Moyens", choice.means),) if choice.means else ()),
    )


def means(data: DraftData) -> Section:
    """What is provided for, action by action, and the sum of the budgets that are known."""
    if not data.choices:
        return Section("moyens", "Moyens", (missing("les moyens des actions."),))
    rows = tuple(
        (
            (Run(choice.title, href=f"#action-{choice.key}"),),
            plain(euros(choice.cost) if choice.cost is not None else NONE if choice.means else EMPTY),
            plain(choice.means or (NONE if choice.cost is not None else EMPTY)),
        )
        for choice in data.choices
    )
    columns = (
        Column("Action", weight=5),
        Column("Budget prévu", weight=2, numeric=True),
        Column("Moyens", weight=4),
    )
    budgets = [choice.cost for choice in data.choices if choice.cost is not None]
    unknown = len(data.choices) - len(budgets)
    total = f"Total des budgets indiqués : {euros(sum(budgets, Decimal(0)))}."
    if not budgets:
        total = "Aucun budget n’est indiqué."
    elif unknown:
        total += f" {plural(unknown, 'action n’a', 'actions n’ont')} pas de budget indiqué."
    return Section(
        "moyens", "Moyens", (Table("Moyens prévus par action", columns, rows), Paragraph(plain(total)))
    )
