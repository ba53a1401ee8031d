"""Step 4: values, years, and the actions that serve each objective."""

from collections.abc import Iterator

from strategy.document.draft import DraftData
from strategy.document.measures import ObjectiveData
from strategy.document.proofreading.finding import Finding, named, twice


def of_objectives(data: DraftData) -> Iterator[Finding]:
    """Each objective in its order, then the ones told twice."""
    served = {key for choice in data.choices for key in choice.objectives}
    for row in data.objectives:
        for text in mistakes(row, data.changed_at.year):
            yield Finding("objectives", row.key, f"{named(row.statement)}\u00a0: {text}")
        if data.choices and row.key not in served:
            yield Finding("objectives", row.key, f"{named(row.statement)}\u00a0: aucune action ne le sert.")
    for title in twice([row.statement for row in data.objectives]):
        yield Finding("objectives", None, f"Plusieurs objectifs s’appellent {named(title)}.")


def mistakes(row: ObjectiveData, year: int) -> Iterator[str]:
    """What contradicts itself in one objective."""
    if row.target_value is not None and row.baseline_value is None:
        yield "une valeur visée, sans valeur de départ."
    yield from disagreements(row, year)
    if row.is_complete and row.target_value == row.baseline_value:
        yield "la valeur visée est celle de départ."


def disagreements(row: ObjectiveData, year: int) -> Iterator[str]:
    """Years out of order."""
    if row.baseline_year and row.target_year and row.target_year < row.baseline_year:
        yield f"l’année visée, {row.target_year}, précède l’année de départ, {row.baseline_year}."
    elif row.target_year and row.target_year < year:
        yield f"l’année visée, {row.target_year}, est passée."
