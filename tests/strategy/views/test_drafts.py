"""The list of drafts one may open, and the start of a new one."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from strategy.enums import MemberRole
from strategy.models import Collectivity, Draft, Member
from strategy.views.drafts import PAGE
from tests.strategy.factories import OPENED_AT, AccountFactory, CollectivityFactory, DraftFactory

pytestmark = pytest.mark.django_db

LIST, START = reverse("strategy:drafts"), reverse("strategy:start")


def titles(page: str) -> list[str]:
    return re.findall(r'<h2><a href="/strategies/[\w-]+/">([^<]*)</a></h2>', page)


def test_the_list_holds_one_s_own_drafts_latest_change_first(client, writer, content):
    for day, name in ((3, "Deuxième"), (5, "Première"), (1, "Troisième")):
        DraftFactory(by=writer.pk, at=OPENED_AT.replace(day=day), collectivity__name=name)
    DraftFactory(by=AccountFactory().pk, collectivity__name="Celle d’un autre")
    client.force_login(writer)
    page = client.get(LIST).text
    assert titles(page) == ["Première", "Deuxième", "Troisième"]
    assert "modifiée le 5\u00a0octobre 2026" in page


def test_a_change_is_dated_in_french_time(client, writer, content):
    DraftFactory(by=writer.pk, at=datetime(2026, 10, 1, 22, 30, tzinfo=UTC))
    client.force_login(writer)
    assert "modifiée le 2\u00a0octobre 2026" in client.get(LIST).text


def test_the_list_goes_by_pages(client, writer, content):
    for number in range(PAGE + 1):
        DraftFactory(by=writer.pk, collectivity__name=f"Commune {number}")
    client.force_login(writer)
    assert [len(titles(client.get(LIST, {"page": asked}).text)) for asked in ("1", "2", "x")] == [
        PAGE,
        1,
        PAGE,
    ]


def test_a_stranger_is_told_how_to_find_drafts(client, content):
    page = client.get(LIST).text
    assert titles(page) == []
    assert reverse("account_login") in page


def test_names_are_shown_as_text(client, writer, content):
    DraftFactory(by=writer.pk, collectivity__name="<script>alert(1)</script>")
    client.force_login(writer)
    assert titles(client.get(LIST).text) == ["&lt;script&gt;alert(1)&lt;/script&gt;"]


def test_an_action_is_offered_to_the_drafts_one_writes(client, writer, content):
    DraftFactory(by=writer.pk, collectivity__name="Écrite")
    read = DraftFactory(collectivity__name="Lue")
    Member.objects.create(draft=read, user=writer, role=MemberRole.READER)
    client.force_login(writer)
    assert sorted(titles(client.get(LIST).text)) == ["Lue", "Écrite"]
    page = client.get(LIST, {"action": "inventaire-parc"}).text
    assert titles(page) == ["Écrite"]
    address = reverse("strategy:actions", args=[Draft.objects.get(members__role=MemberRole.OWNER).reference])
    assert re.findall(r'<form method="post" action="([^"]+)"', page) == [address]
    assert 'name="picked" value="inventaire-parc"' in page


@pytest.mark.parametrize("ref", ["inconnue", "a\x00b", "<b>", ""])
def test_an_unknown_action_shows_the_plain_list(client, writer, content, ref):
    DraftFactory(by=writer.pk, collectivity__name="Ici")
    client.force_login(writer)
    page = client.get(LIST, {"action": ref}).text
    assert titles(page) == ["Ici"]
    assert "Retenir ici" not in page


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_listed_body_starts_a_draft(client, writer, content, signed_in):
    if signed_in:
        client.force_login(writer)
    body = Collectivity.objects.get(kind="commune", code="84007")
    response = client.post(START, {"collectivity": body.pk})
    draft = Draft.objects.get()
    assert response["Location"] == reverse("strategy:bodies", args=[draft.reference])
    assert [row.collectivity for row in draft.bodies.all()] == [body]
    assert list(draft.members.values_list("user", flat=True)) == ([writer.pk] if signed_in else [])
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("pk", ["", "x", "-1", "0", "9" * 30, "9" * 5_000, "²", "a\x00b"])
def test_what_is_no_body_starts_nothing(client, content, pk):
    assert client.post(START, {"collectivity": pk}).status_code == 404
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("facts", [{}, {"demonstration": True}])
def test_bodies_of_no_list_are_not_started_from_here(client, content, facts):
    body = CollectivityFactory(**facts)
    assert client.post(START, {"collectivity": body.pk}).status_code == 404
    assert Draft.objects.count() == 0
