"""Step 6: indicators proposed from the retained actions, and their values here."""

from datetime import date
from decimal import Decimal

import pytest

from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from strategy.models import FollowedIndicator
from strategy.services.choosing import add_own_indicator, choose_actions, follow_indicators
from strategy.services.drafting import add_objective
from strategy.services.saving import save_row
from tests.strategy.factories import LATER, DraftFactory
from tests.strategy.screens import NO_YEARS, Screens, years_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator(screens) -> FollowedIndicator:
    (row,) = follow_indicators(
        draft=screens.draft, sheets=indicator_sheets(refs=["duree-vie-equipements"]), by=None, at=LATER
    )
    return row


def refs(screens: Screens) -> list[str]:
    return sorted(screens.draft.indicators.values_list("ref", flat=True))


def proposed(screens: Screens) -> list:
    paginator = screens.get("indicators").context["page"].paginator
    return [proposal for number in paginator.page_range for proposal in paginator.page(number)]


def test_nothing_is_proposed_before_an_action_is_retained(screens):
    assert proposed(screens) == []
    assert "Retenez d’abord des actions" in screens.get("indicators").text


def test_indicators_of_the_retained_actions_come_first(screens):
    (action,) = action_sheets(refs=["inventaire-parc"])
    assert action.indicators
    choose_actions(draft=screens.draft, sheets=[action], by=None, at=LATER)
    found = proposed(screens)
    called = [proposal for proposal in found if proposal.actions]
    assert sorted(proposal.sheet.ref for proposal in called) == sorted(action.indicators)
    assert found[: len(called)] == called
    assert {proposal.actions for proposal in called} == {(action.title,)}
    assert all(action.theme in proposal.sheet.themes for proposal in found[len(called) :])
    assert f"Suit «\u202f{action.title}\u202f»" in screens.get("indicators").text.replace("&#8239;", "\u202f")


def test_what_is_followed_is_no_longer_proposed(screens):
    (action,) = action_sheets(refs=["inventaire-parc"])
    choose_actions(draft=screens.draft, sheets=[action], by=None, at=LATER)
    response = screens.post("indicators", {"picked": [*action.indicators, "inconnu", "a\x00b"]})
    assert response["Location"] == screens.address("indicators")
    assert refs(screens) == sorted(action.indicators)
    assert not set(action.indicators) & {proposal.sheet.ref for proposal in proposed(screens)}


@pytest.mark.parametrize(
    ("sent", "target"),
    [
        ({"continue": "1"}, ("review", "")),
        ({"page": "2"}, ("indicators", "?page=2")),
        ({"page": "x\r\nY: z"}, ("indicators", "")),
        ({"page": "²"}, ("indicators", "")),
    ],
)
def test_ticks_are_kept_whatever_the_button(screens, sent, target):
    response = screens.post("indicators", sent | {"picked": "duree-vie-equipements"})
    name, query = target
    assert response["Location"] == screens.address(name) + query
    assert refs(screens) == ["duree-vie-equipements"]


@pytest.mark.parametrize("asked", ["0", "-1", "x", "9" * 50])
def test_a_page_that_does_not_exist_shows_one_that_does(screens, asked):
    assert screens.get("indicators", page=asked).status_code == 200


def test_values_are_added_to_an_indicator(screens, indicator):
    objective = add_objective(draft=screens.draft, values={"statement": "Allonger"}, by=None, at=LATER)
    assert (
        f"Texte copié de la révision&nbsp;{indicator.revision}" in screens.get("indicator", indicator.pk).text
    )
    sent = {
        **NO_YEARS,
        "seen": "0",
        "title": indicator.title,
        "objective": objective.pk,
        "unit": "années",
        "baseline_value": "4,5",
        "baseline_date": "2025-12-31",
        "target_value": "6",
        "target_year": "2029",
        "owner": "DSI",
    }
    assert screens.post("indicator", sent, indicator.pk)["Location"] == screens.address("indicators")
    indicator.refresh_from_db()
    assert (
        indicator.objective,
        indicator.baseline_value,
        indicator.baseline_date,
        indicator.target_year,
    ) == (
        objective,
        Decimal("4.500"),
        date(2025, 12, 31),
        2029,
    )
    assert "<span>complet</span>" in screens.get("indicators").text
    page = screens.get("indicator", indicator.pk).text
    assert 'value="4,5"' in page
    assert "4,5\u00a0années (mesuré le 31\u00a0décembre 2025)" in page


def test_a_wrong_indicator_is_refused_and_kept(screens, indicator):
    theirs = DraftFactory().objectives.create(statement="Le leur")
    sent = {"seen": "0", "title": "", "owner": "DSI", "target_value": "six", "objective": theirs.pk}
    response = screens.post("indicator", sent, indicator.pk)
    assert response.status_code == 422
    assert sorted(response.context["form"].errors) == ["objective", "target_value", "title"]
    assert 'value="six"' in response.text
    assert "Le leur" not in response.text
    indicator.refresh_from_db()
    assert (indicator.owner, indicator.version) == ("", 0)


