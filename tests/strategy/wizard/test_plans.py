"""Step 3: the plans the strategy meets, and the parts of the step."""

import pytest

from reen.enums import Theme
from strategy.document.draft import BaselineData
from strategy.enums import PlanKind, Programme
from strategy.models import Plan
from strategy.services.choosing import add_own_action
from strategy.services.saving import add_row
from strategy.wizard.baseline_parts import parts_of
from strategy.wizard.plan_kinds import KINDS
from tests.strategy.document.drafts import PLAN, empty
from tests.strategy.factories import LATER, DraftFactory

pytestmark = pytest.mark.django_db

SENT = {
    "seen": "0",
    "kind": "pcaet",
    "title": "Plan <b>climat</b>",
    "period": "2024-2030",
    "link": "exemple.invalid/plan",
    "articulation": "Revue commune.",
}


@pytest.fixture
def plan(screens) -> Plan:
    return add_row(
        row=Plan(draft=screens.draft),
        values={"kind": PlanKind.PURCHASES},
        draft=screens.draft,
        by=None,
        at=LATER,
    )


def test_a_plan_is_added_listed_and_corrected(screens):
    assert screens.post("plans", SENT)["Location"] == screens.address("plans")
    (row,) = screens.draft.plans.all()
    assert (row.kind, row.period, row.link) == ("pcaet", "2024-2030", "https://exemple.invalid/plan")
    page = screens.get("plans").text
    assert "Plan &lt;b&gt;climat&lt;/b&gt;" in page
    assert "<b>climat</b>" not in page
    response = screens.post("plan", SENT | {"period": "2025-2031"}, row.pk)
    assert response["Location"] == screens.address("plans")
    row.refresh_from_db()
    assert (row.period, row.version) == ("2025-2031", 1)


def test_a_wrong_plan_is_refused_and_kept(screens):
    response = screens.post("plans", SENT | {"kind": "", "link": "pas une adresse"})
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, ["kind", "link"])
    assert "Choisissez la nature de ce plan." in response.text
    assert 'value="pas une adresse"' in response.text
    assert screens.draft.plans.count() == 0


def test_the_actions_that_meet_a_plan_are_ticked_at_both_ends(screens, plan):
    action = add_own_action(
        draft=screens.draft, values={"theme": Theme.PROCUREMENT, "title": "Acheter"}, by=None, at=LATER
    )
    screens.post("plan", SENT | {"choices": [str(action.pk)]}, plan.pk)
    assert list(action.plans.all()) == [plan]
    assert screens.get("choice", action.pk).context["form"]["plans"].value() == [plan.pk]
    assert screens.get("plan", plan.pk).context["form"]["choices"].value() == [action.pk]


def test_removing_asks_first_and_goes_back_to_the_list(screens, plan):
    page = screens.get("remove_plan", plan.pk).text
    assert f'href="{screens.address("plans")}">Garder' in page
    assert screens.draft.plans.count() == 1
    assert screens.post("remove_plan", {}, plan.pk)["Location"] == screens.address("plans")
    assert screens.draft.plans.count() == 0


@pytest.mark.parametrize("name", ["plan", "remove_plan"])
def test_plans_of_other_drafts_are_not_found(screens, name):
    other = DraftFactory()
    theirs = Plan.objects.create(draft=other, kind="pcaet")
    assert screens.get(name, theirs.pk).status_code == 404
    assert screens.post(name, SENT, theirs.pk).status_code == 404


def test_every_kind_is_described_and_its_legal_text_is_published(screens):
    assert {each.kind for each in KINDS} == set(PlanKind) - {PlanKind.OTHER}
    kinds = screens.get("plans").context["kinds"]
    assert {each.text for each, text in kinds if text} == {each.text for each in KINDS if each.text}


CITED = BaselineData(programme=Programme.EXISTING, programme_title="Feuille de route")


@pytest.mark.parametrize(
    ("data", "states"),
    [
        (empty(), ["à remplir"] * 5 + ["facultative"]),
        (
            empty(baseline=CITED, plans=(PLAN,)),
            ["commencée"] + ["à remplir"] * 4 + ["complète"],
        ),
    ],
    ids=["empty", "cited in part"],
)
def test_the_step_lists_its_parts(data, states):
    assert [part.state for part in parts_of(data)] == states
