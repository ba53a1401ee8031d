"""Tables as XLSX workbooks; one that could be a trap is refused before it is opened."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from reen.exchange.errors import FileError
from reen.exchange.tables import MAX_COLUMNS, Line, place

MAX_UNPACKED = 40_000_000
MAX_PARTS = 500
MAX_RATIO = 200
"""How many times smaller a part may have been made; text is packed to a tenth or a twentieth."""
LARGE = 1_000_000
HELP_SHEET = "Mode d’emploi"
WIDTH = 32

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CHUNK = 1_000_000


class TrapError(FileError):
    """A workbook that would fill the memory once unpacked."""

    def __init__(self) -> None:
        super().__init__(
            "Ce classeur est anormal\u00a0: décompressé, il serait démesuré. Copiez les cellules utiles dans un "
            "nouveau classeur."
        )


class BrokenError(FileError):
    """A workbook that cannot be opened."""

    def __init__(self) -> None:
        super().__init__(
            "Ce fichier est cassé ou n’est pas un classeur .xlsx. Ouvrez-le dans un tableur et enregistrez-le au "
            "format .xlsx ou .csv."
        )


def read(data: bytes) -> Iterator[Line]:
    """The lines of the first sheet, as texts. Raises FileError."""
    _inspect(data)
    try:
        workbook = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheet = next((sheet for sheet in workbook.worksheets if sheet.title != HELP_SHEET), None)
        if sheet is None:
            raise BrokenError
        # What the file says of its own size may be false.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
            yield number, [_text(cell, number, index) for index, cell in enumerate(row)]
    except FileError:
        raise
    except Exception as error:  # openpyxl raises anything on a workbook that is not one
        raise BrokenError from error


def write(lines: Iterable[list[Any]], title: str, help_lines: Iterable[list[str]] = ()) -> bytes:
    """A workbook: a sheet whose first line is set out as headers, then the sheet that says how to fill it.

    Texts are those of `cells.safe`.
    """
    workbook = Workbook(write_only=True)
    _write_sheet(workbook.create_sheet(title), lines)
    if help_lines:
        _write_sheet(workbook.create_sheet(HELP_SHEET), help_lines)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _write_sheet(sheet: Any, lines: Iterable[list[Any]]) -> None:
    """Texts as they are: none begins as a formula would."""
    sheet.freeze_panes = "A2"
    for index in range(1, MAX_COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(index)].width = WIDTH
    lines = iter(lines)
    bold = Font(bold=True)
    headers = [WriteOnlyCell(sheet, value=header) for header in next(lines, [])]
    for header in headers:
        header.font = bold
    sheet.append(headers)
    for line in lines:
        sheet.append(line)


def _inspect(data: bytes) -> None:
    """Raises FileError for what is no workbook, is disproportionate, declares entities or merges cells."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        infos = archive.infolist()
        if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise TrapError
        if any(info.file_size > LARGE and info.file_size > MAX_RATIO * info.compress_size for info in infos):
            raise TrapError
        names = {info.filename for info in infos}
        if not names & {"xl/workbook.xml", "[Content_Types].xml"} or not any(map(_SHEET.fullmatch, names)):
            raise BrokenError
        for name in sorted(names):
            if name.endswith((".xml", ".rels")):
                _inspect_part(archive, name)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
    ) as error:
        raise BrokenError from error


def _inspect_part(archive: zipfile.ZipFile, name: str) -> None:
    tail = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            window = tail + chunk
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                raise BrokenError
            if _SHEET.fullmatch(name) and (merged := _MERGED.search(window)):
                raise FileError(
                    f"Des cellules sont fusionnées\u00a0: {merged[1].decode()}. Défusionnez-les\u00a0: une "
                    "cellule par fiche et par colonne."
                )
            tail = window[-200:]


def _text(cell: Any, number: int, index: int) -> str:
    """What a cell says, as one would type it."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        raise FileError(
            f"La cellule {place(number, index)} contient l’erreur {value}. Corrigez-la ou videz-la."
        )
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return value.isoformat() if isinstance(value, date | time) else str(value)
