"""What a record must hold to be a draft: how many rows, names that stand for one thing, addresses that are safe."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from strategy.document import walk
from strategy.document.measures import ChoiceData, EntryData, IndicatorData
from strategy.document.model import Document
from strategy.document.record import Record
from strategy.enums import BodyRole
from strategy.errors import DocumentError

MOST = {"bodies": 500, "plans": 200, "objectives": 500, "choices": 1_000, "indicators": 1_000}
"""Rows: many times what the largest strategy has."""
MOST_LINES = 500
MOST_YEARS = 60
LAST_NUMBER = 1_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2200

_SHEET = re.compile(r"(/(?![/\\])|https?://)[^\s<>\"\\]*")
_SOURCE = re.compile(r"https?://[^\s<>\"]+")


def refuse_unfit(document: Document, whole: Record) -> None:
    """Raises DocumentError, naming the place, at the first thing that no draft could hold."""
    for path, text in walk.texts(whole, "record"):
        if "\x00" in text:
            raise DocumentError(path, "un caractère nul ne s’écrit pas")
    refuse_counts(whole)
    refuse_bodies(whole)
    refuse_numbers(whole)
    for path, entry in entries(whole):
        refuse_entry(entry, path)
    refuse_twice((entry.ref for _, entry in entries(whole, "choices")), "record.choices", "cette fiche")
    refuse_twice((entry.ref for _, entry in entries(whole, "indicators")), "record.indicators", "cette fiche")
    if whole.organisation is not None:
        refuse_twice((line.ref for line in whole.organisation.equipment), "record.organisation", "ce type")


def refuse_counts(whole: Record) -> None:
    """Too many rows of a kind, or too many lines in one."""
    for name, most in MOST.items():
        refuse_more(len(getattr(whole, name)), most, f"record.{name}")
    refuse_more(len(whole.governance.actors), MOST_LINES, "record.governance.actors")
    if whole.organisation is not None:
        refuse_more(len(whole.organisation.equipment), MOST_LINES, "record.organisation.equipment")
    rows: dict[str, tuple[ChoiceData | IndicatorData, ...]] = {
        "choices": whole.choices,
        "indicators": whole.indicators,
    }
    for name, found in rows.items():
        for index, row in enumerate(found):
            path = f"record.{name}[{index}]"
            refuse_more(len(row.years), MOST_YEARS, f"{path}.years")
            refuse_twice((line.year for line in row.years), f"{path}.years", "cette année")
            if not all(FIRST_YEAR <= line.year <= LAST_YEAR for line in row.years):
                raise DocumentError(f"{path}.years", f"une année va de {FIRST_YEAR} à {LAST_YEAR}")


def refuse_more(count: int, most: int, path: str) -> None:
    """More than that."""
    if count > most:
        raise DocumentError(path, f"{count} lignes, pour {most} au plus")


def refuse_twice(names: Iterable[Hashable], path: str, what: str) -> None:
    """The same name twice where it stands for one thing."""
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise DocumentError(path, f"{what} y est deux fois\u00a0: {twice}")


def refuse_bodies(whole: Record) -> None:
    """Nobody to carry the strategy, the same collectivité twice, or actions of one that is not there."""
    if not any(body.role is BodyRole.BEARER for body in whole.bodies):
        raise DocumentError("record.bodies", "une stratégie a au moins une collectivité porteuse")
    named = ((body.kind, body.code or body.name) for body in whole.bodies)
    refuse_twice((f"{kind} {name}" for kind, name in named), "record.bodies", "cette collectivité")
    known = Counter(body.name for body in whole.bodies)
    for index, choice in enumerate(whole.choices):
        if Counter(choice.bodies) - known:
            raise DocumentError(
                f"record.choices[{index}].bodies",
                "elle concerne une collectivité qui n’est pas sur la couverture",
            )


def refuse_numbers(whole: Record) -> None:
    """A number so high that none could be given after it."""
    for name in ("plans", "objectives", "choices", "indicators"):
        if any(row.key > LAST_NUMBER for row in getattr(whole, name)):
            raise DocumentError(f"record.{name}", f"un numéro de ligne va de 1 à {LAST_NUMBER}")


def entries(whole: Record, only: str = "") -> Iterator[tuple[str, EntryData]]:
    """The catalogue entries that rows were copied from, with their place."""
    for name in (only,) if only else ("choices", "indicators"):
        for index, row in enumerate(getattr(whole, name)):
            if row.entry is not None:
                yield f"record.{name}[{index}].entry", row.entry


def refuse_entry(entry: EntryData, path: str) -> None:
    """An address that would lead elsewhere than to a page."""
    if entry.url and not _SHEET.fullmatch(entry.url):
        raise DocumentError(f"{path}.url", "une adresse commence par /, http:// ou https://")
    refuse_more(len(entry.sources), MOST_YEARS, f"{path}.sources")
    for index, source in enumerate(entry.sources):
        if source.url is not None and not _SOURCE.fullmatch(source.url):
            raise DocumentError(
                f"{path}.sources[{index}].url", "une adresse commence par http:// ou https://"
            )
