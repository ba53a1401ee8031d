"""The screens of imports and exports: who opens them, and the whole way through."""

from html import unescape
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from reen.content.roles import CONTRIBUTORS, VALIDATORS, WRITERS
from reen.exchange import applying, files
from reen.models import Action, ImportRun, User
from tests.reen.admin.people import open_site, person, signed_in
from tests.reen.exchange.imports import imported, received
from tests.reen.exchange.spreadsheets import csv_file, xlsx_file
from tests.reen.factories import ActionFactory, IndicatorFactory

pytestmark = pytest.mark.django_db
HOME = reverse("exchange:home")
UPLOAD = reverse("exchange:upload", args=["actions"])
HEADERS = ["Référence", "Titre"]
LISTING = "/admin/snippets/reen/action/"


@pytest.fixture
def writer() -> User:
    """A writer of the site."""
    open_site()
    return person(WRITERS)


def sent(browser: Client, data: bytes, name: str = "actions.csv", url: str = UPLOAD):
    return browser.post(url, {"file": SimpleUploadedFile(name, data)})


def page(browser: Client, url: str) -> str:
    response = browser.get(url)
    assert response.status_code == HTTPStatus.OK
    return unescape(response.content.decode())


def told(response) -> list[str]:
    return [str(message).strip() for message in response.context["messages"]]


# --- Who ------------------------------------------------------------------------


def screens(run: ImportRun, done: ImportRun) -> list[tuple[str, str]]:
    return [
        ("get", HOME),
        ("get", UPLOAD),
        ("post", UPLOAD),
        ("get", reverse("exchange:template", args=["actions", "csv"])),
        ("get", reverse("exchange:columns", args=[run.pk])),
        ("post", reverse("exchange:columns", args=[run.pk])),
        ("get", reverse("exchange:run", args=[run.pk])),
        ("post", reverse("exchange:run", args=[run.pk])),
        ("get", reverse("exchange:run", args=[done.pk])),
        ("get", reverse("exchange:undo", args=[done.pk])),
        ("post", reverse("exchange:undo", args=[done.pk])),
    ]


def answers(browser: Client, author: User) -> list[int]:
    """The answer of each screen about imports of this author, each time as if nothing had been done."""
    Action.objects.all().delete()
    run = received(author, [*HEADERS, "Inconnue"], ["a", "A", "x"])
    applying.settle(run, {"Référence": "ref", "Titre": "title", "Inconnue": ""})
    done = imported(author, HEADERS, ["b", "B"])
    codes = []
    for method, url in screens(run, done):
        with transaction.atomic():
            codes.append(getattr(browser, method)(url).status_code)
            transaction.set_rollback(True)
    return codes


OPEN, MOVED, INCOMPLETE = HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.UNPROCESSABLE_ENTITY
OWN = [OPEN, OPEN, INCOMPLETE, OPEN, OPEN, INCOMPLETE, OPEN, MOVED, OPEN, OPEN, MOVED]
OTHERS = [OPEN, OPEN, INCOMPLETE, OPEN, *[MOVED] * 4, OPEN, MOVED, MOVED]
VALIDATORS_ON_OTHERS = [OPEN, OPEN, INCOMPLETE, OPEN, *[MOVED] * 4, OPEN, OPEN, MOVED]


@pytest.mark.parametrize("role", [CONTRIBUTORS, WRITERS, VALIDATORS], ids=lambda role: role.name)
def test_those_who_write_import_and_undo_their_own(role):
    open_site()
    user = person(role)
    assert answers(signed_in(user), user) == OWN


@pytest.mark.parametrize(
    ("role", "expected"), [(CONTRIBUTORS, OTHERS), (WRITERS, OTHERS), (VALIDATORS, VALIDATORS_ON_OTHERS)]
)
def test_imports_of_others_are_seen_once_done_and_undone_by_validators(writer, role, expected):
    assert answers(signed_in(person(role)), writer) == expected


