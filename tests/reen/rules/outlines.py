"""Outlines and rules for the tests of suggestions; invented."""

from dataclasses import replace
from typing import Any

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.rules.estimates import Estimate
from reen.rules.outlines import ActionOutline, ReportOutline
from reen.rules.suggestion_rule import ReasonKind, Rule

ACTION = ActionOutline(
    ref="action",
    title="Action",
    summary="Ce qu’elle fait.",
    theme=Theme.STEERING,
    url="/actions/action/",
    kinds=(Kind.COMMUNE, Kind.EPCI),
    sizes=tuple(Size),
    effort=Estimate(Effort.LOW, Effort.MEDIUM),
    cost=Estimate(Cost.LOW, Cost.LOW),
    horizon=Estimate(Horizon.SHORT, Horizon.SHORT),
)
REPORT = ReportOutline("retour", "Ville imaginaire", "commune", 3000, 2023, "/retours/retour/")
RULE = Rule("regle", ReasonKind.SIZE, "Parce que.", 10)


def action(ref: str, **values: Any) -> ActionOutline:
    return replace(ACTION, ref=ref, title=f"Action {ref}", url=f"/actions/{ref}/", **values)


def rule(ref: str, **values: Any) -> Rule:
    sets = {name: frozenset(value) if isinstance(value, list) else value for name, value in values.items()}
    return replace(RULE, ref=ref, **sets)
