"""All steps: acronyms nobody explains, and characters the PDF cannot print."""

from collections.abc import Iterator

from reen.rules.acronyms import EXPANSIONS, acronyms, is_explained
from strategy.document import walk
from strategy.document.brevity import shortened
from strategy.document.characters import codes
from strategy.document.draft import DraftData
from strategy.document.proofreading.finding import Finding, named
from strategy.document.typed import typed

MOST = 5
"""Codes cited for one field."""


def of_acronyms(data: DraftData) -> Iterator[Finding]:
    """Each acronym once, where it is first typed, unless the draft or the document explains it somewhere."""
    texts = [text for _, text in walk.texts(data)]
    texts += [plan.kind.label for plan in data.plans]
    told: set[str] = set()
    for given in typed(data):
        for acronym in acronyms(given.text):
            if acronym in told:
                continue
            told.add(acronym)
            if not is_explained(acronym, texts):
                yield Finding(
                    given.step, given.key, f"{named(acronym)} n’est expliqué nulle part{proposal(acronym)}."
                )


def proposal(acronym: str) -> str:
    """How to explain it."""
    words = EXPANSIONS.get(acronym)
    if words is None:
        return "\u00a0: écrivez-le en toutes lettres la première fois"
    return f"\u00a0: écrivez par exemple {named(f'{words} ({acronym})')} la première fois"


def of_characters(data: DraftData) -> Iterator[Finding]:
    """Each field that holds characters no font draws, with what the PDF prints in their place."""
    for given in typed(data):
        printed = codes(given.text)
        if not printed:
            continue
        several = len(printed) > 1
        what = (
            "des caractères que le PDF n’imprime pas" if several else "un caractère que le PDF n’imprime pas"
        )
        shown_as = f"remplacé{'s' if several else ''} par {', '.join(printed[:MOST])}"
        text = f"{named(excerpt(given.text))} ({given.field}) contient {what}, {shown_as}."
        yield Finding(given.step, given.key, text)


def excerpt(text: str) -> str:
    """Enough of a text to find it again."""
    return shortened(text, 8, 60)
