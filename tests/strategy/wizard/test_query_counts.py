"""Each step asks the database the same few questions, whatever the size of the draft and of the catalogue."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.models import Action, Indicator
from strategy.enums import ActorKind, BodyRole
from strategy.models import (
    Actor,
    BudgetYear,
    Choice,
    Collectivity,
    Draft,
    DraftBody,
    FollowedIndicator,
    Footprint,
    FootprintLine,
    IndicatorYear,
    Objective,
    Plan,
)
from strategy.services.drafting import start_draft
from strategy.wizard.navigation import STEPS
from tests.growth import copy_entries
from tests.strategy.factories import OPENED_AT, CollectivityFactory
from tests.strategy.screens import Screens

pytestmark = pytest.mark.django_db

MOST = 16
MANY = 100


def odd(kind: str, number: int) -> str:
    """The entry that a row is copied from, one row in two."""
    return f"{kind}-{number}" if number % 2 else ""


def fill(draft: Draft, count: int) -> None:
    """`count` rows of each kind, half of them copied from a catalogue grown as much."""
    copied = {"revision": 1, "revised_on": date(2026, 1, 1), "url": "/fiche/"}
    objectives = Objective.objects.bulk_create(
        Objective(draft=draft, number=number, statement=f"Objectif {number}") for number in range(count)
    )
    plans = Plan.objects.bulk_create(
        Plan(draft=draft, number=number, kind="pcaet") for number in range(count)
    )
    choices = Choice.objects.bulk_create(
        Choice(
            draft=draft,
            number=number,
            theme="axe-0-pilotage",
            title="A",
            ref=odd("a", number),
            **copied,
        )
        for number in range(count)
    )
    BudgetYear.objects.bulk_create(
        BudgetYear(choice=choice, year=year, running=500) for choice in choices for year in (2027, 2028)
    )
    for name, rows in (("objective", objectives), ("plan", plans)):
        through = getattr(Choice, f"{name}s").through
        through.objects.bulk_create(
            through(choice=choice, **{name: row}) for choice, row in zip(choices, rows, strict=True)
        )
    indicators = FollowedIndicator.objects.bulk_create(
        FollowedIndicator(
            draft=draft,
            number=number,
            title="I",
            objective=objectives[number],
            ref=odd("i", number),
            **copied,
        )
        for number in range(count)
    )
    IndicatorYear.objects.bulk_create(
        IndicatorYear(indicator=indicator, year=2027, expected=3) for indicator in indicators
    )
    Actor.objects.bulk_create(
        Actor(governance=draft.governance, name=f"Acteur {number}", kind=ActorKind.PUBLIC)
        for number in range(count)
    )
    communes = Collectivity.objects.filter(kind="commune", official=True)[: count // 5]
    DraftBody.objects.bulk_create(
        DraftBody(draft=draft, collectivity=commune, role=BodyRole.ASSOCIATED) for commune in communes
    )


def queries(screens: Screens) -> dict[str, int]:
    rows = {"plan": "plans", "objective": "objectives", "choice": "choices", "indicator": "indicators"}
    addresses = {step.identifier: screens.address(step.identifier) for step in STEPS}
    addresses |= {name: screens.address(name) for name in ("own_action", "own_indicator", "plans", "draft")}
    addresses |= {name: screens.address(name) for name in ("footprint", "territory")}
    addresses["compare"] = f"{screens.address('compare')}?compare=inventaire-parc&compare=donner-materiel"
    for name, related in rows.items():
        key = getattr(screens.draft, related).order_by("pk").first().pk
        addresses |= {each: screens.address(each, key) for each in (name, f"remove_{name}")}
    counts = {}
    for name, address in addresses.items():
        with CaptureQueriesContext(connection) as captured:
            assert screens.client.get(address).status_code in (200, 302)
        counts[name] = len(captured)
    return counts


def test_steps_ask_few_questions_whatever_the_size(screens):
    estimate = Footprint.objects.create(
        draft=screens.draft, edition="2026-11", electricity="fr-2025", pue="local", version=1
    )
    FootprintLine.objects.create(footprint=estimate, ref="ordinateur-portable", number=12)
    fill(screens.draft, 6)
    screens.get("actions")  # Django asks each database once whether it knows JSON
    few = queries(screens)
    assert {name: count for name, count in few.items() if count > MOST} == {}
    for model in (Action, Indicator):
        copy_entries(model, 5)
    for model in (Choice, FollowedIndicator, Objective, Plan, Actor):
        model.objects.all().delete()
    DraftBody.objects.filter(role=BodyRole.ASSOCIATED).delete()
    fill(screens.draft, MANY)
    assert queries(screens) == few


def test_lists_of_drafts_ask_few_questions_whatever_their_number(screens, writer):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert screens.client.get("/strategies/?action=inventaire-parc").status_code == 200
        return len(captured)

    few = count()
    assert few <= MOST
    for _ in range(18):
        draft = start_draft(collectivity=CollectivityFactory(), by=writer.pk, at=OPENED_AT)
        fill(draft, 10)
    assert count() == few