def test_a_stale_indicator_names_the_objective_in_both_versions(screens, indicator):
    mine, theirs = (
        add_objective(draft=screens.draft, values={"statement": words}, by=None, at=LATER)
        for words in ("Le mien", "Le sien")
    )
    save_row(row=indicator, values={"objective": theirs}, version=0, draft=screens.draft, by=None, at=LATER)
    fields = ("title", "unit", "method", "frequency", "data_source")
    sent = (
        {name: getattr(indicator, name) for name in fields} | NO_YEARS | {"seen": "0", "objective": mine.pk}
    )
    response = screens.post("indicator", sent, indicator.pk)
    assert response.status_code == 409
    assert [tuple(row.values()) for row in response.context["differences"]] == [
        ("Objectif suivi", "Le mien", "Le sien")
    ]
    assert screens.post("indicator", sent | {"seen": "1"}, indicator.pk).status_code == 302
    indicator.refresh_from_db()
    assert indicator.objective == mine


def test_removing_an_objective_keeps_its_indicators(screens, indicator):
    objective = add_objective(draft=screens.draft, values={"statement": "Allonger"}, by=None, at=LATER)
    save_row(
        row=indicator, values={"objective": objective}, version=0, draft=screens.draft, by=None, at=LATER
    )
    screens.post("remove_objective", {}, objective.pk)
    indicator.refresh_from_db()
    assert indicator.objective is None


def test_a_question_of_yes_or_no_is_answered_by_a_choice(screens):
    row = add_own_indicator(
        draft=screens.draft, values={"title": "Référent nommé", "unit": "oui/non"}, by=None, at=LATER
    )
    assert '<select name="target_value"' in screens.get("indicator", row.pk).text
    values = {"title": row.title, "unit": row.unit, "baseline_value": "0", "target_value": "1"}
    sent = years_form(0, {"year": "2027", "expected": "1"}, **values)
    assert screens.post("indicator", sent, row.pk).status_code == 302
    row.refresh_from_db()
    assert (row.baseline_value, row.target_value) == (0, 1)
    page = screens.get("indicator", row.pk).text
    assert page.count('<option value="1" selected>oui</option>') == 2


def test_an_own_indicator_is_added(screens):
    assert screens.get("own_indicator").status_code == 200
    assert screens.post("own_indicator", {"seen": "0", "title": ""}).status_code == 422
    response = screens.post("own_indicator", years_form(0, title="Écrans <b>éteints</b>", unit="%"))
    assert response["Location"] == screens.address("indicators")
    assert list(screens.draft.indicators.values_list("title", "ref")) == [("Écrans <b>éteints</b>", "")]
    assert "<b>éteints</b>" not in screens.get("indicators").text


def test_removing_an_indicator_asks_first(screens, indicator):
    assert "Retirer du brouillon" in screens.get("remove_indicator", indicator.pk).text
    assert refs(screens) == ["duree-vie-equipements"]
    screens.post("remove_indicator", {}, indicator.pk)
    assert refs(screens) == []


@pytest.mark.parametrize("name", ["indicator", "remove_indicator"])
def test_indicators_of_other_drafts_are_not_found(screens, name):
    other = add_own_indicator(draft=DraftFactory(), values={"title": "Le leur"}, by=None, at=LATER)
    assert screens.get(name, other.pk).status_code == 404
    assert screens.post(name, {"seen": "0", "title": "À moi"}, other.pk).status_code == 404
    assert FollowedIndicator.objects.get().title == "Le leur"


def test_two_units_are_remarked_upon_and_kept(screens, indicator):
    objective = add_objective(
        draft=screens.draft, values={"statement": "Allonger", "unit": "tonnes"}, by=None, at=LATER
    )
    sent = years_form(0, title=indicator.title, unit="ans", objective=str(objective.pk))
    assert screens.post("indicator", sent, indicator.pk).status_code == 302
    remark = "l’indicateur est en «\u202fans\u202f», l’objectif suivi en «\u202ftonnes\u202f»."
    assert remark in screens.get("indicators").text
    assert remark in screens.get("indicator", indicator.pk).text
    indicator.refresh_from_db()
    assert indicator.unit == "ans"


def test_the_same_unit_written_otherwise_is_not_remarked_upon(screens, indicator):
    objective = add_objective(
        draft=screens.draft, values={"statement": "Allonger", "unit": "années"}, by=None, at=LATER
    )
    sent = years_form(0, title=indicator.title, unit="ans", objective=str(objective.pk))
    screens.post("indicator", sent, indicator.pk)
    assert "Deux unités différentes" not in screens.get("indicator", indicator.pk).text
    assert "l’objectif suivi en" not in screens.get("indicators").text


def test_values_year_by_year_are_kept_and_a_wrong_line_is_named(screens, indicator):
    years = ({"year": "2027", "expected": "4,5"}, {"year": "2028", "expected": "5", "measured": "4,75"})
    assert screens.post("indicator", years_form(0, *years, title="Durée"), indicator.pk).status_code == 302
    assert list(indicator.years.values_list("year", "expected", "measured")) == [
        (2027, Decimal("4.5"), None),
        (2028, Decimal(5), Decimal("4.75")),
    ]
    response = screens.post("indicator", years_form(1, {"expected": "4"}, title="Durée"), indicator.pk)
    assert [text for _, text in response.context["errors"]] == [
        "Valeurs, ligne 1, Année – Écrivez l’année de ces valeurs, ou videz la ligne."
    ]
