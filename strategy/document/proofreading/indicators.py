"""Step 6: the objective followed, its unit, and the values."""

from collections.abc import Iterator

from strategy.document.draft import DraftData
from strategy.document.measures import IndicatorData
from strategy.document.proofreading.finding import Finding, named, twice
from strategy.document.units import same_unit


def of_indicators(data: DraftData) -> Iterator[Finding]:
    """Each indicator in its order, then the ones told twice."""
    units = {row.key: row.unit for row in data.objectives if row.unit}
    for row in data.indicators:
        if data.objectives and row.objective is None:
            yield Finding("indicators", row.key, f"{named(row.title)} n’est rattaché à aucun objectif.")
        for text in mistakes(row, data.changed_at.year):
            yield Finding("indicators", row.key, f"{named(row.title)}\u00a0: {text}")
        unit = units.get(row.objective or 0)
        if unit and row.unit and row.is_local and not same_unit(row.unit, unit):
            text = f"il se lit en {named(row.unit)}, et son objectif en {named(unit)}."
            yield Finding("indicators", row.key, f"{named(row.title)}\u00a0: {text}")
    for title in twice([row.title for row in data.indicators]):
        yield Finding("indicators", None, f"Plusieurs indicateurs s’appellent {named(title)}.")


def mistakes(row: IndicatorData, year: int) -> Iterator[str]:
    """What is missing or contradicts itself in one indicator."""
    yield from gaps(row)
    yield from disagreements(row, year)
    if any(line.expected is None and line.measured is None for line in row.years):
        yield "une année sans valeur attendue ni mesurée."


def gaps(row: IndicatorData) -> Iterator[str]:
    """Ends that are not told."""
    if row.target_value is not None and row.baseline_value is None:
        yield "une cible, sans valeur de départ."
    elif row.is_local and not row.is_complete:
        yield "il manque une valeur, une date ou une année."


def disagreements(row: IndicatorData, year: int) -> Iterator[str]:
    """Years out of order."""
    start = row.baseline_date.year if row.baseline_date else None
    if start and row.target_year and row.target_year < start:
        yield f"l’année visée, {row.target_year}, précède celle de la valeur de départ, {start}."
    elif row.target_year and row.target_year < year:
        yield f"l’année visée, {row.target_year}, est passée."
    late = [
        str(line.year)
        for line in row.years
        if row.target_year and line.expected is not None and line.year > row.target_year
    ]
    if late:
        yield f"une valeur attendue en {', '.join(late)}, après l’année visée, {row.target_year}."
