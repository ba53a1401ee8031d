"""The engine: rules read against a collectivité and the catalogue, then spread into a list."""

import random
from collections import Counter
from dataclasses import replace
from math import ceil

import pytest

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.rules.estimates import Estimate
from reen.rules.likeness import Body
from reen.rules.reasons import Circumstances, Reasons
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import ReasonKind, Trigger
from reen.rules.suggestions import suggestions
from tests.reen.rules.outlines import ACTION, REPORT, action, rule

VILLAGE = Circumstances(bodies=(Body(Kind.COMMUNE, population=3000),), answers=frozenset({Answer.VOLUNTARY}))


def told(given, here=VILLAGE, actions=(ACTION,), reports=(REPORT,)) -> list[str]:
    """The reasons that a rule gives for the first action."""
    return [reason.text for reason in Reasons([given], here, actions, reports).of(actions[0])]


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        ({}, True),
        ({"kinds": [Kind.COMMUNE]}, True),
        ({"kinds": [Kind.EPCI]}, False),
        ({"sizes": [Size.UNDER_3500, Size.FROM_3500]}, True),
        ({"sizes": [Size.OVER_50000]}, False),
        ({"answers": [Answer.VOLUNTARY]}, True),
        ({"answers": [Answer.BOUND]}, False),
        ({"actions": ["action"]}, True),
        ({"actions": ["autre"]}, False),
        ({"themes": [Theme.STEERING]}, True),
        ({"themes": [Theme.STAFF]}, False),
        ({"requirements": ["pt-acteurs"]}, False),
        ({"efforts": [Effort.LOW]}, True),
        ({"efforts": [Effort.MEDIUM]}, False),
        ({"costs": [Cost.HIGH]}, False),
        ({"horizons": [Horizon.SHORT]}, True),
        ({"only_kinds": [Kind.COMMUNE, Kind.EPCI]}, True),
        ({"only_kinds": [Kind.EPCI]}, False),
        ({"only_sizes": list(Size)}, True),
        ({"only_sizes": [Size.UNDER_3500]}, False),
        ({"lighter": True}, True),
        ({"kinds": [Kind.COMMUNE], "sizes": [Size.OVER_50000]}, False),
    ],
)
def test_conditions_are_met_together(conditions, holds):
    assert told(rule("r", **conditions)) == (["Parce que."] if holds else [])


def test_an_estimate_that_does_not_apply_meets_no_condition():
    none = replace(ACTION, effort=Estimate(None, Effort.LOW))
    assert told(rule("r", efforts=list(Effort)), actions=(none,)) == []
    assert told(rule("r", lighter=True), actions=(none,)) == []


def test_between_small_and_large_both_estimates_have_to_be_allowed():
    town = replace(VILLAGE, bodies=(Body(Kind.COMMUNE, population=10_000),))
    assert told(rule("r", efforts=[Effort.LOW]), town) == []
    assert told(rule("r", efforts=[Effort.LOW, Effort.MEDIUM]), town) == ["Parce que."]


def test_a_theme_without_action():
    given = rule("r", trigger=Trigger.THEME, reason="Rien sur {theme}.")
    assert told(given) == [f"Rien sur {Theme.STEERING.label}."]
    assert told(given, replace(VILLAGE, covered_themes=frozenset({Theme.STEERING}))) == []


def test_a_requirement_without_answer_among_those_of_the_rule():
    serving = replace(ACTION, requirements=("pt-acteurs", "st-moyens"))
    here = replace(VILLAGE, open_requirements={"st-moyens": "Moyens", "pt-acteurs": "Acteurs"})
    asks = {"trigger": Trigger.REQUIREMENT, "reason": "Il faut {exigence}."}
    assert told(rule("r", **asks), here, (serving,)) == ["Il faut Moyens."]
    assert told(rule("r", requirements=["pt-acteurs"], **asks), here, (serving,)) == ["Il faut Acteurs."]
    assert told(rule("r", **asks), VILLAGE, (serving,)) == []


def test_what_a_collectivite_alike_did_names_it_and_leads_to_its_report():
    done = replace(ACTION, field_reports=("retour", "loin", "inconnu"))
    far = replace(REPORT, ref="loin", body="Métropole imaginaire", population=600_000)
    given = rule("r", trigger=Trigger.REPORT, reason="Fait par {retour}.")
    (reason,) = Reasons([given], VILLAGE, [done], [far, REPORT]).of(done)
    assert reason.text == "Fait par Ville imaginaire (commune, 3\u202f000\u00a0habitants, 2023)."
    assert (reason.url, reason.link) == ("/retours/retour/", "Ville imaginaire")
    assert Reasons([given], VILLAGE, [done], [far]).of(done) == []


def test_the_most_alike_is_named():
    reports = [
        replace(REPORT, ref=ref, body=ref, population=size) for ref, size in (("a", 1500), ("b", 2900))
    ]
    done = replace(ACTION, field_reports=("a", "b"))
    given = rule("r", trigger=Trigger.REPORT, reason="{retour}")
    assert told(given, actions=(done,), reports=reports) == ["b (commune, 2\u202f900\u00a0habitants, 2023)"]


def test_chains_with_what_is_retained():
    first, then = action("avant"), action("apres", before=("avant",))
    after = rule("r", trigger=Trigger.NEXT, reason="Suite de {action}.")
    before = rule("r", trigger=Trigger.BEFORE, reason="Avant {action}.")
    assert told(after, replace(VILLAGE, chosen=frozenset({"avant"})), (then, first)) == [
        "Suite de Action avant."
    ]
    assert told(before, replace(VILLAGE, chosen=frozenset({"apres"})), (first, then)) == [
        "Avant Action apres."
    ]
    assert told(after, VILLAGE, (then, first)) == told(before, VILLAGE, (first, then)) == []


