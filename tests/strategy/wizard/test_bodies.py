"""Step 1: who carries the strategy, who is associated, and what the law answers to each."""

import re

import pytest

from reen.enums import Kind
from strategy.enums import BodyRole
from strategy.models import Collectivity, Draft
from strategy.services.drafting import add_body
from tests.strategy.factories import LATER, CollectivityFactory, DraftFactory
from tests.strategy.screens import Screens

pytestmark = pytest.mark.django_db

BEARER, ASSOCIATED = BodyRole.BEARER, BodyRole.ASSOCIATED


def bodies(draft: Draft) -> list[tuple[str, str]]:
    return list(draft.bodies.values_list("collectivity__name", "role"))


def listed(kind: str, name: str) -> Collectivity:
    return Collectivity.objects.get(kind=kind, name=name, official=True)


@pytest.mark.parametrize(
    ("kind", "name", "role"),
    [("commune", "Avignon", BEARER), ("commune", "Avignon", ASSOCIATED), ("region", "Bretagne", BEARER)],
)
def test_a_listed_body_is_found_then_added(screens, kind, name, role):
    body = listed(kind, name)
    page = screens.get("bodies", q=name).text
    assert f'<input type="hidden" name="collectivity" value="{body.pk}">' in page
    response = screens.post("bodies", {"collectivity": body.pk, "role": role.value})
    assert response["Location"] == screens.address("bodies")
    assert bodies(screens.draft) == [("Commune imaginaire", BEARER), (name, role)]
    page = screens.get("bodies").text
    assert name in page
    assert "Enregistré à" in page


def test_only_communes_may_be_associated(screens):
    region = listed("region", "Bretagne")
    _, _, card = screens.get("bodies", q="Bretagne").text.partition(
        f'name="collectivity" value="{region.pk}"'
    )
    buttons, _, _ = card.partition("</form>")
    assert re.findall(r'name="role" value="(\w+)"', buttons) == ["porteuse"]
    screens.post("bodies", {"collectivity": region.pk, "role": ASSOCIATED.value})
    assert "Seule une commune peut être associée." in screens.get("bodies").text
    assert bodies(screens.draft) == [("Commune imaginaire", BEARER)]


def test_a_role_is_changed_by_its_button(screens):
    body = CollectivityFactory(name="Voisine")
    add_body(draft=screens.draft, collectivity=body, role=BEARER, by=None, at=LATER)
    screens.post("bodies", {"collectivity": body.pk, "role": ASSOCIATED.value})
    assert bodies(screens.draft) == [("Commune imaginaire", BEARER), ("Voisine", ASSOCIATED)]


def test_the_last_bearer_stays_and_the_screen_says_why(screens):
    row = screens.draft.bodies.get()
    screens.post("bodies", {"remove": row.pk})
    assert "Une stratégie a au moins une collectivité porteuse" in screens.get("bodies").text
    assert bodies(screens.draft) == [("Commune imaginaire", BEARER)]


def test_a_body_is_removed(screens):
    body = CollectivityFactory(name="Voisine")
    row = add_body(draft=screens.draft, collectivity=body, role=ASSOCIATED, by=None, at=LATER)
    screens.post("bodies", {"remove": row.pk})
    assert bodies(screens.draft) == [("Commune imaginaire", BEARER)]


def test_a_body_of_no_list_is_typed_in(screens):
    sent = {"type": "1", "name": "Syndicat imaginaire", "kind": "syndicat", "population": "12500"}
    assert screens.post("bodies", sent).status_code == 302
    assert bodies(screens.draft) == [("Commune imaginaire", BEARER), ("Syndicat imaginaire", BEARER)]


def test_a_body_badly_typed_in_is_refused_and_kept_on_the_screen(screens):
    sent = {"type": "1", "name": "", "kind": "syndicat", "population": "douze mille"}
    response = screens.post("bodies", sent)
    assert response.status_code == 422
    page = response.text
    assert '<a href="#id_name">Nom – Écrivez le nom de votre collectivité.</a>' in page
    assert "Population totale – Écrivez un nombre d’habitants, par exemple 12500." in page
    assert 'value="douze mille"' in page
    assert screens.draft.bodies.count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"collectivity": "0", "role": "porteuse"},
        {"collectivity": "9" * 30, "role": "porteuse"},
        {"collectivity": "un", "role": "porteuse"},
        {"remove": "-1"},
        {"remove": "9" * 5_000},
        {"remove": "x\x00"},
    ],
)
def test_what_is_no_body_is_not_found(screens, sent):
    assert screens.post("bodies", sent).status_code == 404
    assert screens.draft.bodies.count() == 1


def test_bodies_of_other_drafts_are_out_of_reach(screens):
    other = DraftFactory()
    row = other.bodies.get()
    assert screens.post("bodies", {"remove": row.pk}).status_code == 404
    sent = {"collectivity": row.collectivity_id, "role": BEARER.value}
    assert screens.post("bodies", sent).status_code == 404
    assert (screens.draft.bodies.count(), other.bodies.count()) == (1, 1)


def test_a_role_that_does_not_exist_is_not_found(screens):
    sent = {"collectivity": listed("commune", "Avignon").pk, "role": "observatrice"}
    assert screens.post("bodies", sent).status_code == 404


@pytest.mark.parametrize("query", ["", "%00", "a" * 100_000, "<script>alert(1)</script>", "🌍", "zzzzzz"])
def test_any_search_is_answered(screens, query):
    response = screens.get("bodies", q=query)
    assert response.status_code == 200
    assert "<script>alert" not in response.text


def test_a_demonstration_takes_no_real_body(client, content, writer):
    draft = DraftFactory(by=writer.pk, collectivity__demonstration=True, collectivity__name="Fictive")
    client.force_login(writer)
    screens = Screens(client, draft)
    assert "Avignon" not in screens.get("bodies", q="Avignon").text
    screens.post("bodies", {"collectivity": listed("commune", "Avignon").pk, "role": BEARER.value})
    assert "ne se mêle pas à une vraie" in screens.get("bodies").text
    assert bodies(draft) == [("Fictive", BEARER)]
    screens.post("bodies", {"type": "1", "name": "Autre fictive", "kind": "commune"})
    assert Collectivity.objects.get(name="Autre fictive").demonstration is True


@pytest.mark.parametrize(
    ("population", "answer"), [(80_000, "obligation"), (2_340, "démarche volontaire"), (None, "à confirmer")]
)
def test_the_law_answers_for_each_body(client, content, writer, population, answer):
    draft = DraftFactory(
        by=writer.pk, collectivity__kind=Kind.EPCI, collectivity__population_other=population
    )
    client.force_login(writer)
    data = Screens(client, draft).get("bodies").context["data"]
    assert [body.answer_label for body in data.bodies] == [answer]
