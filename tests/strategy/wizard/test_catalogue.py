"""Sorting the catalogue for one draft."""

import pytest

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.rules.estimates import Estimate
from reen.rules.outlines import ActionOutline
from strategy.wizard.catalogue import Wish, matching

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
