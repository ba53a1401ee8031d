"""Tables as CSV: any of the ways French spreadsheets write it; UTF-8 and semicolons when we write."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from reen.exchange.errors import FileError
from reen.exchange.tables import Line

BOM = "\ufeff"
_DELIMITERS = ";\t,"
# Accented letters in UTF-8 that something took for cp1252: « Ã© ». Then what is no character of a text.
_TWICE_ENCODED = re.compile(r"Ã[^\x00-\x7f]|â€")
# Accented letters of a Mac or of DOS, taken for cp1252: « RŽfŽrence », « R‚f‚rence ».
_NOT_FRENCH = re.compile("[‚ƒˆ‰ŠŽšž](?=[a-z])")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")


def read(data: bytes) -> Iterator[Line]:
    """The lines of a file. Raises FileError for what cannot be text, or whose accents are lost."""
    text = _decoded(data)
    if spoilt := _TWICE_ENCODED.search(text) or _NOT_TEXT.search(text):
        line = text.count("\n", 0, spoilt.start()) + 1
        raise FileError(
            f"Les accents de ce fichier sont abîmés, par exemple «\u202f{spoilt[0]}\u202f» à la ligne {line}. "
            "Enregistrez-le de nouveau depuis le tableur, au format .xlsx ou «\u202fCSV UTF-8\u202f»."
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        raise FileError(
            f"Ce fichier CSV est cassé vers la ligne {reader.line_num}\u00a0: un guillemet n’est sans doute "
            "pas refermé. Enregistrez-le de nouveau depuis le tableur."
        ) from error


def write(lines: Iterable[list[str]]) -> Iterator[bytes]:
    """The bytes of a file that French spreadsheets open with its accents."""
    yield BOM.encode()
    for line in lines:
        buffer = io.StringIO(newline="")
        csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow(line)
        yield buffer.getvalue().encode()


def _decoded(data: bytes) -> str:
    with suppress(UnicodeDecodeError):
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    with suppress(UnicodeDecodeError):
        if not _NOT_FRENCH.search(text := data.decode("cp1252")):
            return text
    raise FileError(
        "L’encodage de ce fichier n’est pas reconnu. Enregistrez-le de nouveau depuis le tableur, au format .xlsx "
        "ou «\u202fCSV UTF-8\u202f»."
    )


def _delimiter(text: str) -> str:
    """What parts the first line, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", text.lstrip().split("\n", 1)[0])
    return max(_DELIMITERS, key=first.count)
