"""The search page: results, facets, pages, ways out; light, few queries, safe with anything typed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.models import FruitlessSearch, PublicKind
from reen.search.documents import Document
from reen.search.upkeep import write


def fill(count: int) -> None:
    write(
        {
            f"essai:{number}": Document(
                PublicKind.ACTION,
                f"Un ordinateur n° {number}",
                f"/actions/essai-{number}/",
                "Une ligne.",
                "occasion",
            )
            for number in range(count)
        }
    )


def read(client, query: str) -> str:
    response = client.get(f"/recherche/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_every_page_has_the_field(content, client):
    for path in ("/", "/loi/", "/actions/", "/actions/bilan-impact/", "/obligations/"):
        page = client.get(path).content.decode()
        assert 'action="/recherche/"' in page, path


@pytest.mark.django_db
def test_a_page_that_does_not_exist_offers_to_search(client):
    response = client.get("/nulle-part/")
    assert response.status_code == 404
    assert 'action="/recherche/"' in response.content.decode()


def test_results_are_linked_marked_and_sorted_by_kind(content, client):
    page = read(client, "q=ordinateur d’occasion")
    assert re.search(
        r'<a href="/actions/acheter-reconditionne/">Acheter du matériel <mark>reconditionné</mark></a>', page
    )
    assert "Actions (" in page


def test_what_is_typed_is_escaped(content, client):
    page = read(client, "q=<script>alert(1)</script> ordinateur")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.django_db
def test_facets_narrow_and_keep_the_words(client):
    fill(3)
    page = read(client, "q=ordinateur")
    assert 'href="?q=ordinateur&amp;nature=action"' in page
    assert "3 résultats" in read(client, "q=ordinateur&nature=action")
    assert "Aucun résultat" in read(client, "q=ordinateur&nature=page")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["nature=xyz", "theme=xyz", "page=0", "page=x", "page=99", "nature=%00", "q=%00"]
)
def test_an_address_that_means_nothing_is_read_as_it_can(client, query: str):
    fill(3)
    assert "3 résultats" in read(client, f"q=ordinateur&{query}") or query == "q=%00"


@pytest.mark.django_db
def test_results_come_by_pages_of_twenty(client):
    fill(45)
    first, last = read(client, "q=ordinateur"), read(client, "q=ordinateur&page=3")
    assert first.count("/actions/essai-") == 20
    assert last.count("/actions/essai-") == 5
    assert "Page 3 sur 3" in last


@pytest.mark.django_db
def test_a_wrong_letter_is_mended_and_the_words_kept_for_editors(client):
    fill(1)
    page = read(client, "q=ordinnateur")
    assert "Aucun résultat" in page
    assert '<a href="?q=ordinateur"><strong>ordinateur</strong></a>' in page
    assert list(FruitlessSearch.objects.values_list("where", "words")) == [("site", "ordinnateur")]


@pytest.mark.django_db
def test_what_is_found_is_not_kept(client):
    fill(1)
    read(client, "q=ordinateur")
    read(client, "q=ordinateur&nature=page")
    read(client, "q=")
    assert FruitlessSearch.objects.count() == 0


@pytest.mark.django_db
def test_a_part_is_shown_when_nothing_has_everything(client):
    fill(1)
    page = read(client, "q=ordinateur quantique")
    assert "Aucun résultat avec tous ces mots" in page
    assert "/actions/essai-0/" in page


@pytest.mark.django_db
def test_too_many_words_are_told(client):
    assert "Seuls les 8 premiers mots sont cherchés" in read(
        client, "q=" + "+".join(f"mot{n}" for n in range(12))
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["q=ordinateur", "q=ordinnateur", "q=ordinateur+quantique", "q=rgaa&nature=action", "q=", ""]
)
def test_a_search_is_light_however_much_it_finds(client, query: str):
    def weight() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as captured:
            page = read(client, query)
        return len(captured), page.count("<")

    fill(25)
    read(client, query)  # what finds nothing is counted from now on, not added
    few = weight()
    fill(300)
    many = weight()
    assert many[0] == few[0] <= 10
    assert many[1] / 2 <= 600