def test_others_are_sent_away(writer):
    moved = [MOVED] * 11
    assert answers(Client(), writer) == moved
    assert answers(signed_in(person(None)), writer) == moved
    run = received(writer, HEADERS, ["a", "A"])
    assert Client().get(reverse("exchange:run", args=[run.pk])).url.startswith("/admin/login/")


def test_addresses_of_nothing_are_not_found(writer):
    browser = signed_in(writer)
    done = imported(writer, HEADERS, ["a", "A"])
    for url in (
        reverse("exchange:upload", args=["exigences"]),
        reverse("exchange:template", args=["actions", "pdf"]),
        reverse("exchange:run", args=[done.pk + 1]),
        reverse("exchange:columns", args=[done.pk]),
    ):
        assert browser.get(url).status_code == HTTPStatus.NOT_FOUND


def test_menu_leads_to_it_for_those_who_write(writer):
    assert HOME in page(signed_in(writer), "/admin/")


# --- The way through --------------------------------------------------------------


def test_template_filled_is_previewed_imported_and_undone(writer):
    browser = signed_in(writer)
    ActionFactory(ref="connue", title="Avant")
    template = browser.get(reverse("exchange:template", args=["actions", "csv"])).content
    headers = template.decode("utf-8-sig").strip().split(";")
    rows = [["" for _ in headers] for _ in range(2)]
    for row, values in zip(rows, [("connue", "Après"), ("neuve", "Neuve")], strict=True):
        row[headers.index("Référence")], row[headers.index("Titre")] = values
    kept = ["Référence", "Titre"]
    lines = [[row[headers.index(name)] for name in kept] for row in rows]
    response = sent(browser, csv_file(kept, *lines))
    run = ImportRun.objects.get()
    url = reverse("exchange:run", args=[run.pk])
    assert response.url == url
    shown = page(browser, url)
    assert "<del>Avant</del><ins>Après</ins>" in shown
    assert "Tout arrive en brouillon" in shown
    assert "Importer 2\u00a0fiches en brouillon" in shown
    digest = browser.get(url).context["plan"].digest
    assert told(browser.post(url, {"digest": digest}, follow=True)) == [
        "2\u00a0fiches importées en brouillon."
    ]
    assert not Action.objects.get(ref="neuve").live
    assert "1\u00a0fiche créée, 1\u00a0fiche modifiée" in page(browser, url)
    undo = reverse("exchange:undo", args=[run.pk])
    assert "sera supprimée" in page(browser, undo)
    assert told(browser.post(undo, follow=True)) == ["2\u00a0fiches remises comme avant l’import."]
    assert list(Action.objects.values_list("ref", flat=True)) == ["connue"]
    assert "annulé le" in page(browser, HOME)


def test_file_that_is_no_table_is_refused_on_the_spot(writer):
    browser = signed_in(writer)
    response = sent(browser, b"%PDF-1.7")
    assert response.status_code == INCOMPLETE
    assert "Ce fichier est un PDF, pas un tableur." in response.content.decode()
    assert "Choisissez un fichier." in browser.post(UPLOAD).content.decode()
    assert "Ce fichier est vide." in sent(browser, b"").content.decode()
    assert "Ce fichier dépasse 5\u00a0Mo." in sent(browser, b"x" * 5_000_001).content.decode()
    assert not ImportRun.objects.exists()


def test_columns_that_nobody_knows_are_asked_for(writer):
    browser = signed_in(writer)
    response = sent(
        browser, xlsx_file(["Référence", "Nom", "Mémo", "Titre bis"], ["a", "Un nom", "x", "y"]), "a.xlsx"
    )
    run = ImportRun.objects.get()
    columns, preview = reverse("exchange:columns", args=[run.pk]), reverse("exchange:run", args=[run.pk])
    assert response.url == columns
    assert browser.get(preview).url == columns
    shown = page(browser, columns)
    assert "Par exemple\u00a0: «\u202fUn nom\u202f»" in shown
    chosen = {"column-0": "ref", "column-1": "title", "column-2": "-", "column-3": "title"}
    twice = browser.post(columns, chosen)
    assert twice.status_code == INCOMPLETE
    assert "Déjà choisie pour «\u202fNom\u202f»." in twice.content.decode()
    nothing = browser.post(columns, {f"column-{index}": "-" for index in range(4)})
    assert "Choisissez au moins une colonne à importer." in nothing.content.decode()
    assert browser.post(columns, chosen | {"column-3": "-"}).url == preview
    assert "non importées\u00a0: Mémo, Titre bis" in page(browser, preview)


