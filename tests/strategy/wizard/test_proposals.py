"""Indicators proposed for a draft, and what each is proposed for."""

import pytest

from reen.enums import Theme
from strategy.wizard.proposals import Proposal, measures, proposals
from tests.strategy.document.drafts import choice, empty, objective, proposed
from tests.strategy.factories import IndicatorSheetFactory


def test_indicators_called_for_come_first_with_what_calls_for_them():
    of_actions, of_theme, elsewhere, of_objective = (
        IndicatorSheetFactory.build(ref=ref, title=title, unit=unit, themes=themes)
        for ref, title, unit, themes in (
            ("b", "Agents formés", "%", (Theme.STAFF,)),
            ("a", "Réparations", "nombre", (Theme.LIFE_CYCLE,)),
            ("c", "Sites audités", "nombre", (Theme.STAFF,)),
            ("d", "Équipements par agent", "nombre par agent", (Theme.STAFF,)),
        )
    )
    goal = objective(1, statement="Réduire les équipements", unit="équipements par agent")
    data = empty(objectives=(goal,), choices=(choice(1), proposed(2), choice(3, entry=None)))
    found = proposals(
        [of_theme, of_actions, elsewhere, of_objective],
        data,
        {"action-1": ("b",), "action-2": ("b", "inconnu")},
    )
    assert found == [
        Proposal(of_objective, objectives=("Réduire les équipements",)),
        Proposal(of_actions, actions=("Action 1", "Action 2")),
        Proposal(of_theme),
    ]


def test_nothing_is_proposed_to_an_empty_draft():
    assert proposals([IndicatorSheetFactory.build()], empty(), {}) == []


@pytest.mark.parametrize(
    ("title", "unit", "statement", "quantity", "of", "expected"),
    [
        (
            "Équipements par agent",
            "nombre par agent",
            "Réduire le parc",
            "équipement",
            "postes par agent",
            True,
        ),
        ("Équipements par agent", "nombre par agent", "Réduire les équipements", "", "%", False),
        ("Part du réemploi", "%", "Doubler les achats réemployés", "", "%", True),
        ("Part du réemploi", "%", "Doubler les achats réemployés", "", "", False),
        ("Durée de vie des équipements", "ans", "Allonger la vie des équipements", "durée", "", False),
        ("Déchets électroniques collectés", "kg", "Collecter les déchets", "électronique", "", True),
        ("Électricité consommée", "MWh par an", "Réduire la consommation électrique", "", "kWh", True),
        ("Électricité consommée", "MWh par an", "Réduire la consommation électrique", "", "t", False),
        ("Agents formés au numérique", "%", "Réduire l’empreinte du numérique", "", "%", False),
    ],
)
def test_words_and_units_tell_what_measures_an_objective(title, unit, statement, quantity, of, expected):
    sheet = IndicatorSheetFactory.build(title=title, unit=unit)
    goal = objective(1, statement=statement, quantity=quantity, unit=of)
    assert measures(sheet, goal) is expected
