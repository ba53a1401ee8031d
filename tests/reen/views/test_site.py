"""What pages show of the settings: name, menus, words of lists, colours, mentions; one query for all of it."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.images import ImageFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from reen.colours import DARK, LIGHT
from reen.models import SiteSettings
from reen.queries.site import site_settings, stylesheet_address

CSS = (Path(__file__).parents[3] / "reen/static/reen/css/site.css").read_text(encoding="utf-8")
HOSTILE = "</title><script>alert(1)</script>\"'&"
LISTS = {
    "actions": "/actions/",
    "indicators": "/indicateurs/",
    "resources": "/ressources/",
    "resource_lists": "/ressources/listes/",
    "field_reports": "/retours-d-experience/",
}


def soup(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def settings(**values: object) -> SiteSettings:
    found = SiteSettings.objects.get()
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    return found


def test_a_page_reads_the_settings_once(content, client):
    with CaptureQueriesContext(connection) as captured:
        client.get("/actions/")
    asked = [query["sql"] for query in captured if "reen_sitesettings" in query["sql"]]
    assert len(asked) == 1
    assert '"header"' not in asked[0]


def test_a_site_without_settings_has_the_usual_ones_and_writes_none(db, client):
    page = soup(client, "/actions/")
    assert page.title.text == "Actions – Boussole REEN"
    assert next(link["href"] for link in page.select("nav a")) == "/ma-collectivite/"
    assert not SiteSettings.objects.exists()


def test_name_host_and_mentions_are_on_every_page(content, client):
    settings(name="Cap sobre", host="Syndicat imaginaire", contact_email="contact@exemple.invalid")
    page = soup(client, "/actions/")
    assert page.title.text == "Actions – Cap sobre"
    assert page.select_one(".brand").text.strip() == "Cap sobre"
    footer = page.footer
    assert "Service proposé par Syndicat imaginaire" in footer.text
    links = {link["href"]: link.text for link in footer.select("a")}
    assert links["/accessibilite/"] == "Accessibilité\xa0: non conforme"
    assert links["/mentions-legales/"] == "Mentions légales"
    assert links["mailto:contact@exemple.invalid"] == "Contact"


def test_a_contact_form_comes_before_an_address(content, client):
    settings(contact_url="https://exemple.invalid/ecrire", contact_email="contact@exemple.invalid")
    contact = [
        link["href"] for link in soup(client, "/actions/").footer.select("a") if link.text == "Contact"
    ]
    assert contact == ["https://exemple.invalid/ecrire"]


def test_groups_of_the_menu_open_on_their_entries_without_a_script(content, client):
    group = soup(client, "/indicateurs/").select("details.submenu")[-1]
    assert group.summary.text == "Ressources"
    assert [link["href"] for link in group.select("a")][-1] == "/indicateurs/"
    assert group.select_one("[aria-current=page]")["href"] == "/indicateurs/"


def test_nothing_of_the_settings_is_taken_for_markup(content, client):
    words = {f"{name}_{part}": HOSTILE for name in LISTS for part in ("title", "words")}
    settings(name=HOSTILE, host=HOSTILE, footer_words=HOSTILE, description=HOSTILE, **words)
    for path in LISTS.values():
        assert soup(client, path).select("script:not([src])") == []


@pytest.mark.parametrize(("name", "path"), LISTS.items())
def test_lists_have_the_words_of_the_settings_or_their_plain_name(content, client, name, path):
    usual = soup(client, path)
    assert usual.select_one("p.lead").text
    settings(**{f"{name}_title": "Un autre titre", f"{name}_words": "Une autre phrase ; la voici."})
    page = soup(client, path)
    assert (page.h1.text, page.title.text) == ("Un autre titre", "Un autre titre – Boussole REEN")
    assert page.select_one("p.lead").text == "Une autre phrase\u202f; la voici."
    settings(**{f"{name}_title": "", f"{name}_words": ""})
    page = soup(client, path)
    assert (page.h1.text, page.select("p.lead")) == (usual.h1.text, [])
    assert page.find("meta", {"name": "description"})["content"] == site_settings().description


def test_legal_and_accessibility_pages_tell_what_is_filled_in(content, client):
    assert soup(client, "/mentions-legales/").select("dl.facts") == []
    settings(host="Syndicat imaginaire", director="La présidence", hosting="Hébergeur\n1 rue Imaginaire")
    facts = soup(client, "/mentions-legales/").select_one("dl.facts")
    assert [term.text for term in facts.select("dt")] == [
        *("Éditeur", "Responsable de la publication", "Hébergement"),
    ]
    settings(accessibility_state="partielle", contact_email="contact@exemple.invalid")
    facts = soup(client, "/accessibilite/").select_one("dl.facts")
    assert [value.text for value in facts.select("dd")] == [
        "partiellement conforme",
        "contact@exemple.invalid",
    ]
    assert soup(client, "/a-propos/").select("dl.facts") == []


def test_mail_is_signed_with_the_name_of_the_service(content, client):
    settings(name="Cap sobre")
    client.post(reverse("strategy:code"), {"email": "agent@exemple.invalid"})
    assert mail.outbox[0].subject.startswith("Cap sobre - ")
    assert "Votre code pour Cap sobre" in mail.outbox[0].body


def test_feeds_are_named_after_the_service(content, client):
    settings(name="Cap sobre")
    assert "<title>Cap sobre</title>" in client.get("/nouveautes.atom").text
    assert "<title>Cap sobre\u00a0: " in client.get("/nouveautes/themes/cycle-de-vie.atom").text


# --- Colours --------------------------------------------------------------------


def test_usual_colours_are_in_the_static_stylesheet(content, client):
    (sheet,) = soup(client, "/").select("link[rel=stylesheet]")
    assert sheet["href"] == "/static/reen/css/site.css"


def test_other_colours_make_one_stylesheet_and_no_second_request(content, client):
    settings(accent_light="#000091")
    (sheet,) = soup(client, "/").select("link[rel=stylesheet]")
    assert re.fullmatch(r"/couleurs/000091-7fd3bb\.css\?[0-9a-f]{8}", sheet["href"])
    answer = client.get(sheet["href"])
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    css = answer.content.decode()
    light, dark = re.findall(r":root \{([^}]*)\}", css)[:2]
    assert "--accent: #000091;" in light
    assert "--accent-soft: #e3e3f3;" in light
    assert f"--accent: {DARK.accent};" in dark
    assert LIGHT.accent not in css
    assert css.split("/* Page */")[1] == CSS.split("/* Page */")[1]


def test_its_address_follows_the_colours(content):
    found = SiteSettings(accent_light="#000091", accent_dark="#8484ff")
    assert stylesheet_address(found).startswith("/couleurs/000091-8484ff.css?")


@pytest.mark.parametrize(
    "path",
    [
        "/couleurs/ffff00-7fd3bb.css",
        "/couleurs/0b5a49-000000.css",
        "/couleurs/0B5A49-7fd3bb.css",
        "/couleurs/fff-000.css",
        "/couleurs/0b5a49-7fd3bb.js",
        "/couleurs/0b5a49;}-7fd3bb.css",
    ],
)
def test_colours_nobody_could_read_have_no_stylesheet(content, client, path):
    assert client.get("/couleurs/0b5a49-7fd3bb.css").status_code == 200
    assert client.get(path).status_code == 404


# --- Logo -----------------------------------------------------------------------


# Wagtail leaves the temporary file of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_logo_is_in_the_header_at_an_address_of_its_own(content, client):
    assert soup(client, "/").select(".brand img") == []
    made = BytesIO()
    Image.new("RGB", (900, 300), "navy").save(made, "PNG")
    picture = get_image_model().objects.create(
        title="Logo", file=ImageFile(made, "logo.png"), width=900, height=300
    )
    settings(logo=picture, logo_alternative="Syndicat imaginaire")
    shown = soup(client, "/").select_one(".brand img")
    assert (shown["alt"], shown["width"], shown["height"]) == ("Syndicat imaginaire", "144", "48")
    answer = client.get(shown["src"])
    assert (answer["Content-Type"], "immutable" in answer["Cache-Control"]) == ("image/png", True)
    assert Image.open(BytesIO(b"".join(answer.streaming_content))).size == (288, 96)
    assert client.get("/logo-00000000.png").status_code == 404
    picture.delete()
    assert client.get(shown["src"]).status_code == 404


# --- Charter --------------------------------------------------------------------


def test_the_charter_shows_the_colours_in_use_and_stays_out_of_search_engines(content, client):
    settings(accent_light="#000091")
    page = soup(client, "/charte/")
    assert page.find("meta", {"name": "robots"})["content"] == "noindex"
    row = page.find("th", string="accent").parent
    assert [cell.text for cell in row.select("td")][1:3] == ["#000091", DARK.accent]
    screens = client.get("/sitemap-listes.xml").content.decode()
    assert ("/actions/" in screens, "/charte/" in screens) == (True, False)
    ids = [each["id"] for each in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_charter_does_not_pass_for_a_demonstration(content, client):
    page = soup(client, "/charte/")
    (banner,) = page.select(".demonstration")
    assert banner.find_parent("main") is not None
    assert banner.find_previous("p").text == "En tête d’une stratégie fictive, ce bandeau, et lui seul\u00a0:"


def test_the_charter_shows_every_variant_of_the_components(content, client):
    page = client.get("/charte/").content.decode()
    wanted = set(re.findall(r"\.((?:btn|tag|notice|state|card|step)--[a-z_]+)", CSS))
    assert len(wanted) > 10
    assert sorted(name for name in wanted if name not in page) == []
