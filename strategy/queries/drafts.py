"""Reads of drafts: the rows for screens, the plain data for the document."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from reen.rules.applicability import obligation_of_profile
from reen.sheets import SourceSheet
from reen.typography import number
from strategy.document.draft import BaselineData, BodyData, DraftData, GovernanceData, Reading
from strategy.enums import BodyRole, Programme, TaxBasis
from strategy.models import Draft, DraftBody
from strategy.queries.delegations import pending_number
from strategy.queries.footprint import organisation_footprint, territory_footprint
from strategy.queries.lines import Hanging, hanging_on
from strategy.queries.measures import choice, indicator, objective, plan
from strategy.queries.obligations import profile_of

WHOLE = (
    Prefetch("bodies", DraftBody.objects.select_related("collectivity")),
    "footprint__lines",
    "plans",
    "objectives",
    "choices",
    "indicators",
)


def whole_drafts() -> QuerySet[Draft]:
    """Drafts with all that their document needs, in a constant number of queries."""
    parts = ("governance", "baseline", "footprint", "territory_footprint", "programme_file", "taken")
    rows = Draft.objects.select_related(*parts).defer("taken__text").prefetch_related(*WHOLE)
    return rows.annotate(pending_delegations=pending_number())


def draft_data(draft: Draft) -> DraftData:
    """A draft from `whole_drafts` as plain data. The law is asked on the day of its last change, never today's."""
    changed_at = timezone.localtime(draft.changed_at)
    hanging = hanging_on(draft)
    names = {body.pk: body.collectivity.name for body in draft.bodies.all()}
    return DraftData(
        reference=draft.reference,
        demonstration=draft.demonstration,
        changed_at=changed_at,
        bodies=tuple(bodies(draft.bodies.all(), on=changed_at.date())),
        governance=governance(draft, hanging),
        baseline=baseline(draft),
        plans=tuple(map(plan, draft.plans.all())),
        objectives=tuple(map(objective, draft.objectives.all())),
        choices=tuple(choice(row, hanging, names) for row in draft.choices.all()),
        indicators=tuple(indicator(row, hanging) for row in draft.indicators.all()),
    )


def bodies(rows: Iterable[DraftBody], *, on: date) -> Iterable[BodyData]:
    """Each collectivité with the answer of the law for itself: its neighbours have their own pages."""
    for row in rows:
        body = row.collectivity
        obligation = obligation_of_profile(profile_of(body), on=on)
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
            category=body.kind,
            nature=body.nature,
            code=body.code or "",
            population=body.population,
        )


def governance(draft: Draft, hanging: Hanging) -> GovernanceData:
    """Step 2."""
    row = draft.governance
    return GovernanceData(
        elected_name=row.elected_name,
        elected_role=row.elected_role,
        pilot_name=row.pilot_name,
        pilot_role=row.pilot_role,
        steering=row.steering,
        means=row.means,
        tax_basis=TaxBasis(row.tax_basis) if row.tax_basis else None,
        yearly_review=row.yearly_review,
        inhabitants=row.inhabitants,
        actors=tuple(hanging.actors),
    )


def baseline(draft: Draft) -> BaselineData:
    """Step 3."""
    row = draft.baseline
    return BaselineData(
        programme=Programme(row.programme) if row.programme else None,
        programme_title=row.programme_title,
        programme_date=row.programme_date,
        programme_link=row.programme_link,
        programme_file=draft.programme_file.name if hasattr(draft, "programme_file") else "",
        impact_territory=row.impact_territory,
        impact_organisation=row.impact_organisation,
        uses=row.uses,
        ongoing=row.ongoing,
        nothing_ongoing=row.nothing_ongoing,
        organisation=organisation_footprint(draft),
        territory=territory_footprint(draft),
    )
