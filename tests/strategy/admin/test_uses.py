"""Editors learn how many drafts hold what they change, and never whose."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reen.models import Action, Indicator
from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from strategy.models import Draft
from strategy.services.choosing import choose_actions, follow_indicators
from tests.strategy.factories import LATER, AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db

REF, MEASURE = "inventaire-parc", "duree-vie-equipements"
LISTING = "/admin/snippets/reen/action/?q=inventaire"


@pytest.fixture
def editor(content, client: Client) -> Client:
    """Somebody who only proposes changes."""
    account = AccountFactory()
    account.groups.add(Group.objects.get(name="Contributeurs"))
    client.force_login(account)
    return client


def hold(count: int, **draft) -> list[Draft]:
    """That many drafts, each with the action and the indicator."""
    drafts = [DraftFactory(collectivity__name=f"Ville secrète {number}") for number in range(count)]
    Draft.objects.filter(pk__in=[each.pk for each in drafts]).update(**draft or {"demonstration": False})
    for each in drafts:
        who = {"draft": each, "by": None, "at": LATER}
        choose_actions(sheets=action_sheets(refs=[REF]), **who)
        follow_indicators(sheets=indicator_sheets(refs=[MEASURE]), **who)
    return drafts


def told(editor: Client, entry: Action | Indicator) -> str:
    page = editor.get(f"/admin/snippets/reen/{entry._meta.model_name}/edit/{entry.pk}/")
    assert page.status_code == 200
    assert "Ville secrète" not in page.text
    block = BeautifulSoup(page.content, "html.parser").select_one("main .help-block.help-info")
    return " ".join(block.get_text().split())


def cells(page) -> dict[str, str]:
    """The last cell of each line of a listing, by title."""
    lines = BeautifulSoup(page.content, "html.parser").select("main table.listing tbody tr")
    return {
        " ".join(line.select_one("td.title a").get_text().split()): " ".join(
            line.select("td")[-1].get_text().split()
        )
        for line in lines
    }


OFFERED = "Utilisée par {}. Publiée, votre modification {} sera proposée, sans rien y changer d’elle-même."


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "Aucun brouillon n’utilise cette fiche."),
        (1, OFFERED.format("1 brouillon", "lui")),
        (3, OFFERED.format("3 brouillons", "leur")),
    ],
)
def test_the_form_of_an_action_tells_how_many_drafts_hold_it(editor, count, words):
    hold(count)
    assert told(editor, Action.objects.get(ref=REF)) == words


def test_the_form_of_an_indicator_tells_it_too(editor):
    hold(2)
    assert told(editor, Indicator.objects.get(ref=MEASURE)).startswith("Utilisé par 2 brouillons.")


def test_demonstrations_are_left_aside(editor):
    hold(1, demonstration=True)
    assert told(editor, Action.objects.get(ref=REF)) == "Aucun brouillon n’utilise cette fiche."


def test_listings_count_the_drafts_of_each_entry_in_their_own_query(editor):
    with CaptureQueriesContext(connection) as few:
        without = cells(editor.get(LISTING))
    drafts = hold(4)
    choose_actions(sheets=action_sheets(), draft=drafts[0], by=None, at=LATER)
    with CaptureQueriesContext(connection) as many:
        page = editor.get(LISTING)
    assert len(many) == len(few)
    title = Action.objects.get(ref=REF).title
    assert (without[title], cells(page)[title]) == ("", "4 brouillons")
    assert "Utilisée par" in page.text
    assert "Ville secrète" not in page.text


def test_listings_are_sorted_by_use(editor):
    hold(1)
    lines = cells(editor.get("/admin/snippets/reen/action/?ordering=-drafts"))
    assert next(iter(lines.items())) == (Action.objects.get(ref=REF).title, "1 brouillon")
    assert set(list(lines.values())[1:]) == {""}


def test_other_kinds_of_entries_have_no_such_column(editor):
    page = editor.get("/admin/snippets/reen/requirement/")
    assert page.status_code == 200
    assert "Utilisé" not in "".join(
        each.get_text() for each in BeautifulSoup(page.content, "html.parser").select("th")
    )
