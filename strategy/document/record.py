"""What was typed and chosen, as plain data beside the pages: what a draft is rebuilt from, and figures recomputed.

It holds what the pages show and nothing else: no address, no log, no catalogue text that was put aside.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from reen.rules.factors import Equipment, Published
from strategy.document.draft import BaselineData, BodyData, DraftData, GovernanceData, PlanData
from strategy.document.draft_footprint import OrganisationFootprint, OwnFigure, OwnValue, TerritoryFootprint
from strategy.document.measures import ChoiceData, IndicatorData, ObjectiveData
from strategy.enums import BodyRole


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """A collectivité as it can be found again: `kind` and `code` as in the official list, empty code for others."""

    name: str
    role: BodyRole
    kind: str
    nature: str = ""
    code: str = ""
    population: int | None = None


@dataclass(frozen=True, slots=True)
class RangeRecord:
    """A published figure, and the range of its sources; None is unknown, never zero."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FactorsRecord:
    """What the edition publishes of one type: the figures the calculation takes, so that it can be done again."""

    making: RangeRecord = RangeRecord()
    consumption: RangeRecord = RangeRecord()
    lifetime: Decimal | None = None
    avoided: Decimal | None = None
    server_room: bool = False


@dataclass(frozen=True, slots=True)
class EquipmentRecord:
    """What was said of one type of equipment; what is None is as published in the edition."""

    ref: str
    number: int
    refurbished: int = 0
    lifetime: Decimal | None = None
    making: Decimal | None = None
    consumption: Decimal | None = None
    avoided: Decimal | None = None
    reason: str = ""
    label: str = ""
    published: FactorsRecord = FactorsRecord()


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """The inventory of the organisation, computed with the factors of `edition`.

    `published_electricity` and `published_pue` are its figures for `electricity` and `pue`.
    """

    edition: str
    electricity: str
    pue: str
    electricity_own: OwnValue | None = None
    pue_own: OwnValue | None = None
    year: int | None = None
    equipment: tuple[EquipmentRecord, ...] = ()
    published_electricity: Decimal | None = None
    published_pue: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TerritoryRecord:
    """The order of magnitude of the territory, with the factors of `edition`.

    `official` is the population of the lists, which `population` replaces; `published` is in kg CO₂e an inhabitant.
    """

    edition: str
    population: int | None = None
    population_source: str = ""
    own: OwnFigure | None = None
    retained: bool = True
    official: int | None = None
    published: RangeRecord = RangeRecord()


@dataclass(frozen=True, slots=True)
class Record:
    """A whole draft but for its pictures and its files. Rows are named by their numbers, which never change."""

    bodies: tuple[BodyRecord, ...]
    governance: GovernanceData
    baseline: BaselineData
    organisation: OrganisationRecord | None = None
    territory: TerritoryRecord | None = None
    plans: tuple[PlanData, ...] = ()
    objectives: tuple[ObjectiveData, ...] = ()
    choices: tuple[ChoiceData, ...] = ()
    indicators: tuple[IndicatorData, ...] = ()


def record_of(data: DraftData) -> Record:
    """The record of a draft. A file joined is only named: its content is elsewhere."""
    return Record(
        bodies=tuple(map(body_record, data.bodies)),
        governance=data.governance,
        baseline=replace(data.baseline, organisation=None, territory=None),
        organisation=organisation_record(data.baseline.organisation),
        territory=territory_record(data.baseline.territory),
        plans=data.plans,
        objectives=data.objectives,
        choices=tuple(replace(choice, copied="") for choice in data.choices),
        indicators=data.indicators,
    )


def body_record(body: BodyData) -> BodyRecord:
    """How to find a collectivité again."""
    return BodyRecord(body.name, body.role, body.category, body.nature, body.code, body.population)


def organisation_record(estimate: OrganisationFootprint | None) -> OrganisationRecord | None:
    """What the estimate was computed from."""
    if estimate is None:
        return None
    return OrganisationRecord(
        edition=estimate.factors.edition,
        electricity=estimate.electricity.ref,
        pue=estimate.pue.ref,
        electricity_own=estimate.electricity_own,
        pue_own=estimate.pue_own,
        year=estimate.year,
        equipment=tuple(
            EquipmentRecord(
                ref=line.counted.equipment.ref,
                number=line.counted.number,
                refurbished=line.counted.refurbished,
                lifetime=line.counted.lifetime,
                making=line.counted.making,
                consumption=line.counted.consumption,
                avoided=line.counted.avoided,
                reason=line.counted.reason,
                label=line.counted.equipment.label,
                published=factors_record(line.counted.equipment),
            )
            for line in estimate.estimate.lines
        ),
        published_electricity=estimate.electricity.value,
        published_pue=estimate.pue.value,
    )


def factors_record(equipment: Equipment) -> FactorsRecord:
    """The figures of a type that a calculation takes."""
    refurbished = equipment.refurbished
    return FactorsRecord(
        making=range_record(equipment.making),
        consumption=range_record(equipment.consumption),
        lifetime=equipment.lifetime,
        avoided=refurbished.avoided if refurbished else None,
        server_room=equipment.server_room,
    )


def range_record(published: Published) -> RangeRecord:
    """A published figure without its source, which the pages name."""
    return RangeRecord(published.value, published.low, published.high)


def territory_record(estimate: TerritoryFootprint | None) -> TerritoryRecord | None:
    """What the order of magnitude was computed from."""
    if estimate is None:
        return None
    national = estimate.factors.per_inhabitant
    return TerritoryRecord(
        edition=estimate.factors.edition,
        population=estimate.typed_population,
        population_source=estimate.population_source,
        own=estimate.own,
        retained=estimate.retained,
        official=estimate.official.value,
        published=RangeRecord(
            national.value,
            national.value * national.low_percent / 100,
            national.value * national.high_percent / 100,
        ),
    )
