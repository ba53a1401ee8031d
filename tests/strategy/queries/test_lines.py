"""The lines and links of a draft read at once: the same as they were written, in order, and only its own."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.enums import Theme
from strategy.document.draft import ActorData
from strategy.document.measures import BudgetYearData, IndicatorYearData
from strategy.enums import ActorKind, PlanKind
from strategy.models import Choice, Draft, Plan
from strategy.queries.lines import Links, hanging_on
from strategy.services.choosing import add_own_action, add_own_indicator
from strategy.services.drafting import add_objective, save_governance
from strategy.services.saving import add_row
from tests.strategy.factories import LATER, DraftFactory

pytestmark = pytest.mark.django_db

BUDGET = [
    {"year": 2028, "running": Decimal("0.10")},
    {"year": 2027, "investment": Decimal("9999999999.99"), "funding": Decimal(0), "fte": Decimal("0.25")},
]
VALUES = [
    {"year": 2028, "expected": Decimal("123456789012.345"), "measured": Decimal("-0.125")},
    {"year": 2027, "measured": Decimal(12)},
]
ACTORS = [
    {"name": "Syndicat", "kind": ActorKind.PUBLIC, "involvement": "Réunions"},
    {"name": "Atelier", "kind": ActorKind.PRIVATE, "involvement": ""},
]


def filled(draft: Draft) -> Choice:
    who = {"draft": draft, "by": None, "at": LATER}
    objectives = [add_objective(values={"statement": words}, **who) for words in ("A", "B")]
    plan = add_row(row=Plan(draft=draft), values={"kind": PlanKind.CLIMATE}, **who)
    links = {"objectives": objectives, "plans": [plan], "bodies": list(draft.bodies.all())}
    add_own_indicator(values={"title": "I"}, lines={"years": VALUES}, **who)
    save_governance(values={}, actors=ACTORS, version=0, **who)
    return add_own_action(
        values={"theme": Theme.STAFF, "title": "A", **links}, lines={"years": BUDGET}, **who
    )


def test_everything_is_read_as_it_was_written_in_one_query(draft):
    filled(DraftFactory())
    choice = filled(draft)
    with CaptureQueriesContext(connection) as captured:
        hanging = hanging_on(draft)
    assert len(captured) == 1
    assert hanging.budgets == {
        choice.pk: [
            BudgetYearData(2027, Decimal("9999999999.99"), None, Decimal("0.00"), Decimal("0.25")),
            BudgetYearData(2028, None, Decimal("0.10"), None, None),
        ]
    }
    assert list(hanging.values.values()) == [
        [
            IndicatorYearData(2027, None, Decimal("12.000")),
            IndicatorYearData(2028, Decimal("123456789012.345"), Decimal("-0.125")),
        ]
    ]
    assert hanging.actors == [
        ActorData("Syndicat", ActorKind.PUBLIC, "Réunions"),
        ActorData("Atelier", ActorKind.PRIVATE, ""),
    ]
    keys = {
        name: tuple(getattr(draft, name).values_list("pk", flat=True)) for name in ("objectives", "plans")
    }
    assert hanging.links == {choice.pk: Links(bodies=(draft.bodies.get().pk,), **keys)}


def test_amounts_have_the_decimals_of_their_fields(draft):
    choice = filled(draft)
    (budget, _), ((_, value),) = hanging_on(draft).budgets[choice.pk], hanging_on(draft).values.values()
    assert (str(budget.funding), str(value.measured)) == ("0.00", "-0.125")


def test_an_empty_draft_has_nothing(draft):
    hanging = hanging_on(draft)
    assert (hanging.links, hanging.budgets, hanging.values, hanging.actors) == ({}, {}, {}, [])
    assert hanging.links[1] == Links()
