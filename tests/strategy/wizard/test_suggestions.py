"""What is suggested to real collectivités, with the real catalogue and its rules; the set to begin with."""

import re
from collections import Counter
from datetime import date

import pytest
from django.db.models.functions import Abs, Coalesce

from reen.enums import Effort, Kind, Size, Theme
from reen.queries.actions import action_sheets
from reen.queries.outlines import CatalogueOutline, catalogue_outline
from reen.queries.requirements import requirement_sheets
from reen.rules.chains import earlier
from reen.rules.reasons import Circumstances, Reasons
from reen.rules.scope import Answer
from reen.rules.starter import NUMBER, UNKNOWN, starter
from reen.rules.suggestion_rule import ReasonKind
from reen.rules.suggestions import Suggestion, suggestions
from strategy.enums import MemberRole
from strategy.models import Collectivity, Member
from strategy.queries.beginnings import body_of
from strategy.queries.obligations import obligation_of
from strategy.services.choosing import choose_actions
from tests.strategy.factories import LATER

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
FIRST = 15
BODIES = {
    "village": {"kind": "commune", "population": 600},
    "commune-3000": {"kind": "commune", "population": 3_000},
    "commune-19000": {"kind": "commune", "population": 19_000},
    "commune-60000": {"kind": "commune", "population": 60_000},
    "communes-15000": {"nature": "CC", "population": 15_000},
    "communes-40000": {"nature": "CC", "population": 40_000},
    "agglomeration-80000": {"nature": "CA", "population": 80_000},
    "urbaine-200000": {"nature": "CU", "population": 200_000},
    "metropole-500000": {"nature": "METRO", "population": 500_000},
    "departement": {"kind": "departement"},
    "region": {"kind": "region"},
    "syndicat": None,
}
BOUND = ("commune-60000", "agglomeration-80000", "urbaine-200000", "metropole-500000")


def body(name: str) -> Collectivity:
    """The body of the official list nearest to that population; syndicats are not in it."""
    if BODIES[name] is None:
        return Collectivity(kind=Kind.SYNDICAT, name="Syndicat imaginaire", population_other=120_000)
    wanted = dict(BODIES[name])
    population = wanted.pop("population", None)
    found = Collectivity.objects.filter(official=True, ended=False, **wanted)
    if population is not None:
        distance = Abs(Coalesce("population_total", "population_other") - population)
        found = found.annotate(distance=distance).filter(distance__isnull=False).order_by("distance", "code")
    return found.first()


def here(name: str) -> Circumstances:
    """A draft just opened by that body."""
    carrying = body(name)
    return Circumstances(
        bodies=(body_of(carrying),),
        answers=frozenset({obligation_of(carrying, on=TODAY).answer}),
        open_requirements={sheet.ref: sheet.title for sheet in requirement_sheets() if sheet.mandatory},
    )


def reasons(name: str, catalogue: CatalogueOutline | None = None) -> Reasons:
    read = catalogue or catalogue_outline()
    return Reasons(read.rules, here(name), read.actions, read.reports)


def first_fifteen(name: str) -> list[Suggestion]:
    return suggestions(reasons(name))[:FIRST]


@pytest.mark.parametrize("name", BODIES)
def test_no_reason_explains_more_than_a_third(content, name):
    listed = first_fifteen(name)
    assert len(listed) == FIRST
    leads = Counter(each.reasons[0].kind for each in listed)
    rules = Counter(reason.rule for each in listed for reason in each.reasons)
    assert max(leads.values()) <= FIRST / 3
    assert max(rules.values()) <= FIRST / 3


@pytest.mark.parametrize("name", BODIES)
def test_chains_are_kept_and_several_themes_shown(content, name):
    listed = [each.ref for each in first_fifteen(name)]
    before = {action.ref: action.before for action in catalogue_outline().actions}
    for index, ref in enumerate(listed):
        assert earlier(ref, before).isdisjoint(listed[index + 1 :])
    assert len({each.action.theme for each in first_fifteen(name)}) >= 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("commune-3000", "agglomeration-80000"),
        ("commune-3000", "metropole-500000"),
        ("commune-3000", "departement"),
        ("commune-3000", "commune-60000"),
        ("village", "communes-40000"),
        ("commune-19000", "agglomeration-80000"),
        ("syndicat", "agglomeration-80000"),
    ],
)
def test_lists_differ_where_they_should(content, one, other):
    shared = {each.ref for each in first_fifteen(one)} & {each.ref for each in first_fifteen(other)}
    assert len(shared) <= FIRST // 2


@pytest.mark.parametrize("name", sorted(set(BODIES) - set(BOUND)))
def test_who_is_not_bound_is_told_of_no_obligation(content, name):
    kinds = {reason.kind for each in suggestions(reasons(name)) for reason in each.reasons}
    assert ReasonKind.OBLIGATION not in kinds


@pytest.mark.parametrize("name", BOUND)
def test_who_is_bound_is_told_of_the_programme_first(content, name):
    assert here(name).answers == {Answer.BOUND}
    assert ReasonKind.OBLIGATION in {each.reasons[0].kind for each in first_fifteen(name)[:3]}


def test_a_small_commune_begins_with_low_effort(content):
    efforts = [each.action.effort.at(Size.UNDER_3500) for each in first_fifteen("commune-3000")]
    assert set(efforts[:6]) == {(Effort.LOW,)}
    assert (Effort.HIGH,) not in efforts


