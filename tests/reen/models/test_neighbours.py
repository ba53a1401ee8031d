"""Actions around one: the chain that leads to it, what follows, neighbours."""

import pytest

from reen.models import Action
from tests.reen.factories import ActionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def proving() -> Action:
    """The end of a chain of four, whose titles sort the other way."""
    inventory = ActionFactory(ref="inventaire", title="Z")
    sorting = ActionFactory(ref="trier", title="Y", before=[inventory])
    giving = ActionFactory(ref="donner", title="X", before=[sorting])
    return ActionFactory(ref="prouver", title="W", before=[giving, inventory])


def refs(action: Action, name: str) -> list[str]:
    return [other.ref for other in Action.objects.get(pk=action.pk).sheet_context()[name]]


def test_chain_is_told_from_its_beginning(proving):
    assert refs(proving, "chain") == ["inventaire", "trier", "donner"]


def test_chain_is_read_on_the_sheet_with_what_follows(proving, client):
    page = client.get("/actions/donner/").content.decode()
    order = page[page.index("<h2>Dans quel ordre</h2>") :]
    places = [
        order.index(text) for text in ("/actions/inventaire/", "/actions/trier/", "cette action", "Ensuite")
    ]
    assert places == sorted(places)
    assert order.index("/actions/prouver/") > places[-1]


def test_action_alone_has_no_chain(client):
    ActionFactory(ref="seule")
    assert "Dans quel ordre" not in client.get("/actions/seule/").content.decode()


def test_chain_leaves_out_what_is_not_published(proving):
    Action.objects.get(ref="trier").unpublish()
    assert refs(proving, "chain") == ["inventaire", "donner"]


def test_chain_of_a_draft_follows_the_links_being_drafted(proving):
    proving.before = [Action.objects.get(ref="trier")]
    draft = proving.save_revision().as_object()
    assert [action.ref for action in draft.sheet_context()["chain"]] == ["inventaire", "trier"]
    assert refs(proving, "chain") == ["inventaire", "trier", "donner"]


def test_circle_made_by_an_editor_still_opens(proving):
    inventory = Action.objects.get(ref="inventaire")
    inventory.before = [proving]
    inventory.save()
    assert refs(inventory, "chain") == ["prouver", "donner", "trier"]
    assert refs(inventory, "after") == []


def test_chain_costs_the_same_however_long(proving, django_assert_num_queries):
    for ref in ("trier", "prouver"):
        action = Action.objects.get(ref=ref)
        with django_assert_num_queries(7):
            action.sheet_context()
