"""A host gives the site its name, its logo and its colours; every page takes them and stays light and accessible."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site
from tests.journeys.measures import look_over, visit
from tests.journeys.walk import press, sign_in

WORDS = "Syndicat imaginaire"
EDITOR, PASSWORD = "redaction@exemple.invalid", "mot-de-passe-d-essai"
PREPARE = f"""
from io import BytesIO
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model
from reen.models import SiteSettings, User
made = BytesIO()
Image.new("RGB", (900, 300), "navy").save(made, "PNG")
file = ImageFile(made, "logo.png")
logo = get_image_model().objects.create(title="Logo", file=file, width=900, height=300)
settings = SiteSettings.objects.get()
settings.logo, settings.logo_alternative = logo, "{WORDS}"
settings.save()
User.objects.create_user("{EDITOR}", "{PASSWORD}").groups.add(Group.objects.get(name="Validateurs"))
"""


@pytest.mark.thorough
def test_a_host_dresses_the_site(open_page: Callable[..., Page], start_site: Callable[..., Site]):
    site = start_site()
    site.manage("shell", "-c", PREPARE)
    editor = open_page(base_url=site.url)
    sign_in(editor, EDITOR, PASSWORD)
    editor.goto("/admin/settings/reen/sitesettings/")
    editor.get_by_role("textbox", name="Nom du service").fill("Cap sobre")
    editor.locator("#id_accent_light").fill("#ffff00")
    press(editor, "Enregistrer")
    expect(editor.get_by_text("La nuance la plus proche qui convient est #6f6f00.")).to_be_visible()
    editor.locator("#id_accent_light").fill("#000091")
    editor.locator("#id_accent_dark").fill("#8484ff")
    press(editor, "Enregistrer")

    for path in ("/", "/actions/", "/charte/"):
        reader = open_page(base_url=site.url)
        weight = visit(reader, path)
        assert weight.within(nodes=600), f"{path} is heavy: {weight}"
        assert reader.title().endswith("Cap sobre")
        assert reader.get_by_alt_text(WORDS).evaluate("image => image.naturalWidth") == 288
        assert (
            reader.locator("h1").evaluate(
                "() => getComputedStyle(document.documentElement).getPropertyValue('--accent')"
            )
            == "#000091"
        )
        assert look_over(reader) == []
