"""Drafts made at random, always the same for a seed, and the same drafts after somebody worked on them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from reen.enums import Kind, Theme
from reen.sheets import SourceSheet
from strategy.document.draft import ActorData, BaselineData, GovernanceData, PlanData
from strategy.document.draft_footprint import OwnFigure, OwnValue
from strategy.document.measures import (
    BudgetYearData,
    ChoiceData,
    EntryData,
    IndicatorData,
    IndicatorYearData,
    ObjectiveData,
)
from strategy.document.record import (
    BodyRecord,
    EquipmentRecord,
    OrganisationRecord,
    Record,
    TerritoryRecord,
)
from strategy.enums import (
    ActorKind,
    BodyRole,
    ChoiceStatus,
    Perimeter,
    PlanKind,
    Priority,
    Programme,
    Rhythm,
    TaxBasis,
)

COUNT = 60
WORDS = (
    "réemployer mesurer l’empreinte former les élus œuvre CO₂ n° 12 10 000 € 45 % « citer » <b>gras</b> 😀 שלום "
    "(a) & {0} éteindre la nuit – ; : ! ?"
).split()
EQUIPMENT = ("ordinateur-portable", "ordinateur-fixe", "client-leger", "ecran-24", "televiseur")


def record(seed: int) -> Record:
    """The record of a seed."""
    return Maker(Random(seed)).record()


def worked_on(seed: int) -> tuple[Record, Record]:
    """A record, and what became of it: rows added, removed, changed and moved."""
    maker = Maker(Random(seed))
    before = maker.record()
    return before, maker.reworked(before)


class Maker:
    """Makes one record, drawing from a source of chance; rows have numbers of their own, as in a draft."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.last = 0

    def record(self) -> Record:
        plans = self.some(self.plan)
        objectives = self.some(self.objective)
        return Record(
            bodies=self.bodies(),
            governance=self.governance(),
            baseline=self.baseline(),
            organisation=self.maybe(self.organisation),
            territory=self.maybe(self.territory),
            plans=plans,
            objectives=objectives,
            choices=self.some(lambda: self.choice(plans, objectives)),
            indicators=self.some(lambda: self.indicator(objectives)),
        )

    def reworked(self, record: Record) -> Record:
        """Each part kept, changed or replaced; links to rows that went are dropped."""
        fresh = self.record()
        plans = self.rows(record.plans, fresh.plans)
        objectives = self.rows(record.objectives, fresh.objectives)
        known = {row.key for row in objectives}, {row.key for row in plans}
        choices = tuple(
            replace(
                row,
                objectives=tuple(key for key in row.objectives if key in known[0]),
                plans=tuple(key for key in row.plans if key in known[1]),
            )
            for row in self.rows(record.choices, fresh.choices)
        )
        indicators = tuple(
            row if row.objective in known[0] else replace(row, objective=None)
            for row in self.rows(record.indicators, fresh.indicators)
        )
        parts = ("bodies", "governance", "baseline", "organisation", "territory")
        changed = {name: getattr(fresh, name) for name in parts if self.chance.random() < 0.4}
        return replace(
            record, **changed, plans=plans, objectives=objectives, choices=choices, indicators=indicators
        )

    def rows(self, before: tuple[Any, ...], fresh: tuple[Any, ...]) -> tuple[Any, ...]:
        """Some of the rows as they were, some with fields of another, some new ones, now and then shuffled."""
        kept = [row for row in before if self.chance.random() < 0.8]
        if fresh:
            kept = [
                replace(self.chance.choice(fresh), key=row.key) if self.chance.random() < 0.4 else row
                for row in kept
            ]
        after = [*kept, *(row for row in fresh if self.chance.random() < 0.5)]
        if self.chance.random() < 0.3:
            self.chance.shuffle(after)
        return tuple(after)

    def words(self, most: int = 6) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randrange(most + 1)))

    def named(self) -> str:
        return f"{self.words()} nommé".strip()

    def text(self) -> str:
        return "\n".join(self.words(12) for _ in range(self.chance.randrange(4))).strip()

    def maybe(self, make: Any) -> Any:
        return make() if self.chance.random() < 0.7 else None

    def some(self, make: Any, most: int = 5) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.chance.randrange(most + 1)))

    def number(self) -> int:
        self.last += 1
        return self.last

    def amount(self, digits: int = 2, most: int = 10**9) -> Decimal | None:
        return self.maybe(lambda: Decimal(self.chance.randrange(most)).scaleb(-digits))

    def year(self) -> int:
        return self.chance.randrange(2020, 2036)

    def day(self) -> date:
        return date(self.year(), self.chance.randrange(1, 13), self.chance.randrange(1, 29))

    def one_of(self, vocabulary: Any) -> Any:
        return self.chance.choice(list(vocabulary))

    def bodies(self) -> tuple[BodyRecord, ...]:
        """One that carries the strategy, then communes, in no official list."""
        bearer = BodyRecord(
            self.named(), BodyRole.BEARER, self.one_of(Kind).value, population=self.maybe(lambda: 80_240)
        )
        communes = (
            BodyRecord(f"Commune {rank} {self.words()}".strip(), BodyRole.ASSOCIATED, Kind.COMMUNE.value)
            for rank in range(self.chance.randrange(4))
        )
        return bearer, *communes

    def governance(self) -> GovernanceData:
        return GovernanceData(
            elected_name=self.words(),
            elected_role=self.words(),
            pilot_name=self.words(),
            pilot_role=self.words(),
            steering=self.text(),
            means=self.text(),
            tax_basis=self.maybe(lambda: self.one_of(TaxBasis)),
            yearly_review=self.text(),
            inhabitants=self.text()[:300],
            actors=self.some(
                lambda: ActorData(
                    self.chance.choice(("Syndicat", "Régie")), self.one_of(ActorKind), self.words()
                )
            ),
        )

    def baseline(self) -> BaselineData:
        return BaselineData(
            programme=self.maybe(lambda: self.one_of(Programme)),
            programme_title=self.words(),
            programme_date=self.maybe(self.day),
            programme_link=self.chance.choice(("", "https://exemple.invalid/programme")),
            impact_territory=self.text(),
            impact_organisation=self.text(),
            uses=self.text(),
            ongoing=self.text(),
            nothing_ongoing=self.chance.random() < 0.2,
        )

    def organisation(self) -> OrganisationRecord:
        equipment = self.chance.sample(EQUIPMENT, self.chance.randrange(len(EQUIPMENT) + 1))
        return OrganisationRecord(
            edition="2026-11",
            electricity="fr-2024",
            pue="local",
            electricity_own=self.maybe(lambda: OwnValue(Decimal("0.05"), self.named())),
            year=self.maybe(self.year),
            equipment=tuple(
                EquipmentRecord(
                    ref, self.chance.randrange(2000), lifetime=self.amount(1, 200), reason=self.words()
                )
                for ref in equipment
            ),
        )

    def territory(self) -> TerritoryRecord:
        return TerritoryRecord(
            edition="2026-11",
            population=self.maybe(lambda: self.chance.randrange(10**6)),
            population_source=self.words(),
            own=self.maybe(lambda: OwnFigure(Decimal(400), self.named(), 2024)),
            retained=self.chance.random() < 0.7,
        )

    def plan(self) -> PlanData:
        return PlanData(self.number(), self.one_of(PlanKind), self.words(), self.words(2), "", self.text())

    def objective(self) -> ObjectiveData:
        return ObjectiveData(
            key=self.number(),
            statement=self.named(),
            perimeter=self.one_of(Perimeter),
            rhythm=self.maybe(lambda: self.one_of(Rhythm)),
            quantity=self.words(),
            unit=self.words(2),
            baseline_value=self.amount(3),
            baseline_year=self.maybe(self.year),
            target_value=self.amount(3),
            target_year=self.maybe(self.year),
        )

    def entry(self) -> EntryData:
        return EntryData(
            ref=f"entree-{self.number()}",
            revision=self.chance.randrange(1, 9),
            revised_on=self.day(),
            checked_on=self.maybe(self.day),
            title=self.named(),
            url="/actions/imaginaire/",
            sources=self.some(lambda: SourceSheet(self.named(), None, opened=False), 2),
        )

    def choice(self, plans: tuple[PlanData, ...], objectives: tuple[ObjectiveData, ...]) -> ChoiceData:
        entry, title = self.maybe(self.entry), self.named()
        copied = entry is not None and self.chance.random() < 0.5
        years = sorted(self.chance.sample(range(2026, 2034), self.chance.randrange(4)))
        return ChoiceData(
            key=self.number(),
            theme=self.one_of(Theme),
            title=entry.title if copied else title,
            summary=self.text(),
            adapted=not copied,
            entry=entry,
            requirements=self.chance.choice(((), ("st-mesures",), ("st-mesures", "st-moyens")))
            if entry
            else (),
            status=self.maybe(lambda: self.one_of(ChoiceStatus)),
            priority=self.maybe(lambda: self.one_of(Priority)),
            pilot=self.words(),
            elected=self.words(),
            partners=self.words(),
            start=self.maybe(self.day),
            end=self.maybe(self.day),
            budget=self.amount(),
            years=tuple(BudgetYearData(year, self.amount(), self.amount(), self.amount()) for year in years),
            funding=self.words(),
            means=self.text(),
            evidence=self.text(),
            communes=self.words(),
            objectives=tuple(row.key for row in objectives if self.chance.random() < 0.4),
            plans=tuple(row.key for row in plans if self.chance.random() < 0.4),
        )

    def indicator(self, objectives: tuple[ObjectiveData, ...]) -> IndicatorData:
        years = sorted(self.chance.sample(range(2026, 2034), self.chance.randrange(4)))
        return IndicatorData(
            key=self.number(),
            title=self.named(),
            unit=self.words(2),
            method=self.text(),
            entry=self.maybe(self.entry),
            frequency=self.words(2),
            objective=self.chance.choice([None, *(row.key for row in objectives)]),
            baseline_value=self.amount(3),
            baseline_date=self.maybe(self.day),
            target_value=self.amount(3),
            target_year=self.maybe(self.year),
            owner=self.words(),
            data_source=self.words(),
            years=tuple(IndicatorYearData(year, self.amount(3), self.amount(3)) for year in years),
        )
