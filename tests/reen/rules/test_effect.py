"""What a change of rules does to a sample: which lists change, what comes in and goes out, who is spoken to."""

from dataclasses import replace

import pytest

from reen.enums import Kind, Size, Theme
from reen.rules.effect import FIRST, Case, effect
from reen.rules.likeness import Body
from reen.rules.reasons import Circumstances
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import ReasonKind, Trigger
from tests.reen.rules.outlines import action, rule


def case(ref: str, kind: Kind, population: int | None) -> Case:
    here = Circumstances(bodies=(Body(kind, population=population),), answers=frozenset({Answer.VOLUNTARY}))
    return Case(ref, f"Lieu {ref}", kind, here)


VILLAGE, TOWN = case("village", Kind.COMMUNE, 900), case("ville", Kind.COMMUNE, 30_000)
REGION = case("region", Kind.REGION, None)
FIRST_ONE, SECOND_ONE, THIRD_ONE = (
    action(ref, theme=theme)
    for ref, theme in (("a", Theme.STEERING), ("b", Theme.STAFF), ("c", Theme.CITIZENS))
)
ACTIONS = [FIRST_ONE, SECOND_ONE, THIRD_ONE]
FOR_A = rule("pour-a", actions=["a"], weight=30)
FOR_B = rule("pour-b", actions=["b"], kind=ReasonKind.KIND, weight=20)


def test_nothing_changed_changes_nothing():
    found = effect([FOR_A, FOR_B], [FOR_B, FOR_A], [VILLAGE, TOWN], ACTIONS, [])
    assert (found.changes, found.spoken_to, found.served, len(found.cases)) == ((), 0, 0, 2)


def test_a_new_rule_brings_its_action_in():
    found = effect([FOR_A], [FOR_A, FOR_B], [VILLAGE, TOWN], ACTIONS, [])
    assert [(each.case, each.came, each.left) for each in found.changes] == [
        (VILLAGE, (SECOND_ONE,), ()),
        (TOWN, (SECOND_ONE,), ()),
    ]
    assert (found.came, found.left, found.served) == ([(SECOND_ONE, 2)], [], 2)


def test_a_rule_taken_out_takes_its_action_out():
    found = effect([FOR_A, FOR_B], [FOR_A], [VILLAGE], ACTIONS, [])
    assert (found.came, found.left, found.spoken_to) == ([], [(SECOND_ONE, 1)], 1)


def test_a_change_of_weight_may_change_the_order_only():
    found = effect([FOR_A, FOR_B], [FOR_A, replace(FOR_B, weight=90)], [VILLAGE], ACTIONS, [])
    assert [(each.came, each.left) for each in found.changes] == [((), ())]


def test_other_words_alone_change_no_list():
    found = effect([FOR_A], [replace(FOR_A, reason="Autrement dit.")], [VILLAGE], ACTIONS, [])
    assert (found.changes, found.served) == ((), 1)


def test_changes_are_told_by_kind_and_size():
    for_small = replace(FOR_B, sizes=frozenset({Size.UNDER_3500}))
    found = effect([FOR_A], [FOR_A, for_small], [VILLAGE, TOWN, REGION], ACTIONS, [])
    assert [(kind, size, len(changes), among) for kind, size, changes, among in found.groups] == [
        (Kind.COMMUNE, Size.UNDER_3500, 1, 1),
        (Kind.COMMUNE, Size.FROM_20000, 0, 1),
        (Kind.REGION, None, 0, 1),
    ]
    assert found.spoken_to == 1


@pytest.mark.parametrize(
    ("added", "spoken_to", "served"),
    [
        (rule("syndicats", kinds=[Kind.SYNDICAT]), 0, 0),
        (rule("rien", actions=["absente"]), 2, 0),
        (rule("suite", trigger=Trigger.NEXT, reason="Suite de {action}."), 2, 0),
        (rule("avant", trigger=Trigger.BEFORE, reason="Avant {action}."), 2, 2),
        (rule("tout"), 2, 2),
    ],
)
def test_who_is_spoken_to_and_served(added, spoken_to, served):
    asking = [replace(FIRST_ONE, before=("b",)), SECOND_ONE]
    found = effect([], [added], [VILLAGE, TOWN], asking, [])
    assert (found.spoken_to, found.served) == (spoken_to, served)


def test_only_the_first_suggestions_are_compared():
    many = [action(f"n{number:02}", theme=list(Theme)[number % 7]) for number in range(40)]
    kinds = (ReasonKind.SIZE, ReasonKind.KIND, ReasonKind.EFFORT, ReasonKind.START)
    before = [rule(f"r{place}", kind=kind, weight=50) for place, kind in enumerate(kinds)]
    last = replace(before[0], ref="bas", actions=frozenset({"n39"}), weight=1)
    assert effect(before, [*before, last], [VILLAGE], many[:FIRST], []).changes == ()


def test_retaining_covers_themes_serves_requirements_and_keeps_actions():
    here = replace(VILLAGE.circumstances, open_requirements={"pt-acteurs": "Acteurs", "st-base": "Base"})
    after = here.retaining([replace(FIRST_ONE, requirements=("st-base",))])
    assert (after.chosen, after.covered_themes) == ({"a"}, {Theme.STEERING})
    assert after.open_requirements == {"pt-acteurs": "Acteurs"}
