"""A document taken up in another browser, without an account, exports the same bytes."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.conftest import Demo, Site
from tests.journeys.measures import look_over
from tests.journeys.walk import press, sign_in


def download(page: Page, name: str) -> bytes:
    """What the link of that name gives."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).first.click()
    return Path(waiting.value.path()).read_bytes()


def test_what_is_taken_up_elsewhere_exports_the_same(
    open_page: Callable[..., Page], site: Site, demo: Demo, tmp_path: Path
):
    here, elsewhere = open_page(), open_page(java_script_enabled=False)
    sign_in(here, *demo.accounts["manager"])
    here.goto("/strategies/reprendre/")
    assert look_over(here) == []
    here.goto("/comparer/")
    assert look_over(here) == []
    here.goto("/strategies/DEMO-AGGLO/relecture/")
    data = download(here, "Télécharger les données (JSON)")
    pdf = download(here, "Télécharger le projet en PDF")
    (tmp_path / "projet.pdf").write_bytes(pdf)

    elsewhere.goto("/strategies/reprendre/")
    elsewhere.get_by_label("Document à reprendre").set_input_files(tmp_path / "projet.pdf")
    press(elsewhere.get_by_role("main"), "Reprendre ce document")
    assert elsewhere.get_by_role("heading", name="Document repris").is_visible()
    assert elsewhere.get_by_text("Rien n’a changé depuis").is_visible()
    elsewhere.get_by_role("link", name="Relire").click()
    assert download(elsewhere, "Télécharger les données (JSON)") == data
    assert download(elsewhere, "Télécharger le projet en PDF") == pdf
    assert json.loads(data)["reference"] == "DEMO-AGGLO"
