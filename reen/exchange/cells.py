"""What people write in cells, read: French dates and numbers, yes and no, words of a vocabulary, lists."""

import math
import re
from collections.abc import Iterable
from datetime import date

from reen.exchange.errors import CellError
from reen.rules.names import plain
from reen.typography import MONTHS

SEPARATORS = "|;"
DANGEROUS = "=+-@\t\r"
"""How a cell begins that a spreadsheet may take for a formula."""

_YES, _NO = {"oui", "o", "x", "vrai", "true", "1"}, {"non", "n", "faux", "false", "0"}
_MONTHS = {plain(name): number for number, name in enumerate(MONTHS, start=1)}
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00(?::00)?)?")
_IN_WORDS = re.compile(r"(\d{1,2})(?:er)? ([a-z]+) (\d{4})")
_NUMBER = re.compile(r"[-−]?\d+(?:,\d+)?")
_MARKED = re.compile(rf"'+[{re.escape(DANGEROUS)}]")


def day(text: str) -> date:
    """« 1er mars 2026 », « 01/03/2026 », « 2026-03-01 »."""
    if found := _DAY_FIRST.fullmatch(text):
        numbers = [int(part) for part in reversed(found.groups())]
    elif found := _YEAR_FIRST.fullmatch(text):
        numbers = [int(part) for part in found.groups()]
    elif (found := _IN_WORDS.fullmatch(plain(text))) and found[2] in _MONTHS:
        numbers = [int(found[3]), _MONTHS[found[2]], int(found[1])]
    else:
        numbers = [0, 0, 0]
    try:
        return date(*numbers)
    except ValueError as error:
        raise CellError(
            f"«\u202f{text}\u202f» n’est pas une date. Écrivez 01/03/2026 ou 1er\u00a0mars 2026."
        ) from error


def number(text: str) -> float:
    """« 1 250,5 »; « 1.250 », which is read in two ways, is refused."""
    written = re.sub(r"\s", "", text)
    if re.fullmatch(r"-?\d+\.\d{1,2}", written) or re.fullmatch(r"-?0\.\d+", written):
        written = written.replace(".", ",")
    value = float(written.replace(",", ".").replace("−", "-")) if _NUMBER.fullmatch(written) else math.nan
    if not math.isfinite(value):
        raise CellError(f"«\u202f{text}\u202f» n’est pas un nombre. Écrivez 1\u202f250,5.")
    return value


def integer(text: str) -> int:
    """« 1 250 »."""
    value = number(text)
    if value != int(value):
        raise CellError(f"«\u202f{text}\u202f» n’est pas un nombre entier.")
    return int(value)


def yes_or_no(text: str) -> bool:
    """« oui », « non », and what spreadsheets write for them."""
    word = plain(text)
    if word not in _YES | _NO:
        raise CellError(f"«\u202f{text}\u202f»\u00a0: écrivez oui ou non.")
    return word in _YES


def word_of(text: str, choices: Iterable[tuple[str, str]]) -> str:
    """The value of a vocabulary, from its label or from itself, whatever the accents and capitals."""
    known = list(choices)
    for value, label in known:
        if text in (value, label) or (plain(text) and plain(text) in (plain(value), plain(label))):
            return value
    words = ", ".join(f"«\u202f{label}\u202f»" for _, label in known)
    raise CellError(f"«\u202f{text}\u202f» n’est pas dans la liste\u00a0: {words}.")


def parts(text: str) -> list[str]:
    """The parts of a list: between « | », or between « ; » when there is no « | ». « \\| » is a plain bar."""
    pieces = re.split(r"(?<!\\)\|", text)
    if len(pieces) == 1:
        pieces = text.split(";")
    return [piece.replace("\\|", "|").strip() for piece in pieces if piece.strip()]


def joined(texts: list[str]) -> str:
    """A list as `parts` reads it back."""
    barred = [text.replace("|", "\\|") for text in texts]
    if len(barred) == 1 and ";" in barred[0]:
        return f"{barred[0]} |"
    return " | ".join(barred)


def is_formula(text: str) -> bool:
    """Whether a cell of a file would be computed; nothing that is computed is imported."""
    return text.startswith("=")


def safe(text: str) -> str:
    """The text of a cell that no spreadsheet takes for a formula; `as_written` gives it back."""
    return f"'{text}" if text.startswith(tuple(DANGEROUS)) or _MARKED.match(text) else text


def as_written(text: str) -> str:
    """The text that `safe` was given."""
    return text[1:] if _MARKED.match(text) else text
