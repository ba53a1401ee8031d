"""Files that come in: read whatever French spreadsheets write, refused in seconds when they are no table."""

import time
import tracemalloc
import zipfile
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from reen.exchange import files
from reen.exchange.errors import FileError
from reen.exchange.files import MAX_BYTES, read
from reen.exchange.tables import MAX_ROWS, Table, place, refuse_second_headers
from reen.exchange.xlsx_files import HELP_SHEET, write
from tests.reen.exchange.spreadsheets import bomb, csv_file, with_part, xlsx_file

HEADERS = ["Référence", "Titre"]
ROW = ["essai", "Réduire à l’été"]
EXPECTED = Table(tuple(HEADERS), ((2, tuple(ROW)),))


def refusal(data: bytes) -> str:
    with pytest.raises(FileError) as refused:
        read(data)
    return str(refused.value)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_csv_is_read_whatever_its_encoding_and_delimiter(delimiter, encoding):
    assert read(csv_file(HEADERS, ROW, delimiter=delimiter, encoding=encoding)) == EXPECTED


def test_workbook_is_read():
    assert read(xlsx_file(HEADERS, ROW)) == EXPECTED


def test_empty_lines_and_columns_are_skipped_and_lines_keep_their_number():
    data = csv_file([], HEADERS, [], ["a", "A", "", ""], ["", ""], ["b", "B"], [])
    assert read(data).rows == ((4, ("a", "A")), (6, ("b", "B")))


def test_cells_of_a_workbook_are_read_as_one_would_type_them():
    table = read(xlsx_file(["a", "b", "c", "d", "e"], [date(2026, 3, 1), True, 1250.5, 2024.0, 12]))
    assert table.rows[0][1] == ("01/03/2026", "oui", "1250,5", "2024", "12")


def test_text_on_several_lines_is_one_cell():
    assert read(csv_file(HEADERS, ["a", "un\ndeux"], ["b", "c"])).rows == (
        (2, ("a", "un\ndeux")),
        (3, ("b", "c")),
    )


def test_help_sheet_is_not_imported():
    data = write([HEADERS, ROW], "Actions", [["Colonne", "Aide"]])
    assert load_workbook(BytesIO(data)).sheetnames == ["Actions", HELP_SHEET]
    assert read(data) == EXPECTED


# --- What is refused --------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Ce fichier est vide."),
        (b"\n\n;;\n", "Ce fichier est vide."),
        (b"%PDF-1.7 ...", "Ce fichier est un PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "Ce fichier est une image"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "Ce fichier est une image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Ce classeur est à l’ancien format .xls"),
        (b"MZ" + bytes(500), "Ce fichier n’est pas un tableur"),
        (b"PK\x03\x04" + bytes(500), "Ce fichier est cassé ou n’est pas un classeur"),
        (xlsx_file(HEADERS, ROW)[:-300], "Ce fichier est cassé ou n’est pas un classeur"),
        (csv_file(HEADERS), "Ce fichier n’a que des en-têtes."),
        (csv_file(HEADERS, ROW, encoding="utf-16-le"), "Ce fichier n’est pas un tableur, ou son encodage"),
        (
            csv_file(HEADERS, ["a", "très"], encoding="mac-roman"),
            "L’encodage de ce fichier n’est pas reconnu.",
        ),
        (
            csv_file(HEADERS, ["a", "été"], encoding="mac-roman"),
            "L’encodage de ce fichier n’est pas reconnu.",
        ),
        (csv_file(HEADERS, ["a", "été"], encoding="cp850"), "L’encodage de ce fichier n’est pas reconnu."),
        (b"<html><table><tr><td>Titre</td></tr></table></html>", "Ce fichier est une page web"),
        ("Titre\nd\u00c3\u00a9j\u00c3\u00a0\n".encode(), "Les accents de ce fichier sont abîmés"),
        (
            "Titre\nd\ufffdj\ufffd\n".encode(),
            "Les accents de ce fichier sont abîmés, par exemple «\u202f\ufffd\u202f» à la ligne 2.",
        ),
        (b'Titre;Autre\n"jamais ferm\xc3\xa9;x\n' * 3, "Ce fichier CSV est cassé vers la ligne"),
        (csv_file(["Titre", "titre"], ROW), "Deux colonnes s’appellent «\u202ftitre\u202f»\u00a0: A1 et B1."),
        (
            csv_file(["Titre"], ["a", "b"]),
            "La cellule B2 est remplie mais sa colonne n’a pas d’en-tête en ligne 1.",
        ),
        (
            csv_file(["Catalogue", "", ""], HEADERS, ROW),
            "La cellule B2 est remplie mais sa colonne n’a pas d’en-tête",
        ),
        (csv_file(HEADERS, ["a", "=1+1"]), "Des cellules commencent par «\u202f=\u202f»\u00a0: B2."),
        (csv_file(HEADERS, ["=A", " =B"]), "Des cellules commencent par «\u202f=\u202f»\u00a0: A2, B2."),
        (xlsx_file(HEADERS, ["a", "=SUM(A1:A2)"]), "Des cellules commencent par «\u202f=\u202f»\u00a0: B2."),
        (
            csv_file(HEADERS, *[["=1", "=2"]] * 10),
            "Des cellules commencent par «\u202f=\u202f»\u00a0: A2, B2, A3, B3, A4 et 15\u00a0autres.",
        ),
        (xlsx_file(HEADERS, ["a", "#REF!"]), "La cellule B2 contient l’erreur #REF!."),
        (xlsx_file(HEADERS, ROW, ["b", "B"], merged="A2:B3"), "Des cellules sont fusionnées\u00a0: A2:B3."),
        (csv_file([str(i) for i in range(101)], ["x"]), "Ce fichier a plus de 100\u00a0colonnes."),
        (csv_file(HEADERS, ["a", "x" * 32_768]), "La cellule B2 a plus de 32\u202f767\u00a0caractères."),
        (b"x" * (MAX_BYTES + 1), "Ce fichier dépasse 5\u00a0Mo."),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_bad_file_is_told_what_is_wrong_and_how_to_mend_it(data, message):
    assert refusal(data).startswith(message)


def test_another_archive_is_no_workbook():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert refusal(buffer.getvalue()).startswith("Ce fichier est cassé ou n’est pas un classeur .xlsx.")


def test_entities_are_refused_before_they_are_read():
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    )
    data = with_part(xlsx_file(HEADERS, ROW), "xl/worksheets/sheet1.xml", laughs)
    assert refusal(data).startswith("Ce fichier est cassé")


