"""Templates compile, and the base page keeps its promises."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*") if path.is_file())


def page(name: str, path: str = "/") -> BeautifulSoup:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return BeautifulSoup(render_to_string(name, {}, request), "html.parser")


@pytest.mark.parametrize("name", NAMES)
def test_template_compiles(name: str):
    get_template(name)


def test_base_page_is_french_and_has_its_landmarks(db):
    base = page("base.html")
    assert base.html["lang"] == "fr"
    assert base.select_one("a.skip")["href"] == "#" + base.main["id"]
    for landmark in ("header", "nav", "main", "footer"):
        assert len(base.select(landmark)) == 1


def test_base_page_is_small(content):
    base = page("base.html")
    assert len(base.select("nav a")) >= 10
    assert len(base.body.find_all(True)) <= 90
    assert len(base.select("link[href], script[src], img[src]")) <= 3


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/actions/", {"/actions/": "page"}),
        ("/actions/allonger/", {"/actions/": "true"}),
        ("/", {}),
    ],
)
def test_menu_marks_where_one_is(content, path: str, current: dict[str, str]):
    links = page("base.html", path).select("nav a[aria-current]")
    assert {link["href"]: link["aria-current"] for link in links} == current


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html", "429.html"])
def test_error_page_says_how_to_go_on(db, name: str):
    error = page(name)
    assert len(error.select("h1")) == 1
    assert error.main.select("a, ol")


def test_failure_page_needs_neither_request_nor_database():
    failure = BeautifulSoup(get_template("500.html").template.render(Context()), "html.parser")
    assert failure.h1.text == "Le site a rencontré une panne"
    assert failure.main.a["href"] == "/"


def test_unknown_address_is_answered_in_french(client, db):
    answer = client.get("/nulle-part/")
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.content.decode()


def test_stale_form_is_answered_with_what_to_do(db):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/compte/login/", {})
    assert answer.status_code == 403
    assert "Votre saisie" in answer.content.decode()
