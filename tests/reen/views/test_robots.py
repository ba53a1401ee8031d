"""What robots and readers of feeds are told: everything published, once, with stable names."""

import re
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.models import Action, IndexRow, PublicKind
from tests.reen.factories import ActionFactory

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, path: str) -> list[ElementTree.Element]:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")


def test_plan_lists_every_page_once_and_each_answers(content, client):
    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"<loc>http://testserver([^<]+)</loc>", index)
    paths = [
        path
        for part in parts
        for path in re.findall(r"<loc>http://testserver([^<]+)</loc>", client.get(part).content.decode())
    ]
    assert len(paths) == len(set(paths))
    assert {"/", "/loi/article-35/", "/actions/", "/actions/bilan-impact/", "/obligations/"} <= set(paths)
    assert {action.get_absolute_url() for action in Action.objects.live()} <= set(paths)
    assert not any("#" in path for path in paths)
    assert [path for path in paths[::10] if client.get(path).status_code != 200] == []


def test_plan_leaves_drafts_out(content, client):
    Action.objects.get(ref="bilan-impact").unpublish()
    assert "/actions/bilan-impact/" not in client.get("/sitemap-fiches.xml").content.decode()


@pytest.mark.django_db
def test_robots_are_kept_from_what_belongs_to_somebody(client):
    response = client.get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response["Content-Type"].startswith("text/plain")
    assert {"Disallow: /strategies/", "Disallow: /admin/", "Disallow: /recherche/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_feed_tells_the_latest_first_under_stable_names(content, client):
    action = Action.objects.get(ref="bilan-impact")
    action.save_revision(clean=False).publish()
    first = entries(client, "/nouveautes.atom")[0]
    assert first.findtext(f"{ATOM}title") == action.title
    name = first.findtext(f"{ATOM}id")
    published, updated = first.findtext(f"{ATOM}published"), first.findtext(f"{ATOM}updated")
    assert published < updated
    action.title = "Un autre titre"
    action.save_revision(clean=False).publish()
    again = entries(client, "/nouveautes.atom")[0]
    assert (again.findtext(f"{ATOM}id"), again.findtext(f"{ATOM}title")) == (name, "Un autre titre")
    assert again.findtext(f"{ATOM}updated") > updated


def test_feeds_of_a_kind_and_of_a_theme(content, client):
    of_kind = entries(client, "/nouveautes/indicateur.atom")
    assert {entry.find(f"{ATOM}category").get("term") for entry in of_kind} == {PublicKind.INDICATOR.label}
    of_theme = entries(client, "/nouveautes/themes/cycle-de-vie.atom")
    links = {entry.find(f"{ATOM}link").get("href").removeprefix("http://testserver") for entry in of_theme}
    rows = IndexRow.objects.filter(url__in=links)
    assert all("axe-2-cycle-de-vie" in row.themes for row in rows)
    assert rows.count() == len(links) == 30


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nouveautes/xyz.atom", "/nouveautes/themes/xyz.atom", "/sitemap-xyz.xml"])
def test_what_does_not_exist_is_not_found(client, path: str):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_feed_takes_two_queries_and_holds_hostile_titles(client):
    for number in range(40):
        ActionFactory(draft=True, title=f"<b>{number}</b> & co").save_revision(clean=False).publish()
    with CaptureQueriesContext(connection) as captured:
        found = entries(client, "/nouveautes.atom")
    assert (len(captured), len(found)) == (2, 30)  # the name of the site, and its news
    assert found[0].findtext(f"{ATOM}title") == "<b>39</b> & co"
