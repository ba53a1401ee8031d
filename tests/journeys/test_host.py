"""A host gives the site its name, its logo and its colours; every page takes them and stays light and accessible."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site
from tests.journeys.measures import look_over, visit
from tests.journeys.walk import press, sign_in

WORDS = "Syndicat imaginaire"
GIVE_LOGO = f"""
from io import BytesIO
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model
from reen.models import SiteSettings
made = BytesIO()
Image.new("RGB", (900, 300), "navy").save(made, "PNG")
file = ImageFile(made, "logo.png")
logo = get_image_model().objects.create(title="Logo", file=file, width=900, height=300)
settings = SiteSettings.objects.get()
settings.logo, settings.logo_alternative = logo, "{WORDS}"
settings.save()
"""


def test_a_host_dresses_the_site(open_page: Callable[..., Page], start_site: Callable[..., Site]):
    site = start_site()
    (editor_account,) = (
        account
        for account in json.loads(site.manage("create_demo", "--json"))["accounts"]
        if account["group"] == "editor"
    )
    site.manage("shell", "-c", GIVE_LOGO)
    editor = open_page(base_url=site.url)
    sign_in(editor, editor_account["email"], editor_account["password"])
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
