"""From plain strings to the texts and blocks of a document."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from reen.typography import MONTHS, date_words, figure, typeset
from strategy.document.measures import EntryData
from strategy.document.model import (
    Block,
    BulletList,
    CatalogueEntry,
    Fact,
    Facts,
    Notice,
    Paragraph,
    Run,
    Text,
)

BULLETS = ("- ", "– ", "— ", "* ", "• ")
EMPTY = "à compléter"
YES_NO = "oui/non"
"""The unit of what is or is not."""
NONE = "–"
"""Nothing there, and nothing asked for."""


def plain(text: str, href: str | None = None) -> Text:
    """One run of text, with French spacing; `href` makes it a link."""
    return (Run(typeset(text), href=href),)


def prose(text: str) -> tuple[Block, ...]:
    """What somebody typed in a text area: a block a line, lines that begin with a dash gathered in a list."""
    blocks: list[Block] = []
    items: list[Text] = []
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        if stripped.startswith(BULLETS):
            items.append(plain(stripped[2:].strip()))
            continue
        if items:
            blocks.append(BulletList(tuple(items)))
            items = []
        if stripped:
            blocks.append(Paragraph(plain(stripped)))
    return tuple(blocks)


def missing(text: str) -> Notice:
    """Names what only the collectivité can fill, after « À compléter : »."""
    return Notice((Run("À compléter\u00a0: ", strong=True), *plain(text)), kind="attention")


def written_or_missing(text: str, otherwise: str) -> tuple[Block, ...]:
    """What was typed, or the notice that says what is missing."""
    return prose(text) or (missing(otherwise),)


def fact(label: str, value: str) -> Fact:
    """A label and its value; an empty value says « à compléter »."""
    return Fact(label, plain(value) if value else (Run(EMPTY, emphasis=True),))


def joined(links: Iterable[tuple[str, str]]) -> Text:
    """Titles one after the other, each a link to its section."""
    return one_after_another(plain(title, address) for title, address in links)


def one_after_another(texts: Iterable[Text]) -> Text:
    """The texts in one, semicolons between them."""
    runs: list[Run] = []
    for text in texts:
        if runs:
            runs.append(Run("\u202f; "))
        runs.extend(text)
    return tuple(runs)


def facts(caption: str, *pairs: tuple[str, str]) -> Facts:
    """A group of labels and values, in the order given."""
    return Facts(caption, tuple(fact(label, value) for label, value in pairs))


def amount(value: Decimal | None, unit: str = "") -> str:
    """« 1 250 tonnes », without useless decimals; empty when unknown. « oui/non » reads as yes or no."""
    if value is None:
        return ""
    if unit == YES_NO:
        return "oui" if value else "non"
    words = figure(value)
    return f"{words}\u00a0{unit}" if unit else words


def copied_from(entry: EntryData | None) -> CatalogueEntry | None:
    """What the document keeps of the catalogue entry a row was copied from."""
    return CatalogueEntry(entry.ref, entry.revision, entry.revised_on.isoformat()) if entry else None


def period(start: date | None, end: date | None) -> str:
    """« du 1er janvier 2027 au 30 juin 2027 », or the end that is known."""
    if start and end:
        return f"du {date_words(start)} au {date_words(end)}"
    if start:
        return f"à partir du {date_words(start)}"
    return f"avant le {date_words(end)}" if end else ""


def month(day: date) -> str:
    """« janvier 2027 »."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def span_of_years(years: Sequence[int]) -> str:
    """« de 2026 à 2029 », « en 2026 »; empty without a year. Begins with a space."""
    if not years:
        return ""
    first, last = min(years), max(years)
    return f" en {first}" if first == last else f" de {first} à {last}"


def listed(names: Sequence[str], most: int = 8) -> str:
    """« A, B et 7 autres », all of them when they are no more than `most`; one too many is not worth « autre »."""
    if len(names) <= most + 1:
        return ", ".join(names)
    return f"{', '.join(names[:most])} et {len(names) - most} autres"
