"""Reads of the two estimates of a draft, as plain data."""

from collections.abc import Iterable

from reen.enums import Kind
from reen.queries.footprint import current_factors, factors_of
from reen.rules.factors import Factors
from reen.rules.footprint import Counted, Energy, estimate
from strategy.document.draft_footprint import (
    OrganisationFootprint,
    OwnFigure,
    OwnValue,
    Population,
    TerritoryFootprint,
)
from strategy.enums import BodyRole
from strategy.models import Collectivity, Draft, Footprint, FootprintLine
from strategy.models import TerritoryFootprint as TerritoryRow


def footprint_row(draft: Draft) -> Footprint:
    """The organisation's row, or an unsaved one: current factors, electricity of where the first bearer lies."""
    row: Footprint | None = getattr(draft, "footprint", None)
    if row is not None:
        return row
    factors = current_factors()
    department = next((body.department for body in bearers(draft)), "")
    return Footprint(
        draft=draft,
        edition=factors.edition,
        electricity=factors.electricity_in(department).ref,
        pue=factors.pue_of("").ref,
    )


def territory_row(draft: Draft) -> TerritoryRow:
    """The territory's row, or an unsaved one with the current factors."""
    row: TerritoryRow | None = getattr(draft, "territory_footprint", None)
    return TerritoryRow(draft=draft, edition=current_factors().edition, retained=True) if row is None else row


def organisation_footprint(draft: Draft) -> OrganisationFootprint | None:
    """The estimate of the organisation, or None when nothing was ever counted."""
    row: Footprint | None = getattr(draft, "footprint", None)
    return None if row is None else computed(row, row.lines.all())


def computed(row: Footprint, lines: Iterable[FootprintLine]) -> OrganisationFootprint:
    """These lines, computed with the factors of the row's edition. A type the edition does not know is left out."""
    factors = factors_of(row.edition)
    electricity, pue = factors.electricity_of(row.electricity), factors.pue_of(row.pue)
    energy = Energy(
        electricity.value if row.electricity_own is None else row.electricity_own,
        (pue.value or 1) if row.pue_own is None else row.pue_own,
    )
    return OrganisationFootprint(
        factors=factors,
        estimate=estimate(counted(lines, factors), energy),
        electricity=electricity,
        pue=pue,
        electricity_own=None
        if row.electricity_own is None
        else OwnValue(row.electricity_own, row.electricity_reason),
        pue_own=None if row.pue_own is None else OwnValue(row.pue_own, row.pue_reason),
        year=row.year,
    )


def counted(lines: Iterable[FootprintLine], factors: Factors) -> Iterable[Counted]:
    """The lines in the order of the edition."""
    by_ref = {line.ref: line for line in lines}
    for equipment in factors.equipment:
        if line := by_ref.get(equipment.ref):
            yield Counted(
                equipment=equipment,
                number=line.number,
                refurbished=line.refurbished,
                lifetime=line.lifetime,
                making=line.making,
                consumption=line.consumption,
                avoided=line.avoided,
                reason=line.reason,
            )


def territory_footprint(draft: Draft) -> TerritoryFootprint | None:
    """The order of magnitude of the territory, or None when nobody looked at it yet."""
    row: TerritoryRow | None = getattr(draft, "territory_footprint", None)
    return None if row is None else territory_of(row, population_of(draft))


def territory_of(row: TerritoryRow, official: Population) -> TerritoryFootprint:
    """A row as plain data."""
    own = None
    if row.per_inhabitant is not None and row.per_inhabitant_year is not None:
        own = OwnFigure(row.per_inhabitant, row.per_inhabitant_source, row.per_inhabitant_year)
    return TerritoryFootprint(
        factors=factors_of(row.edition),
        official=official,
        typed_population=row.population,
        population_source=row.population_source,
        own=own,
        retained=row.retained,
    )


def population_of(draft: Draft) -> Population:
    """The inhabitants of the bearers, none counted twice."""
    bodies = bearers(draft)
    included = [body for body in bodies if any(lies_in(body, other) for other in bodies)]
    apart = [body for body in bodies if body not in included]
    figures = [body.population for body in apart if body.population is not None]
    return Population(
        value=sum(figures) if figures else None,
        counted=tuple(body.name for body in apart if body.population is not None),
        included=tuple(body.name for body in included),
        unknown=tuple(body.name for body in apart if body.population is None),
    )


def bearers(draft: Draft) -> list[Collectivity]:
    """The collectivités that carry the strategy, from a draft of `whole_drafts`."""
    return [body.collectivity for body in draft.bodies.all() if body.role == BodyRole.BEARER]


def lies_in(body: Collectivity, other: Collectivity) -> bool:
    """Whether the inhabitants of a collectivité are also those of another."""
    if body == other:
        return False
    if other.kind == Kind.DEPARTEMENT:
        return body.kind != Kind.REGION and bool(other.code) and body.department == other.code
    if other.kind == Kind.REGION:
        return bool(other.code) and body.region == other.code
    return other.pk in (body.epci_id, body.ept_id)
