"""Step 5: the order of the retained actions, and some of them side by side."""

import pytest

from reen.enums import Theme
from reen.queries.actions import action_sheets
from strategy.enums import Priority
from strategy.models import Choice
from strategy.services.choosing import add_own_action, choose_actions
from strategy.services.saving import save_row
from tests.strategy.factories import LATER, DraftFactory
from tests.strategy.screens import Screens

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(screens) -> dict[str, Choice]:
    """Three actions of one theme and one of another, by title."""
    titles = (("A", Theme.STAFF), ("B", Theme.STAFF), ("C", Theme.STAFF), ("D", Theme.TERRITORY))
    return {
        title: add_own_action(draft=screens.draft, values={"theme": theme, "title": title}, by=None, at=LATER)
        for title, theme in titles
    }


def order(screens: Screens) -> str:
    return "".join(screens.draft.choices.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("button", "title", "expected"),
    [
        ("down", "A", "BACD"),
        ("up", "C", "ACBD"),
        ("up", "A", "ABCD"),
        ("down", "C", "ABCD"),
        ("up", "D", "ABCD"),
    ],
)
def test_actions_move_within_their_theme(screens, rows, button, title, expected):
    response = screens.post("basket", {button: rows[title].pk})
    assert response["Location"] == f"{screens.address('actions')}#retenue-{rows[title].pk}"
    assert order(screens) == expected


def test_a_move_is_told_and_comes_back_to_the_same_page_of_the_catalogue(screens, rows):
    response = screens.post("basket", {"down": rows["A"].pk, "query": "q=parc&page=2"})
    assert response["Location"] == f"{screens.address('actions')}?q=parc&page=2#retenue-{rows['A'].pk}"
    assert "«\u202fA\u202f» passe après «\u202fB\u202f»" in screens.get("actions").text


def test_a_move_stops_nobody_who_is_writing(screens, rows):
    screens.post("basket", {"down": rows["A"].pk})
    assert Choice.objects.get(pk=rows["A"].pk).version == 0


def test_what_is_added_later_comes_last(screens, rows):
    screens.post("basket", {"up": rows["C"].pk})
    add_own_action(draft=screens.draft, values={"theme": Theme.STAFF, "title": "E"}, by=None, at=LATER)
    assert order(screens) == "ACBED"


@pytest.mark.parametrize("key", ["", "x", "999999", "9" * 50])
def test_an_action_that_is_none_is_not_moved(screens, rows, key):
    assert screens.post("basket", {"up": key}).status_code == 404


def test_actions_of_other_drafts_are_not_moved(screens, rows):
    other = add_own_action(
        draft=DraftFactory(), values={"theme": Theme.STAFF, "title": "X"}, by=None, at=LATER
    )
    assert screens.post("basket", {"up": other.pk}).status_code == 404


def test_a_line_says_priority_pilot_years_and_budget(screens, rows):
    values = {"priority": Priority.HIGH, "pilot": "Mairie", "budget": 1250}
    save_row(row=rows["A"], values=values, version=0, draft=screens.draft, by=None, at=LATER)
    page = screens.get("actions").text
    assert "<span>priorité haute</span> <span>Mairie</span> <span>1\u202f250\u00a0€</span>" in page


def test_ticked_actions_are_compared(screens, rows):
    choose_actions(draft=screens.draft, sheets=action_sheets(refs=["inventaire-parc"]), by=None, at=LATER)
    response = screens.post("basket", {"ticked": ["inventaire-parc", rows["A"].pk], "compare": "1"})
    assert (
        response["Location"] == f"{screens.address('compare')}?compare=inventaire-parc&compare={rows['A'].pk}"
    )
    page = screens.client.get(response["Location"])
    cells = dict(page.context["rows"])
    (sheet,) = action_sheets(refs=["inventaire-parc"])
    assert [column.title for column in page.context["columns"]] == [sheet.title, "A"]
    assert cells["Premières étapes"] == [sheet.steps[:3], ()]
    assert cells["Effort"][0]
    assert cells["Dans votre stratégie"] == [("retenue",), ("retenue",)]


def test_entries_of_the_catalogue_are_compared_before_any_is_retained(screens):
    page = screens.get("compare", compare=["inventaire-parc", "donner-materiel"])
    assert page.status_code == 200
    assert "Dans votre stratégie" not in dict(page.context["rows"])


@pytest.mark.parametrize(
    "asked", [[], ["inventaire-parc"], ["inventaire-parc"] * 3, ["inventaire-parc", "x"]]
)
def test_less_than_two_actions_are_no_comparison(screens, asked):
    assert screens.get("compare", compare=asked)["Location"] == screens.address("actions")
    assert "Cochez de deux à quatre actions à comparer." in screens.get("actions").text


def test_more_than_four_are_not_shown_and_it_is_said(screens):
    refs = [sheet.ref for sheet in action_sheets()[:6]]
    page = screens.get("compare", compare=refs)
    assert [column.sheet.ref for column in page.context["columns"]] == refs[:4]
    assert "2 autres ne sont pas montrées" in page.text


def test_actions_ticked_in_the_catalogue_are_compared_and_not_retained(screens):
    sent = {"picked": ["inventaire-parc", "donner-materiel"], "compare": "1"}
    response = screens.post("actions", sent)
    assert (
        response["Location"]
        == f"{screens.address('compare')}?compare=inventaire-parc&compare=donner-materiel"
    )
    assert not screens.draft.choices.exists()
