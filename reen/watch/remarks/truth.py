"""What is said without what it rests on: sources, dates, reasons."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from reen.watch.reading import Reading
from reen.watch.remarks.remark import Remark, excerpt

LEGAL_HOSTS = (
    *("legifrance.gouv.fr", "eur-lex.europa.eu", "assemblee-nationale.fr", "senat.fr", "conseil-etat.fr"),
    *("nosdeputes.fr", "french-business-law.com", "tricoteuses.fr", "doctrine.fr"),
)
THE_LAW = frozenset({"legaltext", "requirement", "articlepage", "lawindexpage"})
_STATEMENT = re.compile(
    r"\b(?:la loi|le décret|le code|l[’']ordonnance|l[’']arrêté|l[’']article|les articles)\b"
    r"[^.!?\n]{0,80}?\b(?:impose|impos|oblige|obligent|exige|exigent|interdit|interdisent|prévoit|prévoient"
    r"|doivent|doit)\w*"
    r"|\b(?:loi|décret|ordonnance|arrêté)\s+n°\s*\d"
    r"|\bart(?:icle|\.)\s+[LRD]\.?\s?\d",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d[\d\s.,]*\s?(?:%|kWh|MWh|kg|tonnes?|t\s?CO|€|euros?)")


def without_source(reading: Reading) -> Iterator[Remark]:
    """Nothing tells where the entry comes from."""
    if not reading.sources:
        yield Remark("sans-source", "sources", "Aucune source n’est citée.")


def law_without_source(reading: Reading) -> Iterator[Remark]:
    """The first statement of law of an entry that is no text of law and cites none, by a link or by a source."""
    if (
        reading.kind in THE_LAW
        or reading.links_to_law
        or any(_is_legal(cited.url) for cited in reading.cited)
    ):
        return
    for passage in reading.passages:
        found = _STATEMENT.search(passage.text) if passage.prose else None
        if found:
            words = f"{excerpt(passage.text, *found.span())} dit le droit sans citer de texte."
            yield Remark("droit-sans-source", passage.field, words)
            return


def _is_legal(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return any(host == legal or host.endswith(f".{legal}") for legal in LEGAL_HOSTS)


def without_date(reading: Reading) -> Iterator[Remark]:
    """Sources nobody says they opened on a day."""
    if reading.sources and reading.checked_on is None:
        yield Remark("sans-date", "checked_on", "Les sources sont citées sans date de vérification.")


def estimate_without_why(reading: Reading) -> Iterator[Remark]:
    """Estimates of the team that do not say why."""
    for estimate in reading.estimates:
        if estimate.given and not estimate.why.strip():
            yield Remark("estimation", estimate.field, f"«\u202f{estimate.label}\u202f» n’est pas dit.")


def effect_without_source(reading: Reading) -> Iterator[Remark]:
    """A figure of effect that cannot be traced."""
    if reading.effect_source_url:
        return
    if reading.effect_quantified:
        yield Remark("effet", "effect_source_url", "L’effet est chiffré sans l’adresse de sa source.")
    elif found := _FIGURE.search(reading.effect_text):
        words = f"{excerpt(reading.effect_text, *found.span())} donne un chiffre sans source."
        yield Remark("effet", "effect_text", words)
