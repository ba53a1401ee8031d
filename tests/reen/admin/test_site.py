"""The settings in the admin: who changes them, what is refused and how it says so, and their preview."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from reen.content.roles import CONTRIBUTORS, VALIDATORS, WRITERS
from reen.models import SiteSettings, User
from tests.reen.admin.people import open_site, person, signed_in

pytestmark = pytest.mark.django_db
ENTRY = reverse("wagtailsettings:edit", args=["reen", "sitesettings"])


@pytest.fixture
def edit() -> str:
    """The address of the form, on a site with its groups."""
    home = open_site()
    settings = SiteSettings.objects.create(legal_page=home.basepage_ptr)
    ContentType.objects.clear_cache()
    return reverse("wagtailsettings:edit", args=["reen", "sitesettings", settings.pk])


def form(**values: object) -> dict[str, str]:
    usual = {
        field.name: getattr(SiteSettings(), field.attname)
        for field in SiteSettings._meta.fields
        if field.editable and field.name != "id"
    }
    streams = {"header": streamfield([]), "footer": streamfield([])}
    return nested_form_data({name: value or "" for name, value in usual.items()} | streams | values)


@pytest.mark.parametrize(
    ("role", "opens"), [(None, False), (CONTRIBUTORS, False), (WRITERS, False), (VALIDATORS, True)]
)
def test_validators_alone_change_the_settings(edit, role, opens):
    browser = signed_in(person(role))
    page = browser.get(edit)
    answer = browser.post(edit, form(name="Cap sobre"))
    assert (page.status_code == 200) is opens
    assert (answer.status_code, page.status_code) == (302, 200 if opens else 302)
    assert (SiteSettings.objects.get().name == "Cap sobre") is opens


def test_a_visitor_is_asked_to_sign_in(edit):
    answer = Client().post(edit, form(name="Cap sobre"))
    assert answer["Location"].startswith("/admin/login/")
    assert SiteSettings.objects.get().name == "Boussole REEN"


def test_the_menu_of_the_admin_leads_to_them(edit):
    browser = signed_in(person(VALIDATORS))
    answer = browser.get(ENTRY, follow=True)
    assert answer.redirect_chain[-1][0] == edit
    labels = [
        tab.text.strip().split("\n")[0]
        for tab in BeautifulSoup(answer.content, "html.parser").select("[role=tab]")
    ]
    assert labels[:4] == ["Identité", "Menus", "Textes des listes", "Mentions"]


def test_a_menu_is_changed_without_a_developer(edit):
    group = {
        "label": "Agir",
        "entries": streamfield([("screen", {"screen": "indicateurs", "label": "Compter"})]),
    }
    data = form(
        header=streamfield(
            [("screen", {"screen": "actions", "label": ""}), ("group", group)],
        ),
        footer=streamfield([("address", {"label": "Ailleurs", "address": "https://exemple.invalid/"})]),
    )
    assert signed_in(person(VALIDATORS)).post(edit, data).status_code == 302
    page = BeautifulSoup(Client().get("/actions/").content, "html.parser")
    menu = [(link.text, link["href"]) for link in page.select("header nav a")]
    assert menu[:2] == [("Actions", "/actions/"), ("Compter", "/indicateurs/")]
    assert page.footer.a["href"] == "https://exemple.invalid/"


HOSTILE_LINK = streamfield([("address", {"label": "x", "address": "javascript:alert(1)"})])


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("accent_light", "#ffff00", "La nuance la plus proche qui convient est #6f6f00."),
        ("footer", HOSTILE_LINK, ""),
        ("header", streamfield([("group", {"label": "Vide", "entries": streamfield([])})]), ""),
        ("name", "", "Champ requis"),
        ("contact_email", "nulle part", "adresse de courriel valide"),
        ("contact_url", "javascript:alert(1)", "URL valide"),
        ("accessibility_state", "parfait", "Sélectionnez un choix valide"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(edit, name, value, message):
    before = SiteSettings.objects.values().get()
    answer = signed_in(person(VALIDATORS)).post(edit, form(**{name: value}))
    errors = answer.context["form"].errors
    assert list(errors) == [name]
    assert message in errors[name][0]
    assert SiteSettings.objects.values().get() == before


@pytest.mark.parametrize("mode", ["/", "/actions/", "/charte/"])
def test_the_preview_shows_settings_that_are_not_saved(edit, mode):
    browser = signed_in(person(VALIDATORS))
    preview = reverse("wagtailsettings:preview_on_edit", args=["reen", "sitesettings", edit.split("/")[-2]])
    data = form(name="Cap sobre", accent_light="#000091")
    assert browser.post(preview, data).json()["is_valid"]
    page = BeautifulSoup(browser.get(preview, {"mode": mode}).content, "html.parser")
    assert page.title.text.endswith("– Cap sobre")
    assert page.select_one("link[rel=stylesheet]")["href"].startswith("/couleurs/000091-")
    assert SiteSettings.objects.get().name == "Boussole REEN"


def test_everybody_else_is_told_nothing_by_the_preview(edit):
    preview = reverse("wagtailsettings:preview_on_edit", args=["reen", "sitesettings", edit.split("/")[-2]])
    assert signed_in(person(WRITERS)).get(preview).status_code == 302
    assert User.objects.count() == 1
