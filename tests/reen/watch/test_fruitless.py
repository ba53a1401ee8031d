"""Searches that found nothing: words and counts are kept, people are not."""

from datetime import date, timedelta

import pytest
from freezegun import freeze_time

from reen.models import FruitlessSearch
from reen.watch import fruitless

pytestmark = pytest.mark.django_db


def kept() -> list[tuple[str, str, int]]:
    return list(FruitlessSearch.objects.values_list("where", "words", "times"))


def test_the_same_words_are_counted_together_whatever_their_accents_and_plurals():
    for text in ("Écrans  éteints", "ecran eteint", "  ÉCRAN, éteint "):
        fruitless.note(text, "actions")
    assert kept() == [("actions", "ecran eteint", 3)]


def test_each_list_has_its_own_count():
    fruitless.note("blockchain", "actions")
    fruitless.note("blockchain", "site")
    assert sorted(kept()) == [("actions", "blockchain", 1), ("site", "blockchain", 1)]


@pytest.mark.parametrize("text", ["article 35", "plus de 50 000 habitants", "RGAA", "l’hébergement à Brest"])
def test_what_readers_ask_is_kept(text):
    fruitless.note(text, "site")
    assert FruitlessSearch.objects.count() == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ?! ",
        "marie.dupont@exemple.invalid",
        "marie @ exemple",
        "06 12 34 56 78",
        "219740115",
        "https://exemple.invalid/marie",
        "une phrase bien trop longue pour être une recherche de mots dans un catalogue",
        "un deux trois quatre cinq six sept huit neuf",
        "x" * 10_000_000,
        "\ufdfa" * 60,  # each letter is normalised into eighteen
    ],
)
def test_what_may_tell_somebody_is_not_kept(text):
    fruitless.note(text, "site")
    assert kept() == []


def test_a_full_table_counts_what_it_knows_and_takes_no_more(monkeypatch):
    monkeypatch.setattr(fruitless, "MOST_ROWS", 1)
    for text in ("écran", "souris", "écran"):
        fruitless.note(text, "site")
    assert kept() == [("site", "ecran", 2)]


def test_what_nobody_asks_any_more_is_forgotten():
    with freeze_time("2026-01-01"):
        fruitless.note("oubli", "site")
        fruitless.note("mémoire", "site")
    with freeze_time("2026-06-01"):
        fruitless.note("mémoire", "site")
    assert fruitless.purge(date(2026, 1, 1) + timedelta(days=180)) == 0
    assert fruitless.purge(date(2026, 1, 1) + timedelta(days=181)) == 1
    assert kept() == [("site", "memoire", 2)]


def test_a_list_notes_the_words_it_does_not_have_and_nothing_else(client):
    assert client.get("/actions/?q=blockchain").status_code == 200
    assert client.get("/actions/?q=blockchain&theme=axe-0-pilotage").status_code == 200
    assert client.get("/actions/?theme=axe-0-pilotage").status_code == 200
    assert kept() == [("actions", "blockchain", 1)]
