"""Sorting the catalogue for one draft."""

import pytest

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.rules.estimates import Estimate
from reen.rules.outlines import ActionOutline
from strategy.wizard.catalogue import Proposal, Wish, matching, proposals
from tests.strategy.document.drafts import choice, proposed
from tests.strategy.factories import IndicatorSheetFactory

PARK = ActionOutline(
    ref="parc",
    title="Inventorier le parc",
    summary="Compter.",
    url="/actions/parc/",
    theme=Theme.LIFE_CYCLE,
    requirements=("pt-bilan-impact",),
    legal_texts=("reen-35",),
    effort=Estimate(Effort.LOW, Effort.LOW),
    cost=Estimate(Cost.LOW, Cost.LOW),
    horizon=Estimate(Horizon.SHORT, Horizon.SHORT),
    kinds=(Kind.COMMUNE, Kind.EPCI),
    sizes=(Size.UNDER_3500,),
)
BOTH = ActionOutline(
    ref="ecrans",
    title="Éteindre les écrans",
    summary="Éteindre.",
    url="/actions/ecrans/",
    theme=Theme.TERRITORY,
    effort=Estimate(Effort.LOW, Effort.MEDIUM),
    cost=Estimate(Cost.LOW, Cost.HIGH),
    horizon=Estimate(None, Horizon.LONG),
    kinds=(Kind.EPCI,),
    sizes=(Size.OVER_50000,),
)
ACTIONS = [PARK, BOTH]
COMMUNE, EPCI, REGION = (frozenset({kind}) for kind in (Kind.COMMUNE, Kind.EPCI, Kind.REGION))


@pytest.mark.parametrize(
    ("wish", "kinds", "found"),
    [
        (Wish(), frozenset(), ACTIONS),
        (Wish(), COMMUNE, [PARK]),
        (Wish(), EPCI, ACTIONS),
        (Wish(), COMMUNE | REGION, [PARK]),
        (Wish(size=Size.OVER_50000), EPCI, [BOTH]),
        (Wish(), REGION, []),
        (Wish(everything=True, size=Size.FROM_3500), REGION, ACTIONS),
        (Wish(theme="axe-6-territoire-donnees"), frozenset(), [BOTH]),
        (Wish(theme="axe-6-territoire-donnees"), COMMUNE, []),
        (Wish(requirement="pt-bilan-impact"), EPCI, [PARK]),
        (Wish(article="reen-35"), EPCI, [PARK]),
        (Wish(article="reen-16"), EPCI, []),
        (Wish(effort="faible"), frozenset(), ACTIONS),
        (Wish(effort="moyen"), frozenset(), [BOTH]),
        (Wish(effort="faible", size=Size.OVER_50000), EPCI, []),
        (Wish(effort="fort"), frozenset(), []),
        (Wish(cost="€€€"), frozenset(), [BOTH]),
        (Wish(horizon="court"), frozenset(), [PARK]),
        (Wish(horizon="long", everything=True, size=Size.UNDER_3500), frozenset(), []),
        (Wish(words={"ecrans"}), frozenset(), [BOTH]),
        (Wish(words=set()), frozenset(), []),
    ],
)
def test_matching(wish, kinds, found):
    assert matching(ACTIONS, wish, kinds) == found


def test_indicators_called_for_come_first_with_the_actions_that_call_for_them():
    called, of_theme, elsewhere = (
        IndicatorSheetFactory.build(ref=ref, themes=themes)
        for ref, themes in (("b", (Theme.STAFF,)), ("a", (Theme.LIFE_CYCLE,)), ("c", (Theme.STAFF,)))
    )
    choices = [choice(1), proposed(2), choice(3, entry=None)]
    found = proposals(
        [of_theme, called, elsewhere],
        choices,
        {"action-1": ("b",), "action-2": ("b", "inconnu")},
        {Theme.LIFE_CYCLE},
    )
    assert found == [Proposal(called, ("Action 1", "Action 2")), Proposal(of_theme, ())]


def test_nothing_is_proposed_without_action():
    assert proposals([IndicatorSheetFactory.build()], [], {}, set()) == []
