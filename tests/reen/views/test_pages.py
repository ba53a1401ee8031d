"""Public pages: there for what is published only, light, and no slower when the catalogue grows a hundredfold."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from reen.models import (
    Action,
    ArticlePage,
    BasePage,
    FieldReport,
    Indicator,
    LegalText,
    Resource,
    ResourceList,
    ThemePage,
)
from tests.growth import copy_entries

SHEETS = [Action, Indicator, Resource, FieldReport, ResourceList]
LISTS = ["/actions/", "/indicateurs/", "/ressources/", "/ressources/listes/", "/retours-d-experience/"]
SHEET_NODES, LIST_NODES, QUERIES = 350, 600, 10


class Reader(HTMLParser):
    """Counts elements and keeps headings, ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.nodes, self.headings, self.ids, self.links = 0, [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.nodes += 1
        values = dict(attributes)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])


def paths() -> list[str]:
    """Every public address of the catalogue and of the pages."""
    pages = [page.get_url() for page in BasePage.objects.filter(depth__gt=1)]
    return [*pages, *LISTS, *(entry.get_absolute_url() for model in SHEETS for entry in model.objects.live())]


def queries_of(client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.fixture(scope="module")
def already_read() -> dict[str, Reader]:
    """Pages of the content as it is loaded, which every test of a process reads alike."""
    return {}


@pytest.fixture
def read(content, client, already_read) -> Callable[[str], Reader]:
    """Reads a public page; whatever does not answer fails the test."""

    def read_one(path: str) -> Reader:
        if path not in already_read:
            response = client.get(path)
            assert response.status_code == 200, path
            already_read[path] = Reader(response.content.decode())
        return already_read[path]

    return read_one


@pytest.mark.thorough
def test_every_public_page_answers_within_its_budget(read):
    for path in paths():
        page = read(path)
        is_list = path in LISTS or path.startswith("/themes/") or path == "/loi/"
        assert page.nodes <= (LIST_NODES if is_list else SHEET_NODES), (path, page.nodes)
        assert len(page.ids) == len(set(page.ids)), path
        assert page.headings[0] == 1, path
        assert page.headings.count(1) == 1, path
        assert all(
            after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        ), path


@pytest.mark.thorough
def test_every_link_inside_the_site_leads_somewhere(read):
    outside_our_layer = ("/strategies/", "/ma-collectivite/", "/compte/")
    for path in paths():
        for link in read(path).links:
            target, _, anchor = link.partition("#")
            if link.startswith(("/", "#")) and not target.startswith(outside_our_layer):
                ids = read(target or path).ids
                assert not anchor or anchor in ids, (path, link)


@pytest.mark.parametrize(
    "step", [pytest.param(1, id="all", marks=pytest.mark.thorough), pytest.param(12, id="sample")]
)
def test_every_mention_is_a_link_both_ways(read, step):
    for action in Action.objects.live()[::step]:
        links = read(action.get_absolute_url()).links
        for name in ("requirements", "indicators", "resources", "field_reports", "before", "related"):
            for entry in getattr(action, name).all():
                assert entry.get_absolute_url() in links, (action.ref, entry.ref)
    for model in (Indicator, Resource, FieldReport):
        for entry in model.objects.live()[::step]:
            links = read(entry.get_absolute_url()).links
            for action in entry.actions.live():
                assert action.get_absolute_url() in links, (entry.ref, action.ref)


def test_law_index_holds_every_requirement_and_row_as_an_anchor(content, client):
    ids = Reader(client.get("/loi/").content.decode()).ids
    assert {"pt-acteurs", "st-objectifs", "bilan-annuel", "reen-5-11", "reen-35", "agec-58"} <= set(ids)


def test_theme_page_has_the_four_headings_and_its_neighbours(content, client):
    response = client.get("/themes/cycle-de-vie/")
    headings = re.findall(r"<h2>(.*?)</h2>", response.content.decode())
    assert headings == [
        "Exemples d’actions et de mesures",
        "Exemples d’indicateurs à suivre",
        "Outils et ressources mobilisables",
        "Retours d’expérience",
        "Sources",
    ]
    assert [response.context[name].theme for name in ("previous", "next")] == [
        "axe-1-commande-publique",
        "axe-3-ecoconception",
    ]


def test_first_and_last_themes_have_one_neighbour(content, client):
    assert client.get("/themes/pilotage/").context["previous"] is None
    assert client.get("/themes/territoire-donnees/").context["next"] is None


def test_articles_follow_one_another_in_the_order_of_the_law_index(content, client):
    pages = list(ArticlePage.objects.live().order_by("legal_text__order"))
    ArticlePage.objects.get(slug="article-16").unpublish()
    urls = [None, *(page.get_url() for page in pages if page.slug != "article-16"), None]
    for place, path in enumerate(urls[1:-1]):
        response = client.get(path)
        around = [response.context["beside"][way] for way in ("previous", "next")]
        assert [each and each["url"] for each in around] == [urls[place], urls[place + 2]]
        links = Reader(response.content.decode()).links
        assert all(each["url"] in links for each in around if each)
    assert len(urls) > 5


@pytest.mark.parametrize("model", SHEETS)
def test_sheet_of_a_draft_is_not_found(model, content, client):
    entry = model.objects.live().first()
    assert client.get(entry.get_absolute_url()).status_code == 200
    entry.unpublish()
    assert client.get(entry.get_absolute_url()).status_code == 404


def test_unpublished_page_is_not_found(content, client):
    page = ArticlePage.objects.get(slug="article-15")
    assert client.get("/loi/article-15/").status_code == 200
    page.unpublish()
    assert client.get("/loi/article-15/").status_code == 404
    assert "/loi/article-15/" not in Reader(client.get("/loi/").content.decode()).links


def test_home_asks_which_collectivite_by_address(content, client):
    page = client.get("/").content.decode()
    assert 'method="get" action="/ma-collectivite/"' in page
    assert 'name="q"' in page


def test_page_tells_its_one_address(content, client):
    page = client.get("/actions/?theme=axe-0-pilotage").content.decode()
    assert '<link rel="canonical" href="http://testserver/actions/">' in page


SAMPLES = [
    "/",
    "/loi/",
    "/loi/article-35/",
    "/themes/",
    "/themes/pilotage/",
    "/a-propos/",
    *LISTS,
    "/actions/?q=ordinateur&theme=axe-1-commande-publique&effort=fort",
    "/actions/bilan-impact/",
    "/indicateurs/referent-nr/",
    "/ressources/wenr/",
    "/retours-d-experience/nantes-metropole/",
]


def test_queries_stay_few_and_the_same_when_content_grows_a_hundredfold(content, client):
    before = {path: queries_of(client, path) for path in SAMPLES if client.get(path)}
    hub = Action.objects.get(ref="bilan-impact")
    for model in SHEETS:
        copy_entries(model, 100)
    for action in Action.objects.filter(ref__endswith="-100")[:20]:
        action.before, action.related = [hub], [hub]
        action.indicators, action.resources = (
            list(Indicator.objects.all()[:20]),
            list(Resource.objects.all()[:20]),
        )
        action.save()
    assert max(before.values()) <= QUERIES
    assert {path: queries_of(client, path) for path in SAMPLES} == before


def test_pages_stay_light_when_everything_points_at_them(content, client):
    text, hub = LegalText.objects.get(ref="reen-35"), Action.objects.get(ref="bilan-impact")
    indicator, resource = (model.objects.live().first() for model in (Indicator, Resource))
    for model in SHEETS:
        copy_entries(model, 20)
    for number, action in enumerate(Action.objects.filter(ref__endswith="0")[:120]):
        action.legal_texts, action.indicators, action.resources = [text], [indicator], [resource]
        action.before, action.related = ([hub], []) if number % 2 else ([], [hub])
        action.save()
    sheets = [entry.get_absolute_url() for entry in (hub, indicator, resource)]
    paths = {"/themes/pilotage/": LIST_NODES, "/loi/article-35/": SHEET_NODES} | dict.fromkeys(
        sheets, SHEET_NODES
    )
    pages = {path: Reader(client.get(path).content.decode()) for path in paths}
    assert {path: page.nodes for path, page in pages.items() if page.nodes > paths[path]} == {}
    assert "/ressources/?theme=axe-0-pilotage" in pages["/themes/pilotage/"].links
    assert "/actions/?article=reen-35" in pages["/loi/article-35/"].links


def test_queries_stay_few_for_who_is_signed_in(content, client, django_user_model):
    client.force_login(django_user_model.objects.create_user(email="lectrice@example.invalid"))
    counts = {path: queries_of(client, path) for path in SAMPLES}
    assert {path: count for path, count in counts.items() if count > QUERIES} == {}
    assert "Se déconnecter" in client.get("/").content.decode()


def test_a_restricted_page_asks_for_its_password_and_so_do_those_below(content, client):
    index = BasePage.objects.get(url_path__endswith="/loi/")
    PageViewRestriction.objects.create(
        page=index, restriction_type=PageViewRestriction.PASSWORD, password="secret"
    )
    for path in ("/loi/", "/loi/article-35/"):
        assert 'type="password"' in client.get(path).content.decode()
    assert 'type="password"' not in client.get("/themes/").content.decode()


def test_theme_page_address_follows_from_its_theme(content):
    page = ThemePage.objects.get(theme="axe-4-elus-agents")
    page.slug = "autre"
    page.full_clean()
    assert page.get_url() == page.path_on_site == "/themes/elus-agents/"
