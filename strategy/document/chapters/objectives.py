"""The objectives of reduction, each with its two ends, what serves it and what follows it."""

from collections.abc import Iterator
from dataclasses import replace

from strategy.document.draft import DraftData
from strategy.document.measures import ObjectiveData
from strategy.document.model import Block, Fact, Section
from strategy.document.words import amount, facts, joined, missing


def objectives(data: DraftData) -> Section:
    """One card an objective; none is said as such."""
    if not data.objectives:
        return Section("objectifs", "Objectifs", (missing("au moins un objectif de réduction."),))
    cards = tuple(objective_card(objective, data) for objective in data.objectives)
    return Section("objectifs", "Objectifs", (), cards)


def objective_card(objective: ObjectiveData, data: DraftData) -> Section:
    """One objective."""
    return Section(
        f"objectif-{objective.key}", objective.statement, tuple(blocks(objective, data)), card=True
    )


def blocks(objective: ObjectiveData, data: DraftData) -> Iterator[Block]:
    """Its values, then links to the actions that serve it and to the indicators that follow it."""
    values = facts(
        f"Objectif\u00a0: {objective.statement}",
        *((("Grandeur mesurée", objective.quantity),) if objective.quantity else ()),
        ("Périmètre", objective.perimeter.label),
        ("Rythme", objective.rhythm.label if objective.rhythm else ""),
        ("Départ", end(amount(objective.baseline_value, objective.unit), objective.baseline_year)),
        ("Cible", end(amount(objective.target_value, objective.unit), objective.target_year)),
    )
    serving = [(row.title, f"#action-{row.key}") for row in data.choices if objective.key in row.objectives]
    followed = [
        (row.title, f"#indicateur-{row.key}") for row in data.indicators if row.objective == objective.key
    ]
    links = [
        Fact(label, joined(rows)) for label, rows in (("Servi par", serving), ("Suivi par", followed)) if rows
    ]
    yield replace(values, facts=(*values.facts, *links))


def end(value: str, year: int | None) -> str:
    """« 120 tonnes en 2024 », or what is known of it."""
    return " ".join(part for part in (value, f"en {year}" if year else "") if part)
