"""Why one action is or is not suggested, condition by condition."""

from dataclasses import replace

import pytest

from reen.enums import Effort, Horizon, Kind, Size, Theme
from reen.rules.likeness import Body
from reen.rules.reasons import Circumstances, Reasons
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import Trigger
from reen.rules.suggestions import suggestions
from reen.rules.verdict import standing, verdicts
from tests.reen.rules.outlines import ACTION, action, rule

VILLAGE = Circumstances(bodies=(Body(Kind.COMMUNE, population=3000),), answers=frozenset({Answer.VOLUNTARY}))


def read(given, here=VILLAGE, asked=ACTION, wanted_by=""):
    (found,) = verdicts([given], Reasons([given], here, [asked], []), asked, {}, wanted_by)
    return found


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("conditions", "words", "met", "here"),
    [
        ({"kinds": [Kind.EPCI]}, "Proposée aux EPCI à fiscalité propre", False, "commune"),
        (
            {"sizes": [Size.UNDER_3500]},
            "Proposée aux collectivités de moins de 3 500 habitants",
            True,
            "moins de 3 500 habitants",
        ),
        (
            {"answers": [Answer.BOUND]},
            "Proposée aux collectivités que la loi oblige",
            False,
            "démarche volontaire",
        ),
        ({"efforts": [Effort.HIGH]}, "L’effort y est fort", False, "effort faible"),
        ({"horizons": [Horizon.SHORT]}, "Elle y prend moins d’un an", True, "moins d’un an"),
        ({"themes": [Theme.STAFF]}, "Son thème est « Sensibilisation des élus et des agents »", False,
         "Pilotage, mesure et gouvernance"),
        ({"lighter": True}, "Elle demande moins d’effort à une petite collectivité qu’à une grande", True, ""),
        ({"trigger": Trigger.THEME}, "Le brouillon n’a encore aucune action sur son thème", True, ""),
        (
            {"trigger": Trigger.NEXT, "reason": "{action}"},
            "Elle fait suite à une action retenue",
            False,
            "",
        ),
    ],
)  # fmt: skip
def test_each_condition_is_told_with_what_was_found(conditions, words, met, here):
    found = read(rule("r", **conditions))
    (check,) = found.checks
    assert (plain(check.words), check.met, plain(check.found)) == (words, met, here)
    assert (found.reason is not None) is met


def test_a_rule_gives_its_reason_only_when_all_is_met():
    found = read(rule("r", efforts=[Effort.LOW], kinds=[Kind.EPCI]))
    assert (found.unmet, found.reason) == (1, None)


def test_a_requirement_is_asked_for_twice_when_the_rule_names_some():
    given = rule("r", trigger=Trigger.REQUIREMENT, requirements=["pt-acteurs"], reason="{exigence}")
    assert [check.met for check in read(given).checks] == [False, False]
    serving = replace(ACTION, requirements=("pt-acteurs",))
    assert [check.met for check in read(given, asked=serving).checks] == [True, False]
    here = replace(VILLAGE, open_requirements={"pt-acteurs": "Acteurs"})
    assert read(given, here, serving).reason.text == "Acteurs"


def test_an_action_asked_for_first_is_wanted_by_the_one_that_asks():
    given = rule("r", trigger=Trigger.BEFORE, reason="Avant {action}.")
    assert read(given).reason is None
    assert read(given, wanted_by="Autre").reason.text == "Avant Autre."


def test_rules_that_give_points_come_first_then_those_that_miss_least():
    rules = [
        rule("loin", kinds=[Kind.EPCI], efforts=[Effort.HIGH]),
        rule("presque", kinds=[Kind.EPCI], weight=90),
        rule("oui", weight=5),
    ]
    found = verdicts(rules, Reasons(rules, VILLAGE, [ACTION], []), ACTION, {})
    assert [each.rule.ref for each in found] == ["oui", "presque", "loin"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (action("a"), "Proposée, en première place, avec 10 points."),
        (action("retenue"), "Non proposée : elle est déjà retenue."),
        (
            action("a", kinds=(Kind.REGION,)),
            "Non proposée : sa fiche n’est pas faite pour ce type de collectivité.",
        ),
        (action("a", sizes=(Size.OVER_50000,)), "Non proposée : sa fiche n’est pas faite pour cette taille."),
        (action("autre"), "Non proposée : aucune règle ne lui donne de points."),
    ],
)
def test_where_an_action_stands(asked, told):
    here = replace(VILLAGE, chosen=frozenset({"retenue"}))
    reasons = Reasons([rule("r", actions=["a", "retenue"])], here, [asked], [])
    assert plain(standing(reasons, suggestions(reasons), asked)) == told


def test_an_action_with_points_may_be_left_out_of_a_varied_list():
    actions = [action("a"), action("b")]
    reasons = Reasons([rule("r")], VILLAGE, actions, [])
    listed = suggestions(reasons)
    assert [each.ref for each in listed] == ["a"]
    assert standing(reasons, listed, actions[1]).startswith("Non proposée\u00a0: elle a 10\u00a0points")
