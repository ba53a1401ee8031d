"""Settings of the site in the YAML: loaded with the content, then left to whoever changes them in the admin."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Site

from reen.content import pages, site
from reen.content.loader import FOLDER, load
from reen.content.logo import LARGEST
from reen.content.rows import ContentError
from reen.models import PlainPage, SiteSettings
from tests import content_files

KEY = "sitesettings:site"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy that a test may change of what is no entry: settings and pages."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name in (site.FILE, pages.THEMES_FILE):
        shutil.copy(FOLDER / name, folder)
    content_files.write(folder / pages.FILE, content_files.read(FOLDER / pages.FILE) | {"articles": []})
    return folder


def change(folder: Path, **values: object) -> None:
    path = folder / site.FILE
    data = content_files.read(path) | values
    content_files.write(path, {name: value for name, value in data.items() if value is not None})


def test_the_content_of_the_repository_is_loaded_whole(content):
    found = SiteSettings.objects.get()
    assert site.written() == content_files.read(FOLDER / site.FILE)
    assert [each["label"] for each in found.shown["header"]] == [
        *("La loi", "Thèmes", "Actions", "Ressources", "Ma collectivité", "Mes stratégies"),
    ]
    assert [each["url"] for each in found.shown["footer"]] == [
        "/a-propos/",
        "/donnees-et-sources/",
        "/confidentialite/",
    ]
    assert (found.shown["legal_url"], found.shown["accessibility_url"]) == (
        "/mentions-legales/",
        "/accessibilite/",
    )


def test_a_changed_file_is_taken_while_nobody_touched_the_settings(content, folder):
    change(folder, name="Boussole d’essai", footer_words=None)
    report = load(folder)
    assert report.updated == [KEY]
    assert site.written()["name"] == "Boussole d’essai"
    assert SiteSettings.objects.get().footer_words == ""


def test_settings_changed_in_the_admin_are_left_alone(content, folder):
    found = SiteSettings.objects.get()
    found.name = "Nom choisi"
    found.save()
    change(folder, name="Boussole d’essai")
    report = load(folder)
    assert (report.kept, report.updated) == ([KEY], [])
    assert [line for line in report.warnings() if line.startswith(KEY)] == [
        f"{KEY}\u00a0: modifiés dans l’administration\u00a0: le fichier n’est pas repris."
    ]
    assert SiteSettings.objects.get().name == "Nom choisi"
    assert load(folder).kept == []


def test_a_page_that_moves_is_no_change_of_the_settings(content, folder):
    page = PlainPage.objects.get(slug="a-propos")
    page.title = "À propos de nous"
    page.save_revision().publish()
    change(folder, name="Boussole d’essai")
    assert load(folder).kept == []
    assert SiteSettings.objects.get().name == "Boussole d’essai"


def test_an_entry_whose_page_is_absent_is_left_out(content, folder):
    change(folder, footer=[{"page": "/nulle-part/"}, {"page": "/"}, {"screen": "actions"}])
    load(folder)
    assert [each["url"] for each in SiteSettings.objects.get().shown["footer"]] == ["/", "/actions/"]


def test_addresses_of_pages_are_written_in_plain_letters(content, folder):
    home = Site.objects.get().root_page.specific
    home.add_child(instance=PlainPage(title="Éphémère", slug="éphémère"))
    change(folder, footer=[{"page": "/éphémère/", "label": "Un mot"}])
    load(folder)
    assert site.written()["footer"] == [{"label": "Un mot", "page": "/éphémère/"}]


def test_a_folder_without_settings_changes_none(content, folder):
    (folder / site.FILE).unlink()
    assert list(site.items(folder)) == []
    load(folder)
    assert SiteSettings.objects.get().name == "Boussole REEN"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"nom": "x"}, "champ inconnu"),
        ({"accent_light": "#ffff00"}, "La nuance la plus proche qui convient est #6f6f00"),
        ({"accessibility_state": "parfait"}, "n’est pas dans la liste"),
        ({"contact_email": "nulle part"}, "contact_email"),
        ({"contact_url": "javascript:alert(1)"}, "adresse inattendue"),
        ({"header": [{"address": "javascript:alert(1)", "label": "Clic"}]}, "Écrivez une adresse complète"),
        ({"header": [{"screen": "nulle-part"}]}, "n’est pas dans la liste"),
        ({"header": [{"label": "G", "entries": [{"label": "H", "entries": []}]}]}, "champ absent"),
        ({"footer": [{"label": "G", "entries": [{"screen": "actions"}]}]}, "champ absent"),
        ({"header": [{"screen": "actions", "page": "/loi/"}]}, "champ inconnu"),
        ({"header": "menu"}, "valeur inattendue"),
    ],
)
def test_what_is_wrong_is_refused_and_changes_nothing(content, folder, values, message):
    load(folder)
    change(folder, **values)
    with pytest.raises(ContentError, match=message):
        load(folder)
    assert site.written() == content_files.read(FOLDER / site.FILE)


# --- Logo -----------------------------------------------------------------------


@pytest.fixture
def logo() -> bytes:
    """A picture, as a file."""
    made = BytesIO()
    Image.new("RGB", (90, 30), "navy").save(made, "PNG")
    return made.getvalue()


def put(folder: Path, name: str, data: bytes, **values: object) -> None:
    (folder / "images").mkdir()
    (folder / "images" / name).write_bytes(data)
    change(folder, logo=name, **values)


# Wagtail leaves the temporary file of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_logo_goes_with_the_files_and_comes_back_byte_for_byte(content, folder, logo, tmp_path):
    put(folder, "mon logo.png", logo, logo_alternative="Syndicat imaginaire")
    assert load(folder).updated == [KEY]
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir()
    site.copy_logo(first)
    name = site.written()["logo"]
    assert [path.name for path in (first / "images").iterdir()] == [name]
    assert (first / "images" / name).read_bytes() == logo
    pictures = get_image_model().objects.count()
    (folder / "images" / name).write_bytes(logo)
    change(folder, logo=name, name="Autre nom")
    assert load(folder).updated == [KEY]
    assert get_image_model().objects.count() == pictures  # found by its fingerprint
    again.mkdir()
    site.copy_logo(again)
    assert (again / "images" / name).read_bytes() == logo
    change(folder, logo=None, logo_alternative=None)
    load(folder)
    assert SiteSettings.objects.get().logo is None


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("logo.png", b"<svg onload='alert(1)'/>", "logo"),
        ("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(LARGEST), "dépasse 5\u00a0Mo"),
        ("logo.exe", b"MZ", "logo"),
    ],
)
def test_a_logo_that_is_no_picture_is_refused(content, folder, name, data, message):
    put(folder, name, data, logo_alternative="Syndicat imaginaire")
    with pytest.raises(ContentError, match=f"site.yaml, site, logo\u00a0: .*{message.removeprefix('logo')}"):
        load(folder)
    assert SiteSettings.objects.get().logo is None


@pytest.mark.parametrize("name", ["absent.png", "../site.yaml"])
def test_a_logo_that_is_not_beside_the_file_is_refused(content, folder, name):
    change(folder, logo=name, logo_alternative="Syndicat imaginaire")
    with pytest.raises(ContentError, match="n’est pas dans images/"):
        load(folder)
