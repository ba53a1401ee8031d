"""The plans and reports of the collectivité that the strategy meets, and by which actions."""

from collections.abc import Iterator

from reen.typography import capitalised
from strategy.document.draft import DraftData, PlanData
from strategy.document.model import Block, BulletList, Fact, Facts, Notice, Paragraph, Run, Section
from strategy.document.words import plain, prose

NO_PLAN = "Aucun plan ni rapport n’est cité (plan climat, rapport développement durable, schéma directeur…)."


def articulation(data: DraftData) -> Section:
    """One card a plan; none is said as such: no text asks for any."""
    if not data.plans:
        return Section("articulation", "Articulation", (Notice(plain(NO_PLAN)),))
    cards = tuple(plan_card(plan, data) for plan in data.plans)
    return Section("articulation", "Articulation", (), cards)


def plan_card(plan: PlanData, data: DraftData) -> Section:
    """One plan."""
    return Section(f"plan-{plan.key}", plan.name, tuple(plan_blocks(plan, data)), card=True)


def plan_blocks(plan: PlanData, data: DraftData) -> Iterator[Block]:
    """What it is, how the strategy meets it, and the actions that do."""
    told = [Fact("Nature", plain(capitalised(plan.kind.label)))] if plan.title else []
    if plan.period:
        told.append(Fact("Période", plain(plan.period)))
    if plan.link:
        told.append(Fact("Où le lire", (Run(plan.link, href=plan.link),)))
    if told:
        yield Facts(f"Plan\u00a0: {plan.name}", tuple(told))
    yield from prose(plan.articulation)
    meeting = [choice for choice in data.choices if plan.key in choice.plans]
    if meeting:
        yield Paragraph(plain("Actions qui s’y articulent :"))
        yield BulletList(tuple(plain(choice.title, f"#action-{choice.key}") for choice in meeting))
    elif not plan.articulation:
        yield Notice(plain("L’articulation n’est pas encore décrite."), kind="attention")
