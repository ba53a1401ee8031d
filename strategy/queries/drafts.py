"""Reads of drafts: the rows for screens, the plain data for the document."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from reen.enums import Theme
from reen.sheets import SourceSheet
from reen.typography import number
from strategy.document.draft import (
    ActorData,
    BaselineData,
    BodyData,
    ChoiceData,
    DraftData,
    EntryData,
    GovernanceData,
    IndicatorData,
    ObjectiveData,
    Reading,
)
from strategy.enums import ActorKind, BodyRole, ChoiceStatus, Perimeter, Programme, Rhythm
from strategy.models import Choice, Draft, DraftBody, FollowedIndicator, Objective
from strategy.models.catalogue import CopiedEntry
from strategy.queries.obligations import obligations_of

WHOLE = (
    Prefetch("bodies", DraftBody.objects.select_related("collectivity")),
    "governance__actors",
    "objectives",
    "choices",
    "indicators",
)


def whole_drafts() -> QuerySet[Draft]:
    """Drafts with all that their document needs, in a constant number of queries."""
    return Draft.objects.select_related("governance", "baseline").prefetch_related(*WHOLE)


def draft_data(draft: Draft) -> DraftData:
    """A draft from `whole_drafts` as plain data. The law is asked on the day of its last change, never today's."""
    changed_at = timezone.localtime(draft.changed_at)
    return DraftData(
        reference=draft.reference,
        demonstration=draft.demonstration,
        changed_at=changed_at,
        bodies=tuple(bodies(draft.bodies.all(), on=changed_at.date())),
        governance=governance(draft),
        baseline=baseline(draft),
        objectives=tuple(map(objective, draft.objectives.all())),
        choices=tuple(map(choice, draft.choices.all())),
        indicators=tuple(map(indicator, draft.indicators.all())),
    )


def bodies(rows: Iterable[DraftBody], *, on: date) -> Iterable[BodyData]:
    """Each collectivité with the answer of the law."""
    rows = list(rows)
    answers = obligations_of([row.collectivity for row in rows], on=on)
    for row, obligation in zip(rows, answers, strict=True):
        body = row.collectivity
        population = f"{number(body.population)} habitants" if body.population is not None else ""
        yield BodyData(
            name=body.name,
            role=BodyRole(row.role),
            kind=body.nature_label,
            detail=", ".join(part for part in (body.place, population) if part),
            answer=obligation.answer.value,
            answer_label=obligation.answer.label,
            reason=obligation.reason,
            figures=obligation.figure_lines,
            uncertain=obligation.uncertain,
            readings=tuple(
                Reading(SourceSheet(read.title, read.url, read.opened), read.checked_on, read.certainty)
                for read in obligation.sources
            ),
        )


def governance(draft: Draft) -> GovernanceData:
    """Step 2."""
    row = draft.governance
    return GovernanceData(
        elected_name=row.elected_name,
        elected_role=row.elected_role,
        pilot_name=row.pilot_name,
        pilot_role=row.pilot_role,
        steering=row.steering,
        means=row.means,
        yearly_review=row.yearly_review,
        actors=tuple(ActorData(a.name, ActorKind(a.kind), a.involvement) for a in row.actors.all()),
    )


def baseline(draft: Draft) -> BaselineData:
    """Step 3."""
    row = draft.baseline
    return BaselineData(
        programme=Programme(row.programme) if row.programme else None,
        programme_title=row.programme_title,
        programme_date=row.programme_date,
        programme_link=row.programme_link,
        impact_territory=row.impact_territory,
        impact_organisation=row.impact_organisation,
        uses=row.uses,
        ongoing=row.ongoing,
        nothing_ongoing=row.nothing_ongoing,
    )


def objective(row: Objective) -> ObjectiveData:
    """One objective."""
    return ObjectiveData(
        key=row.pk,
        statement=row.statement,
        perimeter=Perimeter(row.perimeter),
        rhythm=Rhythm(row.rhythm) if row.rhythm else None,
        unit=row.unit,
        baseline_value=row.baseline_value,
        baseline_year=row.baseline_year,
        target_value=row.target_value,
        target_year=row.target_year,
    )


def choice(row: Choice) -> ChoiceData:
    """One retained action; one's own counts as adapted."""
    own = not row.ref
    return ChoiceData(
        key=row.pk,
        theme=Theme(row.theme),
        title=row.title,
        summary=row.summary,
        adapted=own or (row.title, row.summary) != (row.catalogue_title, row.catalogue_summary),
        entry=entry(row),
        requirements=tuple(row.requirements),
        status=ChoiceStatus(row.status) if row.status else None,
        pilot=row.pilot,
        partners=row.partners,
        start=row.start,
        end=row.end,
        budget=row.budget,
        means=row.means,
    )


def indicator(row: FollowedIndicator) -> IndicatorData:
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
