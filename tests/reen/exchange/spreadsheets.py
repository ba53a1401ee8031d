"""Real files that people send, good and bad."""

import csv
import io
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook


def csv_file(*lines: Iterable[str], delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """A CSV as a spreadsheet writes it."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
    return buffer.getvalue().encode(encoding)


def xlsx_file(*lines: Iterable[Any], title: str = "Feuille 1", merged: str = "") -> bytes:
    """A workbook of one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for line in lines:
        sheet.append(list(line))
    if merged:
        sheet.merge_cells(merged)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def with_part(workbook: bytes, name: str, content: bytes) -> bytes:
    """The same workbook, one part replaced or added."""
    source, buffer = zipfile.ZipFile(BytesIO(workbook)), BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            if info.filename != name:
                target.writestr(info, source.read(info.filename))
        target.writestr(name, content)
    return buffer.getvalue()


def bomb() -> bytes:
    """A workbook of less than 1 MB whose sheet is 300 MB of one letter."""
    buffer = BytesIO()
    workbook = zipfile.ZipFile(BytesIO(xlsx_file(["Titre"])))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for info in workbook.infolist():
            if info.filename != "xl/worksheets/sheet1.xml":
                target.writestr(info, workbook.read(info.filename))
        with target.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(300):
                part.write(b"A" * 1_000_000)
    return buffer.getvalue()
