"""What suggesting actions reads: the published rules, and who did what."""

from typing import Any

from reen.models import FieldReport, SuggestionRule
from reen.queries.links import linked_refs
from reen.rules.outlines import ReportOutline
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger

SETS = ("kinds", "sizes", "answers", "themes", "efforts", "costs", "horizons", "only_kinds", "only_sizes")
LINKS = ("actions", "requirements")


def suggestion_rules() -> list[Rule]:
    """The published rules, the weightiest first, in two queries.

    The entries a rule is about are told whether published or not: without its only action, it is about none.
    """
    rows = list(SuggestionRule.objects.filter(live=True))
    linked = linked_refs(SuggestionRule, LINKS, [row.pk for row in rows], live=False)
    return [_rule(row, linked[row.pk]) for row in rows]


def _rule(row: SuggestionRule, links: dict[str, tuple[str, ...]]) -> Rule:
    sets: dict[str, Any] = {name: frozenset(getattr(row, name)) for name in SETS}
    sets |= {name: frozenset(refs) for name, refs in links.items()}
    return Rule(
        ref=row.ref,
        kind=ReasonKind(row.kind),
        reason=row.reason,
        weight=row.weight,
        trigger=Trigger(row.trigger) if row.trigger else None,
        lighter=row.lighter,
        **sets,
    )


def report_outlines() -> list[ReportOutline]:
    """Every published field report, in one query."""
    reports = FieldReport.objects.live().lines().only("ref", "body", "body_kind", "population", "year")
    return [
        ReportOutline(
            ref=report.ref,
            body=report.body,
            body_kind=report.body_kind,
            population=report.population,
            year=report.year,
            url=report.get_absolute_url(),
        )
        for report in reports
    ]
