"""Sorting the catalogue for one draft."""

import pytest

from reen.enums import Kind, Size, Theme
from strategy.wizard.catalogue import Proposal, Wish, matching, proposals
from tests.strategy.document.drafts import choice, proposed
from tests.strategy.factories import ActionSheetFactory, IndicatorSheetFactory

PARK = ActionSheetFactory.build(
    ref="parc",
    title="Inventorier le parc",
    summary="Compter.",
    why="Savoir ce que l’on a.",
    effort="effort faible",
    kinds=(Kind.COMMUNE, Kind.EPCI),
    sizes=(Size.UNDER_3500,),
)
BOTH = ActionSheetFactory.build(
    ref="ecrans",
    title="Éteindre les écrans",
    why="",
    theme=Theme.TERRITORY,
    effort="effort faible (petite collectivité) ou effort moyen (grande)",
    kinds=(Kind.EPCI,),
    sizes=(Size.OVER_50000,),
)
SHEETS = [PARK, BOTH]


@pytest.mark.parametrize(
    ("wish", "kind", "size", "found"),
    [
        (Wish(), None, None, SHEETS),
        (Wish(), Kind.COMMUNE, None, [PARK]),
        (Wish(), Kind.EPCI, None, SHEETS),
        (Wish(), Kind.EPCI, Size.OVER_50000, [BOTH]),
        (Wish(), Kind.REGION, None, []),
        (Wish(everything=True), Kind.REGION, Size.FROM_3500, SHEETS),
        (Wish(theme="axe-6-territoire-donnees"), None, None, [BOTH]),
        (Wish(theme="axe-6-territoire-donnees"), Kind.COMMUNE, None, []),
        (Wish(effort="effort faible"), None, None, SHEETS),
        (Wish(effort="effort moyen"), None, None, [BOTH]),
        (Wish(effort="effort fort"), None, None, []),
        (Wish(text="ECRANS eteindre"), None, None, [BOTH]),
        (Wish(text="écran éteindre"), None, None, [BOTH]),
        (Wish(text="parcs"), None, None, [PARK]),
        (Wish(text="parc écrans"), None, None, []),
        (Wish(text="savoir"), None, None, [PARK]),
        (Wish(text="%"), None, None, SHEETS),
    ],
)
def test_matching(wish, kind, size, found):
    assert matching(SHEETS, wish, kind, size) == found


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