def test_refused_rows_are_told_and_keep_all_out(writer):
    browser = signed_in(writer)
    sent(browser, csv_file([*HEADERS, "Thème"], ["a", "A", "axe-9"], ["b", "B", ""]))
    run = ImportRun.objects.get()
    url = reverse("exchange:run", args=[run.pk])
    shown = page(browser, url)
    assert "Corrigez 1\u00a0ligne dans votre fichier" in shown
    assert "Thème\u00a0: «\u202faxe-9\u202f» n’est pas dans la liste" in shown
    assert "Importer " not in shown.split("<main")[1].split("et ce qui se passera")[0].replace(
        "Importer des", ""
    )
    assert [row.ref for row in browser.get(f"{url}?etat=refusee").context["page"]] == ["a"]
    assert [row.ref for row in browser.get(f"{url}?etat=creee").context["page"]] == ["b"]
    digest = browser.get(url).context["plan"].digest
    assert "le catalogue a changé" in told(browser.post(url, {"digest": digest}, follow=True))[0]
    assert not Action.objects.exists()


def test_what_stays_after_an_undoing_is_told(writer):
    browser, other = signed_in(writer), person(WRITERS)
    run = imported(writer, HEADERS, ["a", "A"], ["b", "B"])
    draft = Action.objects.get(ref="a").get_latest_revision_as_object()
    draft.save_revision(user=other, clean=False)
    response = browser.post(reverse("exchange:undo", args=[run.pk]), follow=True)
    assert told(response) == [
        "1\u00a0fiche remise comme avant l’import.",
        "1\u00a0fiche laissée\u00a0: voyez pourquoi.",
    ]
    assert "Ligne 2, A\u00a0: modifiée depuis par" in unescape(response.content.decode())


def test_preview_has_the_same_cost_for_three_hundred_rows_and_shows_fifty(
    writer, django_assert_max_num_queries
):
    browser = signed_in(writer)
    run = received(writer, HEADERS, *([f"a{number}", "Titre"] for number in range(300)))
    url = reverse("exchange:run", args=[run.pk])
    with django_assert_max_num_queries(30):  # most of them are of the page around
        shown = browser.get(url)
    assert (len(shown.context["page"]), shown.context["page"].paginator.num_pages) == (50, 6)


# --- Export ---------------------------------------------------------------------


def test_export_has_as_many_rows_as_the_listing_counts(writer):
    browser = signed_in(writer)
    for number in range(60):
        ActionFactory(title=f"Réemploi {number}" if number % 2 else f"Autre {number}", draft=number % 3 == 0)
    for query in ("?", "?q=reemploi", "?state=publiee", "?q=reemploi&state=jamais&p=2"):
        count = browser.get(LISTING + query.replace("&p=2", "")).context["paginator"].count
        for kind in ("csv", "xlsx"):
            exported = browser.get(f"{LISTING}{query}&export={kind}")
            table = files.read(b"".join(exported.streaming_content))
            assert len(table.rows) == count > 0
            assert exported["Content-Disposition"].startswith('attachment; filename="actions-')


def test_export_asks_as_much_for_ten_entries_as_for_a_hundred(writer, django_assert_max_num_queries):
    browser = signed_in(writer)
    indicator = IndicatorFactory()
    for _ in range(100):
        ActionFactory(indicators=[indicator])
    with django_assert_max_num_queries(30):
        b"".join(browser.get(f"{LISTING}?export=csv").streaming_content)


def test_listing_leads_to_the_import(writer):
    assert UPLOAD in page(signed_in(writer), LISTING)
    assert reverse("exchange:upload", args=["indicateurs"]) in page(
        signed_in(writer), "/admin/snippets/reen/indicator/"
    )
