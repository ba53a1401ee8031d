"""The proof-reader: gaps and contradictions, each with the step and the row that mend it; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy.document.draft import DraftData


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look. `key` is the row in that step, or None for the step itself."""

    step: str
    key: int | None
    text: str


def findings(data: DraftData) -> tuple[Finding, ...]:
    """Everything the proof-reader sees, in the order of the steps."""
    return (*of_objectives(data), *of_actions(data), *of_indicators(data))


def of_objectives(data: DraftData) -> Iterator[Finding]:
    """Targets that are past, or that change nothing."""
    for row in data.objectives:
        if row.target_year and row.target_year < data.changed_at.year:
            yield Finding(
                "objectives",
                row.key,
                f"«\u202f{row.statement}\u202f»\u00a0: l’année visée, {row.target_year}, est passée.",
            )
        if row.is_complete and row.target_value == row.baseline_value:
            yield Finding(
                "objectives",
                row.key,
                f"«\u202f{row.statement}\u202f»\u00a0: la valeur visée est celle de départ.",
            )


def of_actions(data: DraftData) -> Iterator[Finding]:
    """Actions nobody adapted, that lack a fact, or that bear the same name."""
    for row in data.choices:
        if not row.is_local:
            yield Finding(
                "actions",
                row.key,
                f"«\u202f{row.title}\u202f» garde le texte du catalogue, sans aucun fait local.",
            )
            continue
        lacks = [
            name
            for name, there in (
                ("pilote", row.pilot),
                ("date", row.is_dated),
                ("budget ou moyens", row.has_means),
            )
            if not there
        ]
        if lacks:
            yield Finding(
                "actions", row.key, f"«\u202f{row.title}\u202f»\u00a0: il manque {', '.join(lacks)}."
            )
    for title in sorted(
        {row.title for row in data.choices if [r.title for r in data.choices].count(row.title) > 1}
    ):
        yield Finding("actions", None, f"Plusieurs actions s’appellent «\u202f{title}\u202f».")


def of_indicators(data: DraftData) -> Iterator[Finding]:
    """Indicators without objective, without values, or whose target is past."""
    for row in data.indicators:
        if data.objectives and row.objective is None:
            yield Finding(
                "indicators", row.key, f"«\u202f{row.title}\u202f» n’est rattaché à aucun objectif."
            )
        if row.is_local and not row.is_complete:
            yield Finding(
                "indicators",
                row.key,
                f"«\u202f{row.title}\u202f»\u00a0: il manque une valeur, une date ou une année.",
            )
        if row.target_year and row.target_year < data.changed_at.year:
            yield Finding(
                "indicators",
                row.key,
                f"«\u202f{row.title}\u202f»\u00a0: l’année visée, {row.target_year}, est passée.",
            )
