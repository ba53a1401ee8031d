"""« Ce qui nous oblige »: each kind and size has its page, which agrees with the rules and the published texts."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.enums import Kind, Size
from reen.models import LegalText
from reen.queries.duties import STRATEGY
from reen.rules.duties import Duty, binds, sizes_of, strategy_duty
from reen.rules.scope import Answer


def read(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def bound_refs(page: str) -> list[str]:
    rows = re.findall(r'<th scope="row"><a href="([^"]+)"', page)
    return [address.removeprefix("/loi/").strip("#/") for address in rows]


def test_table_leads_to_every_page(content, client):
    links = set(re.findall(r'href="(/obligations/[^"]+)"', read(client, "/obligations/")))
    assert links == {f"/obligations/{kind.value}/{size.value}/" for kind in Kind for size in sizes_of(kind)}
    assert len(links) == 15


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("commune/plus-50000", "Une stratégie est obligatoire"),
        ("commune/20000-50000", "Une stratégie est possible, sans obligation"),
        ("epci/plus-50000", "Une stratégie est obligatoire"),
        ("departement/plus-50000", "ne vise pas ces collectivités"),
    ],
)
def test_article_35_is_answered(content, client, address: str, answer: str):
    assert answer in read(client, f"/obligations/{address}/")


@pytest.mark.parametrize(
    ("address", "refs"),
    [
        (
            "commune/moins-3500",
            ["article-15", "article-16", "agec-55", "agec-58", "decret-2023-266", "rgaa", "rgs"],
        ),
        (
            "syndicat/moins-3500",
            ["article-15", "article-16", "agec-55", "agec-58", "decret-2023-266", "rgaa", "rgs"],
        ),
        (
            "epci/20000-50000",
            [
                "article-15",
                "article-16",
                "article-34",
                "agec-55",
                "agec-58",
                "decret-2023-266",
                "rgaa",
                "open-data",
                "rgs",
            ],
        ),
        (
            "departement/plus-50000",
            [
                "article-15",
                "article-16",
                "agec-55",
                "agec-58",
                "decret-2023-266",
                "rapport-dd",
                "rgaa",
                "open-data",
                "rgs",
            ],
        ),
    ],
)
def test_other_texts_bind_by_kind_and_size(content, client, address: str, refs: list[str]):
    assert bound_refs(read(client, f"/obligations/{address}/")) == refs


def test_an_obligation_an_editor_publishes_or_withdraws_is_followed(content, client):
    text = LegalText.objects.get(ref="rgs")
    text.kinds = (Kind.REGION,)
    text.save_revision(clean=False).publish()
    assert "rgs" not in bound_refs(read(client, "/obligations/commune/moins-3500/"))
    assert "rgs" in bound_refs(read(client, "/obligations/region/plus-50000/"))
    text.unpublish()
    assert "rgs" not in bound_refs(read(client, "/obligations/region/plus-50000/"))


def test_the_content_says_of_article_35_what_the_rule_says(content):
    text = LegalText.objects.get(ref=STRATEGY)
    duty = Duty(text.kinds, text.population_from)
    for kind in Kind:
        for size in Size:
            assert binds(duty, kind, size) == (strategy_duty(kind, size).answer is Answer.BOUND)


def test_a_threshold_inside_a_size_is_told(content, client):
    assert "(à partir de 20\u202f001 habitants)" in read(client, "/obligations/epci/20000-50000/")
    assert "à partir de 20\u202f001" not in read(client, "/obligations/epci/plus-50000/")


@pytest.mark.parametrize("address", ["region/moins-3500", "commune/xyz", "xyz/plus-50000", "ept/3500-20000"])
def test_what_does_not_exist_is_not_found(content, client, address: str):
    assert client.get(f"/obligations/{address}/").status_code == 404


def test_pages_are_light(content, client):
    for path, nodes in (("/obligations/", 350), ("/obligations/epci/plus-50000/", 350)):
        with CaptureQueriesContext(connection) as captured:
            page = read(client, path)
        assert len(captured) <= 3
        assert len(re.findall(r"<[a-z]", page)) <= nodes
