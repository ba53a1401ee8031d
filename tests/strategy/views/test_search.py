"""« Ma collectivité est-elle concernée ? »: search, answer, and a way in for bodies of no list."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from freezegun import freeze_time

from reen.typography import number
from strategy.models import Collectivity, Draft
from strategy.queries.obligations import obligation_of

pytestmark = pytest.mark.django_db

SEARCH, TYPED = reverse("strategy:search"), reverse("strategy:typed_body")


def hits(page: str) -> list[tuple[str, str]]:
    """Address and name of each result."""
    return [
        (address, unescape(name))
        for address, name in re.findall(r'<li><a href="(/ma-collectivite/[^"]+)">([^<]+)</a>', page)
    ]


def words_of(page: str) -> str:
    """What is read on a page, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def test_the_page_asks_before_it_answers(client, content):
    page = client.get(SEARCH).text
    assert hits(page) == []
    assert "Aucun résultat" not in page
    assert TYPED in page


@pytest.mark.parametrize("query", ["avignon", "84007", "84000", "  Avignon "])
def test_a_body_is_found_and_leads_to_its_answer(client, content, query):
    assert ("/ma-collectivite/commune/84007/", "Avignon") in hits(client.get(SEARCH, {"q": query}).text)


def test_homonyms_are_told_apart_by_their_place(client, content):
    page = client.get(SEARCH, {"q": "Saint-Denis"}).text
    assert "Seine-Saint-Denis" in page
    assert "La Réunion" in page


@pytest.mark.parametrize(
    "query", ["zzzzzz", "\x00", "<script>alert(1)</script>", "%", "'; DROP TABLE", "🌍", "a" * 100_000]
)
def test_nothing_found_says_how_to_search_otherwise(client, content, query):
    response = client.get(SEARCH, {"q": query})
    assert response.status_code == 200
    page = response.text
    assert hits(page) == []
    assert "<script>alert" not in page
    assert "Vérifiez l’orthographe" in page


@freeze_time("2026-11-21 12:00")
@pytest.mark.parametrize(
    ("kind", "code", "answer", "heading"),
    [
        ("commune", "84007", "bound", "Oui, la loi vous demande une stratégie"),
        ("commune", "85194", "voluntary", "Non, mais vous pouvez vous en doter"),
        ("commune", "53130", "borderline", "À la limite du seuil\u00a0: à faire confirmer"),
        ("region", "53", "out_of_scope", "Non, la loi ne vous vise pas"),
        ("epci", "200046977", "to_confirm", "La réponse est à confirmer"),
    ],
)
def test_each_answer_says_why_with_figures_dates_doubts_and_sources(
    client, content, kind, code, answer, heading
):
    body = Collectivity.objects.get(kind=kind, code=code)
    obligation = obligation_of(body, on=date(2026, 11, 21))
    assert obligation.answer == answer
    page = client.get(reverse("strategy:obligation", args=[kind, code])).text
    expected = [
        heading,
        obligation.reason,
        *(number(figure.value) for figure in obligation.figures),
        *(words for due in obligation.dates for words in (due.words, due.advice)),
        *obligation.uncertain,
        *(source.title for source in obligation.sources),
    ]
    read = words_of(page).casefold()
    assert [words for words in expected if " ".join(words.split()).casefold() not in read] == []
    assert page.count("décide</span>") == (1 if obligation.deciding else 0)
    assert f'name="collectivity" value="{body.pk}"' in page


@freeze_time("2026-11-21 12:00")
def test_past_dates_are_told_without_scolding(client, content):
    read = words_of(client.get(reverse("strategy:obligation", args=["commune", "84007"])).text)
    assert "Échéance dépassée depuis le 1er janvier 2025" in read
    assert "Aucune sanction n’apparaît dans les textes lus" in read
    assert re.findall(r"illégal|infraction|hors la loi|en faute", read) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("commune", "99999"),
        ("commune", "200046977"),
        ("planete", "84007"),
        ("commune", "a\x00b"),
        ("commune", "84007'"),
        ("commune", "9" * 5_000),
        ("syndicat", "1"),
    ],
)
def test_what_is_in_no_list_is_not_found(client, content, kind, code):
    assert client.get(reverse("strategy:obligation", args=[kind, code])).status_code == 404


def test_a_body_of_no_list_starts_a_draft(client, content):
    sent = {"name": "Syndicat imaginaire", "kind": "syndicat", "population": "12500"}
    response = client.post(TYPED, sent)
    draft = Draft.objects.get()
    assert response["Location"] == reverse("strategy:bodies", args=[draft.reference])
    body = draft.bodies.get().collectivity
    assert (body.name, body.population, body.official) == ("Syndicat imaginaire", 12_500, False)
    assert "Syndicat imaginaire" in client.get(response["Location"]).text
    assert "Syndicat imaginaire" not in [
        name for _, name in hits(client.get(SEARCH, {"q": "imaginaire"}).text)
    ]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Nom – Écrivez le nom de votre collectivité."),
        ({"name": "S", "kind": "planete"}, "Nature – "),
        ({"name": "S", "kind": "syndicat", "population": "0"}, "Population totale – "),
        ({"name": "S" * 201, "kind": "syndicat"}, "200 caractères"),
    ],
)
def test_a_body_badly_typed_in_is_refused_and_kept(client, content, sent, told):
    response = client.post(TYPED, sent)
    assert response.status_code == 422
    assert told in response.text
    assert f'value="{sent.get("name", "")}"' in response.text or not sent
    assert (Draft.objects.count(), Collectivity.objects.filter(official=False).count()) == (0, 0)