def test_what_opens_a_chain():
    opening = rule("r", trigger=Trigger.OPENS, reason="{nombre}.")
    after = [action(ref, before=("avant",)) for ref in "abc"]
    assert told(opening, actions=(action("avant"), *after)) == ["3\u00a0autres actions."]
    assert told(opening, actions=(action("avant"), after[0])) == []


def test_size_is_that_of_the_most_populated_and_kinds_are_those_of_all():
    here = Circumstances(
        bodies=(Body(Kind.EPCI, population=80_000), Body(Kind.COMMUNE, population=3000), Body(Kind.EPT))
    )
    assert (here.size, here.kinds) == (Size.OVER_50000, {Kind.EPCI, Kind.COMMUNE, Kind.EPT})
    assert Circumstances().size is None


# --- The list -----------------------------------------------------------------

EVERYTHING = [rule(kind.value, kind=kind, weight=weight) for weight, kind in enumerate(ReasonKind, start=1)]


def listed(actions, rules=EVERYTHING, here=VILLAGE, reports=(), most=30):
    return suggestions(Reasons(rules, here, actions, reports), most)


def test_nothing_without_rule_nor_for_what_is_retained_or_does_not_suit():
    assert listed([ACTION], rules=[]) == []
    assert [each.ref for each in listed([ACTION])] == ["action"]
    assert listed([ACTION], here=replace(VILLAGE, chosen=frozenset({"action"}))) == []
    assert listed([replace(ACTION, kinds=(Kind.REGION,))]) == []
    assert listed([replace(ACTION, sizes=(Size.OVER_50000,))]) == []


def test_what_one_alike_did_suits_whatever_the_sizes_of_the_sheet_but_not_another_kind():
    done = replace(ACTION, sizes=(Size.OVER_50000,), field_reports=("retour",))
    assert [each.ref for each in listed([done], reports=[REPORT])] == ["action"]
    assert listed([replace(done, kinds=(Kind.EPCI,))], reports=[REPORT]) == []


def test_the_highest_score_comes_first_then_the_reference():
    heavy = rule("lourde", kind=ReasonKind.START, weight=50, actions=["c"])
    assert [each.ref for each in listed([action("b"), action("c"), action("a")], [*EVERYTHING, heavy])] == [
        "c",
        "a",
        "b",
    ]


def test_what_is_asked_for_first_comes_just_before():
    chain = [action("a", before=("b",)), action("b", before=("c",)), action("c"), action("d")]
    heavy = rule("lourde", kind=ReasonKind.START, weight=50, actions=["a"])
    before = rule("avant", kind=ReasonKind.CHAIN, weight=60, trigger=Trigger.BEFORE, reason="Avant {action}.")
    found = listed(chain, [*EVERYTHING, heavy, before])
    assert [each.ref for each in found] == ["c", "b", "a", "d"]
    assert found[0].reasons[0].text == "Avant Action b."
    assert "Avant Action a." in [reason.text for reason in found[1].why]
    unsuited = [replace(each, kinds=(Kind.REGION,)) if each.ref == "b" else each for each in chain]
    assert listed(unsuited, [*EVERYTHING, heavy, before])[0].reasons[0].text == "Avant Action a."


def test_actions_that_ask_for_each_other_are_suggested():
    ring = [action("a", before=("b",)), action("b", before=("a",)), action("c", before=("a",))]
    assert [each.ref for each in listed(ring)] == ["a", "b", "c"]


def test_one_rule_alone_speaks_for_one_action():
    assert len(listed([action(ref) for ref in "abc"], [rule("seule")])) == 1


def random_catalogue(seed: int):
    """Sixty actions, thirty of them chained, and rules of every kind on some of them."""
    draw = random.Random(seed)
    refs = [f"a{number:02}" for number in range(60)]
    actions = [
        action(
            ref,
            theme=draw.choice(list(Theme)),
            sizes=tuple(draw.sample(list(Size), 3)),
            before=tuple(draw.sample(refs, draw.choice([0, 0, 1, 2]))),
        )
        for ref in refs
    ]
    rules = [
        rule(
            f"r{number}",
            kind=draw.choice(list(ReasonKind)),
            weight=draw.randint(1, 40),
            actions=draw.sample(refs, 25),
        )
        for number in range(12)
    ]
    return actions, rules


@pytest.mark.parametrize("seed", range(20))
def test_however_far_one_reads_reasons_are_spread_and_chains_kept(seed):
    actions, rules = random_catalogue(seed)
    found = listed(actions, rules)
    assert found == listed(actions[::-1], rules[::-1])
    assert len({each.ref for each in found}) == len(found) > 3
    for count in range(1, len(found) + 1):
        read = found[:count]
        leads = Counter(each.reasons[0].kind for each in read)
        speaking = Counter(reason.rule for each in read for reason in each.reasons)
        assert max(leads.values()) <= ceil(count / 3)
        assert max(speaking.values()) <= ceil(count / 3)
    before = {each.ref: each.before for each in actions}
    for index, each in enumerate(found):
        later = {other.ref for other in found[index + 1 :]}
        assert all(ref not in later or each.ref in reached(ref, before) for ref in each.action.before)


def reached(ref, before):
    """Everything an action asks for first, through others too."""
    found, waiting = set(), [ref]
    while waiting:
        for other in before[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def test_a_territory_of_greater_paris_is_offered_what_suits_an_epci():
    territory = Circumstances(bodies=(Body(Kind.EPT, population=400_000),))
    assert action("a", kinds=(Kind.EPCI,)).suits(territory.kinds, territory.size)
    assert not action("a", kinds=(Kind.COMMUNE,)).suits(territory.kinds, territory.size)
