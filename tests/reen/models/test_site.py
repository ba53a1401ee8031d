"""Settings of the site: menus that follow their pages, colours and logos that everybody can perceive."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model

from reen.blocks.menu import check_address
from reen.models import HomePage, PlainPage, SiteSettings
from tests.reen.admin.people import open_site

pytestmark = pytest.mark.django_db
WIZARD = "/ma-collectivite/"


@pytest.fixture
def home() -> HomePage:
    return open_site()


def page(home: HomePage, title: str, **values: object) -> PlainPage:
    added = home.add_child(instance=PlainPage(title=title, **values))
    added.save_revision().publish() if added.live else None
    return added


def entry(kind: str, **value: object) -> dict:
    return {"type": kind, "value": {"label": "", **value}}


def settings(**values: object) -> SiteSettings:
    return SiteSettings.objects.create(**values)


def shown(menu: str = "header") -> list[tuple[str, str]]:
    return [(each["label"], each["url"]) for each in SiteSettings.objects.get().shown[menu]]


# --- Menus ----------------------------------------------------------------------


def test_entries_have_their_own_words_or_those_of_what_they_lead_to(home):
    one = page(home, "Contact")
    settings(
        footer=[
            entry("page", page=one.pk),
            entry("page", page=one.pk, label="Nous écrire"),
            entry("screen", screen="actions"),
            entry("screen", screen="strategies", label="Mon espace"),
            entry("address", address="https://exemple.invalid/", label="Ailleurs"),
        ]
    )
    assert shown("footer") == [
        ("Contact", "/contact/"),
        ("Nous écrire", "/contact/"),
        ("Actions", "/actions/"),
        ("Mon espace", "/strategies/"),
        ("Ailleurs", "https://exemple.invalid/"),
    ]


def test_the_way_into_the_wizard_is_always_there(home):
    found = settings(header=[entry("screen", screen="actions")])
    assert shown()[-1] == ("Ma collectivité est-elle concernée\u202f?", WIZARD)
    found.header = [entry("group", label="Agir", entries=[entry("screen", screen="ma-collectivite")])]
    found.save()
    assert shown() == [("Agir", "")]


def test_a_new_site_has_the_way_into_the_wizard_too():
    usual = SiteSettings()
    usual.work_out()
    assert [each["url"] for each in usual.shown["header"]] == [WIZARD]


@pytest.mark.parametrize("leaves", ["delete", "unpublish"])
def test_a_page_leaves_the_menus_and_takes_its_empty_group_along(home, leaves):
    gone = page(home, "Éphémère", slug="ephemere")
    settings(
        header=[
            entry("page", page=gone.pk),
            entry("group", label="Groupe", entries=[entry("page", page=gone.pk)]),
            entry("screen", screen="actions"),
        ],
        legal_page=gone,
    )
    assert [label for label, _ in shown()][:2] == ["Éphémère", "Groupe"]
    assert SiteSettings.objects.get().shown["legal_url"] == "/ephemere/"
    getattr(PlainPage.objects.get(pk=gone.pk), leaves)()
    assert [label for label, _ in shown()][:1] == ["Actions"]
    assert SiteSettings.objects.get().shown["legal_url"] == ""


def test_menus_follow_titles_and_addresses(home):
    moved = page(home, "Avant")
    settings(footer=[entry("page", page=moved.pk)])
    moved.title, moved.slug = "Après", "apres"
    moved.save_revision().publish()
    assert shown("footer") == [("Après", "/apres/")]


def test_a_draft_is_in_no_menu_until_it_is_published(home):
    draft = page(home, "Brouillon", live=False)
    settings(footer=[entry("page", page=draft.pk)])
    assert shown("footer") == []
    draft.save_revision().publish()
    assert shown("footer") == [("Brouillon", "/brouillon/")]


@pytest.mark.parametrize(
    "address",
    ["/actions/", "/", "https://exemple.invalid/a?b=c#d", "mailto:a@exemple.invalid", "tel:+33123456789"],
)
def test_addresses_that_lead_somewhere_are_taken(address):
    check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " https://exemple.invalid",
        "data:text/html,x",
        "//exemple.invalid/",
        "/\\exemple.invalid",
        "https:///chemin",
        "https:",
        "mailto:",
        "vbscript:x",
        "exemple.invalid",
        "",
        "/a\x00b",
    ],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(ValidationError, match="Écrivez une adresse complète"):
        check_address(address)


# --- Colours and logo -----------------------------------------------------------


def picture() -> object:
    made = BytesIO()
    Image.new("RGB", (900, 300), "navy").save(made, "PNG")
    return get_image_model().objects.create(
        title="Logo", file=ImageFile(made, "logo.png"), width=900, height=300
    )


def test_usual_settings_are_accepted():
    SiteSettings().full_clean()


@pytest.mark.parametrize(
    ("name", "colour", "message"),
    [
        (
            "accent_light",
            "#FFFF00",
            "\u00a0: 1,02 pour 1, il en faut 4,5. La nuance la plus proche qui convient est #6f6f00.",
        ),
        ("accent_dark", "#000091", "La nuance la plus proche qui convient est #8484ff."),
        ("accent_light", "vert", "Écrivez la couleur avec un dièse"),
        ("accent_light", "#fff;}*{", "Assurez-vous que cette valeur comporte au plus 7"),
        ("accent_dark", "url(/)", "Écrivez la couleur avec un dièse"),
    ],
)
def test_colours_that_cannot_be_read_are_refused_with_one_that_can(name, colour, message):
    with pytest.raises(ValidationError) as refused:
        SiteSettings(**{name: colour}).full_clean()
    assert list(refused.value.message_dict) == [name]
    assert message in refused.value.message_dict[name][0]


def test_colours_are_kept_in_lower_case():
    found = SiteSettings(accent_light="#000091".upper())
    found.full_clean()
    assert found.accent_light == "#000091"


def test_short_texts_are_kept_on_one_line():
    found = SiteSettings(name="Boussole\r\nBcc: x@exemple.invalid")
    found.full_clean()
    assert found.name == "Boussole Bcc: x@exemple.invalid"


# Wagtail leaves the temporary file of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_logo_is_told_in_words_shown_small_and_leaves_with_its_picture():
    logo = picture()
    with pytest.raises(ValidationError, match="Dites ce que montre le logo"):
        SiteSettings(logo=logo).full_clean()
    found = SiteSettings(logo=logo, logo_alternative="Syndicat imaginaire")
    found.full_clean()
    found.save()
    assert (found.shown["logo"]["width"], found.shown["logo"]["height"]) == (144, 48)
    logo.delete()
    assert SiteSettings.objects.get().shown["logo"] is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_logo_whose_file_is_lost_is_not_shown():
    logo = picture()
    logo.file.delete(save=False)
    settings(logo=get_image_model().objects.get(pk=logo.pk), logo_alternative="Syndicat imaginaire")
    assert SiteSettings.objects.get().shown["logo"] is None
