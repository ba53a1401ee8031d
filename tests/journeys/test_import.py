"""A hundred actions of a spreadsheet become drafts, then go as they came; nothing is published on the way."""

import csv
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import admin_faults
from tests.journeys.walk import follow, press, sign_in

ROWS = 100
SUMMARY = "Mon résumé"


@pytest.mark.thorough
def test_hundred_actions_are_imported_then_undone(open_page: Callable[..., Page], demo: Demo, tmp_path: Path):
    editor, reader = open_page(), open_page(java_script_enabled=False)
    open_exchange(editor, *demo.accounts["editor"])
    looked_over: list[str] = []

    def look() -> None:
        looked_over.extend(admin_faults(editor))

    look()
    with editor.expect_download() as download:
        editor.get_by_role("link", name="Modèle .xlsx de actions").click()
    workbook = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    assert workbook.sheetnames == ["Actions", "Mode d’emploi"]
    fill(workbook["Actions"])
    workbook.save(tmp_path / "actions.xlsx")

    follow(editor.get_by_role("main"), "Importer des actions")
    look()
    editor.get_by_label("Fichier").set_input_files(tmp_path / "actions.xlsx")
    press(editor, "Lire le fichier")
    look()
    editor.get_by_label(SUMMARY).select_option(label="En une ligne")
    press(editor, "Voir l’aperçu")
    look()
    assert editor.get_by_text(f"{ROWS}\u00a0créées").count() == 1
    assert editor.get_by_role("row").count() == 51  # the first page, and its head

    editor.get_by_label(f"Pour {ROWS}\u00a0fiches").check()
    press(editor, f"Importer {ROWS}\u00a0fiches en brouillon")
    look()
    assert editor.get_by_text(f"{ROWS}\u00a0fiches créées, 0\u00a0fiche modifiée, en brouillon").count() == 1
    assert counted(editor, "Action importée") == ROWS
    answer = reader.goto("/actions/action-importee-1/")
    assert answer is not None
    assert answer.status == 404

    editor.goto("/admin/echanges/")
    follow(editor.get_by_role("main"), "actions.xlsx")
    follow(editor.get_by_role("main"), "Annuler cet import")
    look()
    press(editor, f"Annuler l’import de {ROWS}\u00a0fiches")
    look()
    assert counted(editor, "Action importée") == 0
    assert looked_over == []


def open_exchange(page: Page, email: str, password: str) -> None:
    """Sign in, and open imports by the menu of the admin."""
    sign_in(page, email, password)
    page.goto("/admin/")
    follow(page, "Import et export")


def fill(sheet) -> None:
    """Write the rows under the headers, one of which the editor has named otherwise."""
    headers = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(1, headers["En une ligne"]).value = SUMMARY
    for number in range(1, ROWS + 1):
        values = {
            "Référence": f"action-importee-{number}",
            "Titre": f"Action importée {number}",
            "Thème": "Pilotage, mesure et gouvernance",
            "En une ligne": "Une action d’essai.",
            "Premières étapes": "Compter ; Trier",
            "Types de collectivité": "commune | EPCI à fiscalité propre",
            "Exigences": "pt-acteurs",
            "À faire avant": "action-importee-1" if number > 1 else "",
            "Vérifié le": "1er mars 2026",
        }
        for header, value in values.items():
            sheet.cell(number + 1, headers[header]).value = value


def counted(page: Page, words: str) -> int:
    """How many actions the export of a listing has, once filtered by these words."""
    answer = page.request.get(f"/admin/snippets/reen/action/?q={words}&export=csv")
    return len(list(csv.reader(answer.text().splitlines(), delimiter=";"))) - 1