@pytest.mark.parametrize(
    ("name", "report", "least"),
    [
        ("commune-3000", "Thèreval", 4),
        ("commune-19000", "Maurepas", 2),
        ("communes-15000", "Communauté de communes de Lacq-Orthez", 2),
        ("agglomeration-80000", "Communauté d’agglomération de La Rochelle", 2),
        ("metropole-500000", "Grenoble-Alpes Métropole", 1),
        ("departement", "Département des Hauts-de-Seine", 1),
        ("syndicat", "Mégalis Bretagne", 1),
    ],
)
def test_what_collectivites_alike_did_comes_early(content, name, report, least):
    done = [
        reason for each in first_fifteen(name) for reason in each.reasons if reason.kind is ReasonKind.REPORT
    ]
    assert sum(reason.link == report for reason in done) >= least
    early = [each.reasons[0].kind for each in first_fifteen(name)[:6]]
    assert ReasonKind.REPORT in early


@pytest.mark.parametrize("name", BODIES)
def test_the_set_to_begin_with_is_coherent(content, name):
    given = reasons(name)
    found = [each.action for each in starter(given)]
    refs = [action.ref for action in found]
    assert NUMBER.get(given.size, UNKNOWN) <= len(refs) <= 15
    assert len({action.theme for action in found}) >= 5
    suited = {action.ref for action in given.actions.values() if action.suits(given.kinds, given.size)}
    for index, action in enumerate(found):
        assert action.ref in suited
        assert set(action.before) & suited <= set(refs[:index])
    assert all(each.reasons for each in starter(given))
    hard = [action.ref for action in found if Effort.HIGH in action.effort.at(given.size)]
    if name in BOUND:
        served = {ref for action in found for ref in action.requirements}
        serving = {
            ref for action in given.actions.values() if action.ref in suited for ref in action.requirements
        }
        assert set(given.circumstances.open_requirements) & serving <= served
        assert set(hard) <= {"bilan-impact"}
    else:
        assert hard == []


def test_a_small_commune_gets_eight_simple_actions(content):
    found = starter(reasons("commune-3000"))
    assert len(found) == 8
    assert {each.action.effort.at(Size.UNDER_3500) for each in found} == {(Effort.LOW,)}


# --- The screens --------------------------------------------------------------


def shown(page) -> list[str]:
    return [each.ref for each, _words in page.context["suggested"]]


def test_suggestions_come_first_and_say_why(screens):
    page = screens.get("actions")
    assert len(shown(page)) == 6
    assert page.text.index("Suggestions pour vous") < page.text.index("Le catalogue")
    assert "Déjà fait\u00a0: Thèreval (commune, 2\u202f000\u00a0habitants, 2023)." in page.text
    assert 'href="/retours-d-experience/thereval/"' in page.text
    for ref in shown(page):
        assert page.text.count(f'value="{ref}"') == 1


def test_more_suggestions_are_a_press_away_and_keep_the_ticks(screens):
    few = shown(screens.get("actions"))
    response = screens.post("actions", {"picked": few[0], "suggestions": "2"})
    assert response["Location"] == f"{screens.address('actions')}?suggestions=2"
    more = shown(screens.client.get(response["Location"]))
    assert len(more) == 12
    assert few[0] not in more
    assert [row.ref for row in screens.draft.choices.all()] == [few[0]]


def test_whoever_searches_sees_the_catalogue_only(screens):
    for query in ({"q": "parc"}, {"theme": Theme.STAFF.value}, {"page": "2"}):
        page = screens.get("actions", **query)
        assert shown(page) == []
        assert "Revoir les suggestions pour vous" in page.text


def test_what_is_retained_changes_the_reasons(screens):
    who = {"draft": screens.draft, "by": None, "at": LATER}
    choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)
    page = screens.get("actions", suggestions="5")
    told = [reason for each, _words in page.context["suggested"] for reason in each.reasons]
    assert "inventaire-parc" not in shown(page)
    assert any(reason.rule == "suite" for reason in told)
    assert not any(
        Theme.LIFE_CYCLE.label in reason.text for reason in told if reason.rule == "theme-a-ouvrir"
    )


def test_the_set_is_proposed_ticked_and_retains_nothing_by_itself(screens):
    page = screens.get("starter")
    proposed = [each.ref for each, _words in page.context["starter"]]
    assert re.findall(r'name="picked" value="([^"]+)" checked', page.text) == proposed
    assert not screens.draft.choices.exists()


def test_the_set_is_retained_in_the_order_of_its_chains(screens):
    proposed = [each.ref for each, _words in screens.get("starter").context["starter"]]
    kept = [ref for ref in proposed if ref != "acheter-reconditionne"]
    assert screens.post("starter", {"picked": kept[::-1]})["Location"] == screens.address("actions")
    rows = [row.ref for row in screens.draft.choices.order_by("pk")]
    assert sorted(rows) == sorted(kept)
    before = {sheet.ref: sheet.before for sheet in action_sheets()}
    for index, ref in enumerate(rows):
        assert earlier(ref, before).isdisjoint(rows[index + 1 :])
    again = [each.ref for each, _words in screens.get("starter").context["starter"]]
    assert set(again).isdisjoint(rows)


def test_nothing_ticked_retains_nothing(screens):
    assert screens.post("starter", {}).status_code == 302
    assert not screens.draft.choices.exists()


def test_who_only_reads_sees_suggestions_without_boxes_and_no_set(screens, writer):
    page = screens.get("actions")
    assert 'name="picked"' in page.text
    assert screens.address("starter") in page.text
    Member.objects.filter(draft=screens.draft, user=writer).update(role=MemberRole.READER)
    page = screens.get("actions")
    assert len(shown(page)) == 6
    assert 'name="picked"' not in page.text
    assert screens.address("starter") not in page.text
    assert screens.get("starter").status_code == 403
