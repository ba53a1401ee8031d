"""What the proof-reader sees, and where it sends the reader."""

from decimal import Decimal

import pytest

from strategy.document.findings import Finding, findings
from tests.strategy.document.drafts import (
    choice,
    complete,
    empty,
    indicator,
    objective,
    proposed,
    suggested,
)


@pytest.mark.parametrize("data", [empty(), complete(1), complete(5)])
def test_nothing_to_say(data):
    assert findings(data) == ()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"target_year": 2026}, []),
        ({"target_year": 2025}, ["l’année visée, 2025, est passée."]),
        ({"target_value": Decimal(1250)}, ["la valeur visée est celle de départ."]),
        ({"target_value": Decimal(1250), "unit": ""}, []),
        (
            {"target_value": Decimal(1250), "baseline_year": 2019, "target_year": 2020},
            ["l’année visée, 2020, est passée.", "la valeur visée est celle de départ."],
        ),
    ],
)
def test_objectives(facts, said):
    found = findings(empty(objectives=(objective(7, **facts),)))
    assert found == tuple(
        Finding("objectives", 7, f"«\u202fRéduire la chose 7\u202f»\u00a0: {each}") for each in said
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (proposed(7), ["«\u202fAction 7\u202f» garde le texte du catalogue, sans aucun fait local."]),
        (
            proposed(7, adapted=True),
            ["«\u202fAction 7\u202f»\u00a0: il manque pilote, date, budget ou moyens."],
        ),
        (choice(7, pilot=""), ["«\u202fAction 7\u202f»\u00a0: il manque pilote."]),
        (choice(7, start=None, end=None), ["«\u202fAction 7\u202f»\u00a0: il manque date."]),
        (choice(7, budget=None, means=""), ["«\u202fAction 7\u202f»\u00a0: il manque budget ou moyens."]),
        (choice(7, budget=Decimal(0), means=""), []),
        (choice(7, start=None), []),
    ],
)
def test_actions(row, said):
    assert findings(empty(choices=(row,))) == tuple(Finding("actions", 7, text) for text in said)


@pytest.mark.parametrize("times", [2, 3])
def test_actions_of_the_same_name_are_told_once(times):
    rows = tuple(choice(key, title="Éteindre la nuit") for key in range(times))
    expected = Finding("actions", None, "Plusieurs actions s’appellent «\u202fÉteindre la nuit\u202f».")
    assert findings(empty(choices=rows)) == (expected,)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (indicator(7), []),
        (indicator(7, objective=None), ["«\u202fIndicateur 7\u202f» n’est rattaché à aucun objectif."]),
        (suggested(7, objective=1), []),
        (
            indicator(7, baseline_date=None),
            ["«\u202fIndicateur 7\u202f»\u00a0: il manque une valeur, une date ou une année."],
        ),
        (
            indicator(7, target_year=2025),
            ["«\u202fIndicateur 7\u202f»\u00a0: l’année visée, 2025, est passée."],
        ),
    ],
)
def test_indicators(row, said):
    found = findings(empty(objectives=(objective(1),), indicators=(row,)))
    assert found == tuple(Finding("indicators", 7, text) for text in said)


def test_an_indicator_is_not_asked_for_an_objective_while_there_is_none():
    assert findings(empty(indicators=(indicator(1, objective=None),))) == ()


def test_findings_follow_the_order_of_the_steps():
    data = empty(
        objectives=(objective(1, target_year=2020),), choices=(proposed(2),), indicators=(indicator(3, None),)
    )
    assert [(each.step, each.key) for each in findings(data)] == [
        ("objectives", 1),
        ("actions", 2),
        ("indicators", 3),
    ]
