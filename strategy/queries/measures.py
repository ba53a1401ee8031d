"""What a strategy is made of, from rows to plain data."""

from collections.abc import Mapping
from typing import Any

from reen.enums import Theme
from reen.sheets import SourceSheet
from strategy.document.draft import PlanData
from strategy.document.measures import (
    ChoiceData,
    EntryData,
    IndicatorData,
    ObjectiveData,
)
from strategy.enums import ChoiceStatus, Perimeter, PlanKind, Priority, Rhythm
from strategy.models import Choice, FollowedIndicator, Objective, Plan
from strategy.models.catalogue import CopiedEntry
from strategy.queries.lines import Hanging


def objective(row: Objective) -> ObjectiveData:
    """One objective."""
    return ObjectiveData(
        key=row.pk,
        statement=row.statement,
        perimeter=Perimeter(row.perimeter),
        rhythm=Rhythm(row.rhythm) if row.rhythm else None,
        quantity=row.quantity,
        unit=row.unit,
        baseline_value=row.baseline_value,
        baseline_year=row.baseline_year,
        target_value=row.target_value,
        target_year=row.target_year,
    )


def plan(row: Plan) -> PlanData:
    """One plan the strategy meets."""
    return PlanData(row.pk, PlanKind(row.kind), row.title, row.period, row.link, row.articulation)


def choice(row: Choice, hanging: Hanging, names: Mapping[int, str]) -> ChoiceData:
    """One retained action; one's own counts as adapted. `names` are those of the collectivités, by key."""
    own = not row.ref
    links = hanging.links[row.pk]
    return ChoiceData(
        key=row.pk,
        theme=Theme(row.theme),
        title=row.title,
        summary=row.summary,
        adapted=own or (row.title, row.summary) != (row.catalogue_title, row.catalogue_summary),
        entry=entry(row),
        requirements=tuple(row.requirements),
        status=ChoiceStatus(row.status) if row.status else None,
        priority=Priority(row.priority) if row.priority else None,
        pilot=row.pilot,
        elected=row.elected,
        partners=row.partners,
        start=row.start,
        end=row.end,
        budget=row.budget,
        years=tuple(hanging.budgets[row.pk]),
        funding=row.funding,
        means=row.means,
        evidence=row.evidence,
        communes=row.communes,
        bodies=tuple(names[key] for key in links.bodies if key in names),
        objectives=links.objectives,
        plans=links.plans,
        copied="" if own else f"{row.catalogue_title} {row.catalogue_summary}",
    )


def indicator(row: FollowedIndicator, hanging: Hanging) -> IndicatorData:
    """One followed indicator."""
    return IndicatorData(
        key=row.pk,
        title=row.title,
        unit=row.unit,
        method=row.method,
        entry=entry(row),
        frequency=row.frequency,
        objective=row.objective_id,
        baseline_value=row.baseline_value,
        baseline_date=row.baseline_date,
        target_value=row.target_value,
        target_year=row.target_year,
        owner=row.owner,
        data_source=row.data_source,
        years=tuple(hanging.values[row.pk]),
    )


def entry(row: CopiedEntry) -> EntryData | None:
    """The catalogue entry a row was copied from, or None for the collectivité's own."""
    if not row.ref or row.revision is None or row.revised_on is None:
        return None
    sources: list[dict[str, Any]] = row.sources
    return EntryData(
        ref=row.ref,
        revision=row.revision,
        revised_on=row.revised_on,
        checked_on=row.checked_on,
        title=row.catalogue_title,
        url=row.url,
        sources=tuple(SourceSheet(**source) for source in sources),
    )
