"""The set of actions to begin with."""

from dataclasses import replace

import pytest

from reen.enums import Effort, Kind, Theme
from reen.rules.estimates import Estimate
from reen.rules.likeness import Body
from reen.rules.reasons import Circumstances, Reasons
from reen.rules.scope import Answer
from reen.rules.starter import starter
from reen.rules.suggestion_rule import ReasonKind, Trigger
from tests.reen.rules.outlines import action, rule

VILLAGE = Circumstances(bodies=(Body(Kind.COMMUNE, population=3000),), answers=frozenset({Answer.VOLUNTARY}))
AGGLO = Circumstances(
    bodies=(Body(Kind.EPCI, population=80_000),),
    answers=frozenset({Answer.BOUND}),
    open_requirements={"pt-acteurs": "Acteurs", "st-moyens": "Moyens"},
)
RULES = [
    rule("tout", kind=ReasonKind.SIZE),
    rule("avant", kind=ReasonKind.CHAIN, trigger=Trigger.BEFORE, reason="Avant {action}."),
]
SIMPLE = Estimate(Effort.LOW, Effort.LOW)
HARD = Estimate(Effort.MEDIUM, Effort.HIGH)


def refs(here, *actions, rules=RULES) -> list[str]:
    return [each.ref for each in starter(Reasons(rules, here, actions, ()))]


def many(count, **values):
    themes = list(Theme)
    return [
        action(f"a{number:02}", **{"theme": themes[number % len(themes)], "effort": SIMPLE} | values)
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("population", "count"), [(3000, 8), (10_000, 10), (40_000, 12), (80_000, 15), (None, 10)]
)
def test_its_number_follows_the_size(population, count):
    assert (
        len(refs(replace(VILLAGE, bodies=(Body(Kind.COMMUNE, population=population),)), *many(40))) == count
    )


def test_what_is_retained_counts_and_is_not_proposed_again():
    here = replace(VILLAGE, chosen=frozenset({"a00", "a01", "propre"}))
    found = refs(here, *many(40))
    assert len(found) == 5
    assert {"a00", "a01"}.isdisjoint(found)


def test_each_theme_without_action_gets_one():
    actions = many(40)
    themes = {each.ref: each.theme for each in actions}
    assert {themes[ref] for ref in refs(VILLAGE, *actions)} == set(Theme)
    heavy = [rule("lourd", kind=ReasonKind.START, weight=90, themes=[Theme.STAFF]), *RULES]
    assert {themes[ref] for ref in refs(VILLAGE, *actions, rules=heavy)} == set(Theme)


def test_a_long_chain_of_one_theme_does_not_take_the_room_of_the_others():
    chain = [
        action(f"c{n}", theme=Theme.STAFF, effort=SIMPLE, before=(f"c{n - 1}",) if n else ())
        for n in range(4)
    ]
    best = [rule("lourd", kind=ReasonKind.START, weight=90, actions=["c3"]), *RULES]
    alone = [action(theme.value, theme=theme, effort=SIMPLE) for theme in Theme]
    themes = {each.ref: each.theme for each in [*chain, *alone]}
    assert {themes[ref] for ref in refs(VILLAGE, *chain, *alone, rules=best)} == set(Theme)


def test_an_action_comes_after_what_it_asks_for_or_not_at_all():
    first, then = action("b", effort=SIMPLE), action("a", effort=SIMPLE, before=("b",))
    assert refs(VILLAGE, then, first) == ["b", "a"]
    assert refs(VILLAGE, then, replace(first, effort=HARD)) == []
    assert refs(VILLAGE, then, replace(first, kinds=(Kind.REGION,))) == ["a"]
    assert refs(replace(VILLAGE, chosen=frozenset({"b"})), then, first) == ["a"]


def test_a_large_effort_is_left_out_unless_the_law_asks_for_it():
    hard = action("dur", effort=HARD, requirements=("pt-acteurs",))
    assert refs(VILLAGE, hard) == []
    assert refs(AGGLO, replace(hard, requirements=())) == []
    assert refs(AGGLO, hard) == ["dur"]


def test_each_requirement_gets_one_only_where_the_law_binds():
    actions = [
        action("moyens", requirements=("st-moyens",), effort=HARD),
        action("acteurs", requirements=("pt-acteurs",), effort=HARD),
    ]
    assert sorted(refs(AGGLO, *actions)) == ["acteurs", "moyens"]
    assert refs(replace(AGGLO, answers=frozenset({Answer.VOLUNTARY})), *actions) == []


def test_no_action_without_a_reason():
    one, other = action("a", effort=SIMPLE), action("b", effort=SIMPLE)
    assert refs(VILLAGE, one, other, rules=[rule("un", actions=["a"])]) == ["a"]


def test_a_set_tells_why_each_is_there():
    first, then = action("b", effort=SIMPLE), action("a", effort=SIMPLE, before=("b",))
    found = starter(Reasons(RULES, VILLAGE, [first, then], ()))
    assert [[reason.text for reason in each.reasons] for each in found] == [
        ["Avant Action a.", "Parce que."],
        ["Parce que."],
    ]