def test_archive_of_many_parts_is_refused():
    data = xlsx_file(HEADERS, ROW)
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(600):
            archive.writestr(f"xl/media/{number}.xml", "x")
    assert refusal(buffer.getvalue()).startswith("Ce classeur est anormal")


@pytest.mark.parametrize("kind", ["bomb", "rows of a csv", "rows of a workbook", "empty rows", "far cell"])
def test_huge_file_is_refused_in_seconds_and_little_memory(kind):
    many = 50_000
    if kind == "bomb":
        data = bomb()
        assert len(data) < 1_000_000
    elif kind == "rows of a csv":
        data = csv_file(HEADERS, *([f"r{n}", f"Titre {n}"] for n in range(many)))
    elif kind == "rows of a workbook":
        data = xlsx_file(HEADERS, *([f"r{n}", f"Titre {n}"] for n in range(many)))
    elif kind == "empty rows":
        data = csv_file(HEADERS, *[["", ""]] * many, ROW)
    else:
        sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        sheet += b'<row r="1"><c r="A1" t="inlineStr"><is><t>Titre</t></is></c></row>'
        sheet += b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
        data = with_part(xlsx_file(HEADERS), "xl/worksheets/sheet1.xml", sheet)
    assert len(data) < MAX_BYTES
    tracemalloc.start()
    began = time.perf_counter()
    message = refusal(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.perf_counter() - began < 20  # tracing and a busy machine included
    assert peak < 80_000_000
    expected = {
        "bomb": "Ce classeur est anormal",
        "rows of a csv": "Ce fichier a plus de 1\u202f000\u00a0lignes.",
        "rows of a workbook": "Ce fichier a plus de 1\u202f000\u00a0lignes.",
        "empty rows": "Ce fichier a plus de 20\u202f000\u00a0lignes.",
        "far cell": "Ce fichier a plus de 20\u202f000\u00a0lignes.",
    }
    assert message.startswith(expected[kind])


def test_as_many_rows_as_may_be_are_read():
    table = files.read(csv_file(HEADERS, *([f"r{n}", "Titre"] for n in range(MAX_ROWS))))
    assert len(table.rows) == MAX_ROWS


def test_second_line_of_headers_is_refused():
    table = read(csv_file(["Fiche", "Libellé"], HEADERS, ROW))
    with pytest.raises(FileError, match="La ligne 2 ressemble à une seconde ligne d’en-têtes"):
        refuse_second_headers(table, {"reference", "titre"})
    refuse_second_headers(EXPECTED, {"reference", "titre"})


@pytest.mark.parametrize(("index", "name"), [(0, "A7"), (25, "Z7"), (26, "AA7"), (701, "ZZ7"), (702, "AAA7")])
def test_cells_are_named_as_in_a_spreadsheet(index, name):
    assert place(7, index) == name
