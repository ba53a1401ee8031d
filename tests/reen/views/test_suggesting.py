"""« Comment les actions sont proposées »: what readers are told of the rules, from the content and from the admin."""

import pytest
from django.test import Client

from reen.models import Action, SuggestionRule

pytestmark = pytest.mark.django_db

PAGE = "/propositions/"


def read(client: Client) -> str:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_rule_is_told_with_its_points_in_one_query(content, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        page = read(client)
    for rule in SuggestionRule.objects.all():
        assert f'<li id="{rule.ref}">' in page
        assert f"donne {rule.weight}\u00a0points" in page


def test_it_is_light(content, client):
    page = read(client)
    assert page.count("<") - page.count("</") <= 600
    assert len(page.encode()) <= 40_000


def test_without_rules_the_page_says_that_nothing_is_proposed(client):
    assert "Aucune règle n’est publiée" in read(client)


def test_lists_and_the_wizard_lead_there(content, client):
    assert f'href="{PAGE}"' in client.get("/actions/").content.decode()


def test_a_draft_changes_nothing_until_it_is_published(content, client):
    rule = SuggestionRule.objects.get(ref="petite-equipe")
    before = read(client)
    rule.weight, rule.reason = 77, "Une raison toute neuve."
    revision = rule.save_revision()
    assert read(client) == before
    revision.publish()
    assert "donne 77\u00a0points" in read(client)
    assert "Une raison toute neuve." in read(client)


def test_an_action_that_is_not_published_is_not_named(content, client):
    action = Action.objects.get(ref="repair-cafes")
    assert action.get_absolute_url() in read(client)
    action.unpublish()
    assert action.get_absolute_url() not in read(client)
