"""Links of running texts that lead nowhere are on the desk, whatever way they were written."""

import pytest
from django.test import Client
from django.urls import reverse

from reen.models import HomePage, PlainPage
from reen.watch import desk, inner_links
from tests.reen.admin.people import open_site
from tests.reen.factories import ActionFactory
from tests.reen.watch.accounts import editor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home() -> None:
    """A site whose home page is published."""
    open_site().save_revision(clean=False).publish()


def page(title: str, html: str = "<p>Texte</p>") -> PlainPage:
    added = HomePage.objects.get().add_child(
        instance=PlainPage(title=title, body=[{"type": "text", "value": html}])
    )
    added.save_revision().publish()
    return PlainPage.objects.get(pk=added.pk)


def found() -> list[tuple[str, str]]:
    rows = desk.subject_named("liens-internes").rows()
    assert rows.count() == len(rows[0:50])
    return [(row.title, row.what) for row in rows[0:50]]


def to_page(target: PlainPage) -> str:
    return f'<p>Voir <a linktype="page" id="{target.pk}">la <b>cible</b></a>.</p>'


def test_a_page_withdrawn_then_deleted_is_told_and_one_that_is_read_is_not():
    target = page("Cible")
    page("Texte", to_page(target))
    assert found() == []
    target.unpublish()
    assert found() == [("Texte", "«\u202fla cible\u202f» mène à «\u202fCible\u202f», qui n’est plus publié")]
    target.delete()
    assert found() == [("Texte", "«\u202fla cible\u202f» mène à une page supprimée")]


@pytest.mark.parametrize(
    "href",
    [
        "/actions/destocker/",
        "/actions/destocker",
        "/actions/destocker/?de=ici#pourquoi",
        "http://127.0.0.1:8000/actions/destocker/",
    ],
)
def test_a_sheet_is_followed_by_its_address(href):
    page("Texte", f'<p><a href="{href}">la fiche</a></p>')
    told = ("Texte", "«\u202fla fiche\u202f» mène à /actions/destocker/, que personne ne peut lire")
    assert found() == [told]
    action = ActionFactory(ref="destocker", draft=True)
    assert found() == [told]
    action.save_revision(clean=False).publish()
    assert found() == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://exemple.invalid/actions/x/">ailleurs</a>',
        '<a href="//exemple.invalid/">ailleurs</a>',
        '<a href="mailto:a@exemple.invalid">écrire</a>',
        '<a href="#suite">plus bas</a>',
        '<a href="/recherche/?q=mot">chercher</a>',
        '<a href="/ressources/?theme=pilotage">les ressources</a>',
        '<a href="/">l’accueil</a>',
    ],
)
def test_other_links_are_left_alone(html):
    page("Texte", f"<p>{html}</p>")
    assert found() == []


@pytest.mark.parametrize(
    ("html", "trouble"),
    [("<a>rien</a>", "ne mène nulle part"), ('<a href="/nulle-part/">là</a>', "que personne ne peut lire")],
)
def test_what_was_never_there_is_told(html, trouble):
    page("Texte", f"<p>{html}</p>")
    assert trouble in found()[0][1]


def test_each_row_opens_the_page_at_its_text_at_a_constant_cost(django_assert_num_queries):
    broken = page("Texte", '<p><a>rien</a> <a linktype="page" id="999">x</a></p>')
    page("Autre", '<p><a href="/nulle-part/">là</a></p>')
    inner_links._fields()
    with django_assert_num_queries(5):
        rows = inner_links.broken()[0:50]
    edit = reverse("wagtailadmin_pages:edit", args=[broken.pk]) + "#body"
    assert {row.url for row in rows if row.title == "Texte"} == {edit}
    browser = Client()
    browser.force_login(editor())
    assert edit in browser.get(reverse("watch:subject", args=["liens-internes"])).text
