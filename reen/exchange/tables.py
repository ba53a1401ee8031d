"""A spreadsheet as a table of texts: one line of headers, then numbered rows; what is no such table is refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reen.exchange.cells import as_written, is_formula
from reen.exchange.errors import FileError
from reen.rules.names import plain
from reen.typography import number, plural

MAX_ROWS = 1_000
MAX_COLUMNS = 100
MAX_CELL = 32_767
MOST_LINES = 20_000
"""Lines read at most, the empty ones included."""
NAMED = 5
"""How many places a refusal names."""

Line = tuple[int, list[str]]
"""The number of a line in the spreadsheet, and its cells."""


@dataclass(frozen=True)
class Table:
    """Headers, and rows of as many cells with their number in the spreadsheet."""

    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, header: str) -> Iterator[str]:
        """The cells under a header that are not empty."""
        index = self.headers.index(header)
        return (cells[index] for _, cells in self.rows if cells[index])


def place(number: int, index: int) -> str:
    """« B4 »."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{number}"


def table_of(lines: Iterable[Line]) -> Table:
    """The table that lines make. Raises FileError; reads no further than what may be imported."""
    filled = _filled(lines)
    first = next(filled, None)
    if first is None:
        raise FileError("Ce fichier est vide. Partez du modèle à télécharger.")
    headers = _headers(first)
    rows: list[tuple[int, tuple[str, ...]]] = []
    formulas = _formulas(first)
    for number_, cells in filled:
        if len(rows) == MAX_ROWS:
            raise FileError(
                f"Ce fichier a plus de {number(MAX_ROWS)}\u00a0lignes. Découpez-le et importez chaque partie."
            )
        formulas += _formulas((number_, cells))
        if extra := next(
            (i for i in range(len(cells)) if cells[i] and (i >= len(headers) or not headers[i])), None
        ):
            raise _headless(first[0], number_, extra)
        padded = [*cells, *[""] * (len(headers) - len(cells))][: len(headers)]
        rows.append((number_, tuple(as_written(cell) for cell in padded)))
    if formulas:
        raise FileError(
            f"Des cellules commencent par «\u202f=\u202f»\u00a0: {_named(formulas)}. Une formule n’est "
            "pas importée\u00a0: copiez ces cellules et collez-les en valeurs."
        )
    if not rows:
        raise FileError("Ce fichier n’a que des en-têtes. Ajoutez une ligne par fiche.")
    kept = [index for index, header in enumerate(headers) if header]
    return Table(
        tuple(headers[index] for index in kept),
        tuple((number_, tuple(cells[index] for index in kept)) for number_, cells in rows),
    )


def refuse_second_headers(table: Table, known: set[str]) -> None:
    """Raises FileError when a row looks like headers: `known` are theirs, as `plain` writes them."""
    for number_, cells in table.rows[:10]:
        words = [plain(cell) for cell in cells if cell]
        if len(words) > 1 and sum(word in known for word in words) * 2 > len(words):
            raise FileError(
                f"La ligne {number_} ressemble à une seconde ligne d’en-têtes. Gardez une seule ligne d’en-têtes, "
                "la première."
            )


def _filled(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that say something; raises FileError for too many lines, columns or characters."""
    for number_, cells in lines:
        if number_ > MOST_LINES:
            raise FileError(
                f"Ce fichier a plus de {number(MOST_LINES)}\u00a0lignes. Gardez les fiches à importer, "
                f"{number(MAX_ROWS)} au plus, et supprimez les lignes vides."
            )
        texts = [cell.strip() for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if len(texts) > MAX_COLUMNS:
            raise FileError(f"Ce fichier a plus de {MAX_COLUMNS}\u00a0colonnes. Gardez celles à importer.")
        for index, text in enumerate(texts):
            if len(text) > MAX_CELL:
                raise FileError(
                    f"La cellule {place(number_, index)} a plus de {number(MAX_CELL)}\u00a0caractères."
                )
        if texts:
            yield number_, texts


def _headers(first: Line) -> list[str]:
    headers = [" ".join(header.split()) for header in first[1]]
    seen: dict[str, int] = {}
    for index, header in enumerate(headers):
        key = header.casefold()
        if header and key in seen:
            raise FileError(
                f"Deux colonnes s’appellent «\u202f{header}\u202f»\u00a0: {place(first[0], seen[key])} et "
                f"{place(first[0], index)}. Donnez-leur des noms différents ou gardez-en une."
            )
        seen[key] = index
    return headers


def _headless(first: int, number_: int, index: int) -> FileError:
    return FileError(
        f"La cellule {place(number_, index)} est remplie mais sa colonne n’a pas d’en-tête en ligne {first}. "
        "Gardez une seule ligne d’en-têtes, la première, avec un nom par colonne."
    )


def _formulas(line: Line) -> list[str]:
    return [place(line[0], index) for index, cell in enumerate(line[1]) if is_formula(cell)]


def _named(places: list[str]) -> str:
    rest = len(places) - NAMED
    return ", ".join(places[:NAMED]) + (f" et {plural(rest, 'autre')}" if rest > 0 else "")
