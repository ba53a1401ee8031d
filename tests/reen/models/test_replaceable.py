"""Texts and resources that others replace: said wherever they are cited, listed on the desk until it is mended."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reen.enums import Kind
from reen.models import LegalText, Resource
from reen.queries.duties import legal_texts
from reen.watch import desk, survey
from tests.reen.factories import ActionFactory, LegalTextFactory, ResourceFactory, ResourceListFactory

pytestmark = pytest.mark.django_db
SINCE = date(2026, 3, 1)


def words(browser: Client, url: str) -> str:
    return re.sub(r"[ \n]+", " ", browser.get(url).text)


def listed(subject: str) -> list[tuple[str, str, date | None]]:
    return [(row.title, row.what, row.since) for row in desk.subject_named(subject).rows()[0:50]]


@pytest.fixture
def old() -> Resource:
    """A guide that another replaces."""
    new = ResourceFactory(ref="guide-2", title="Guide 2026")
    return ResourceFactory(
        title="Guide 2019",
        url="https://exemple.invalid/guide",
        sources=[],
        replaced_by=new,
        replaced_on=SINCE,
    )


def test_pages_that_cite_it_say_what_replaces_it(client, old):
    action = ActionFactory(resources=[old])
    chosen = ResourceListFactory(items=[old])
    told = 'remplacée</span> par <a href="/ressources/guide-2/">Guide 2026</a> depuis le 1er\u00a0mars 2026'
    for page in (action, chosen, old):
        assert told in words(client, page.get_absolute_url())
    assert told in words(client, "/ressources/")


def test_a_list_asks_no_more_for_what_is_replaced(client, old, django_assert_num_queries):
    client.get("/ressources/")
    with CaptureQueriesContext(connection) as before:
        client.get("/ressources/")
    for _ in range(5):
        ResourceFactory(replaced_by=ResourceFactory())
    with django_assert_num_queries(len(before)):
        client.get("/ressources/")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (SINCE, "n’est plus en vigueur</span> depuis le 1er\u00a0mars 2026"),
        (date(2999, 1, 1), "n’est plus en vigueur</span> à partir du 1er\u00a0janvier 2999"),
    ],
)
def test_a_text_may_end_without_anything_in_its_place(client, day, told):
    action = ActionFactory(legal_texts=[LegalTextFactory(title="Décret", replaced_on=day)])
    assert told in words(client, action.get_absolute_url())


def test_what_replaces_it_is_named_once_published_only(client):
    draft = LegalTextFactory(title="Décret à venir", draft=True)
    action = ActionFactory(legal_texts=[LegalTextFactory(replaced_by=draft)])
    page = words(client, action.get_absolute_url())
    assert "remplacé</span>" in page
    assert "Décret à venir" not in page


def test_the_desk_names_what_still_leans_on_it(old):
    ActionFactory(title="Action", resources=[old])
    ResourceListFactory(title="Liste", items=[old])
    ActionFactory(title="Brouillon", resources=[old], draft=True)
    ended = LegalTextFactory(title="Décret", replaced_on=SINCE)
    ActionFactory(title="Autre", legal_texts=[ended])
    coming = LegalTextFactory(replaced_on=timezone.localdate() + timedelta(days=1))
    ActionFactory(legal_texts=[coming])
    guide = "s’appuie sur «\u202fGuide 2019\u202f», remplacé par «\u202fGuide 2026\u202f»"
    assert listed("references") == [
        ("Action", guide, SINCE),
        ("Autre", "s’appuie sur «\u202fDécret\u202f», qui ne vaut plus", SINCE),
        ("Liste", guide, SINCE),
    ]


def test_the_desk_names_who_cites_its_address(old):
    source = {"type": "source", "value": {"title": "Guide", "url": old.url}}
    ActionFactory(title="Action", sources=[source])
    survey.survey_all()
    assert [row[:2] for row in listed("sources-remplacees")] == [
        ("Action", "cite «\u202fGuide 2019\u202f», remplacée par «\u202fGuide 2026\u202f»")
    ]


def test_a_text_that_ended_binds_nobody_from_that_day():
    today = timezone.localdate()
    bound = {"kinds": (Kind.COMMUNE,)}
    LegalTextFactory(title="Fini", replaced_on=today, **bound)
    LegalTextFactory(title="Bientôt fini", replaced_on=today + timedelta(days=1), **bound)
    assert [text.title for text in legal_texts()] == ["Bientôt fini"]


def test_two_texts_do_not_replace_each_other():
    first = LegalTextFactory()
    second = LegalTextFactory(replaced_by=first)
    first.replaced_by = second
    with pytest.raises(ValidationError, match="elle-même remplacée"):
        first.full_clean()
    LegalText.objects.get(pk=second.pk).full_clean()
