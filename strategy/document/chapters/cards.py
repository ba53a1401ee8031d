"""The card of one action: what it is, who does it, when, with what, for which objective."""

from collections.abc import Iterator

from reen.typography import euros
from strategy.document.budget import by_year
from strategy.document.chapters.budget_tables import year_rows, year_table
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData
from strategy.document.model import Block, Fact, Facts, Notice, Paragraph, Run, Section, Text
from strategy.document.words import copied_from, fact, joined, period, prose

ALL = "toutes les collectivités de la stratégie"


def action_card(choice: ChoiceData, data: DraftData) -> Section:
    """One retained action, with the catalogue entry it was copied from."""
    return Section(
        f"action-{choice.key}",
        choice.title,
        tuple(action_blocks(choice, data)),
        card=True,
        entry=copied_from(choice.entry),
    )


def action_blocks(choice: ChoiceData, data: DraftData) -> Iterator[Block]:
    """What it is, then the local facts; wording nobody touched is marked as proposed."""
    yield from prose(choice.summary)
    if not choice.is_local:
        proposed = Run("Texte proposé par le catalogue", strong=True)
        yield Notice((proposed, Run(", à adapter et à compléter ici.")), kind="attention")
    yield Facts(f"Action\u00a0: {choice.title}", tuple(action_facts(choice, data)))
    if choice.years:
        rows = by_year(choice)
        yield year_table(
            f"Montants prévus par année\u00a0: {choice.title}", year_rows(rows), data.governance.tax_basis
        )
    if choice.evidence:
        yield from labelled("Preuves", choice.evidence)


def action_facts(choice: ChoiceData, data: DraftData) -> Iterator[Fact]:
    """Four facts are always there, to be completed if need be; the others once somebody wrote them."""
    if choice.priority:
        yield fact("Priorité", choice.priority.label)
    yield fact("Pilote", choice.pilot)
    if choice.elected:
        yield fact("Élu référent ou élue référente", choice.elected)
    if len(data.bodies) > 1 or choice.bodies or choice.communes:
        yield fact("Périmètre", scope(choice))
    if choice.partners:
        yield fact("Partenaires", choice.partners)
    yield fact("Calendrier", period(choice.start, choice.end))
    yield fact("Avancement", choice.status.label if choice.status else "")
    yield fact("Budget prévu", euros(choice.cost) if choice.cost is not None else "")
    if choice.funding:
        yield fact("Financements attendus", choice.funding)
    if choice.means:
        yield fact("Moyens", choice.means)
    yield from links(choice, data)


def scope(choice: ChoiceData) -> str:
    """The collectivités of the cover it concerns, then the communes."""
    named = [*choice.bodies, choice.communes] if choice.communes else choice.bodies
    return ", ".join(named) or ALL


def links(choice: ChoiceData, data: DraftData) -> Iterator[Fact]:
    """The objectives it serves, the indicators that follow these, and the plans it meets."""
    served = [objective for objective in data.objectives if objective.key in choice.objectives]
    if served:
        goals = [(objective.statement, f"#objectif-{objective.key}") for objective in served]
        yield Fact("Objectifs servis", joined(goals))
    followed = [row for row in data.indicators if row.objective in {objective.key for objective in served}]
    if followed:
        yield Fact("Suivie par", joined((row.title, f"#indicateur-{row.key}") for row in followed))
    met = [plan for plan in data.plans if plan.key in choice.plans]
    if met:
        yield Fact("Articulation", joined((plan.name, f"#plan-{plan.key}") for plan in met))


def labelled(label: str, text: str) -> tuple[Block, ...]:
    """Paragraphs typed in a text area, under a word that says what they are."""
    first, *others = prose(text)
    head: Text = (Run(f"{label}\u00a0: ", strong=True),)
    return (*leading(head, first), *others)


def leading(head: Text, block: Block) -> tuple[Block, ...]:
    """The words before the first paragraph, or above a list."""
    if isinstance(block, Paragraph):
        return (Paragraph((*head, *block.text)),)
    return (Paragraph(head), block)
