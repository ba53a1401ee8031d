"""The words that every format adds to those of the document."""

from datetime import date

from reen.typography import date_words, plural
from strategy.document.model import CatalogueEntry, Coverage, State

PRODUCER = "Boussole REEN"
NO_TITLE = "Sans titre"
CONTENTS = "Sommaire"
DEMONSTRATION = "Document de démonstration"
FICTION = f"{DEMONSTRATION.upper()}. Les collectivités, les personnes et les chiffres sont fictifs."
NOTICE_LABELS = {"info": "À savoir. ", "attention": "Point d’attention. "}


def associated(role: str, count: int) -> str:
    """« commune associée », « communes associées »."""
    return " ".join(f"{word}s" for word in role.split()) if count > 1 else role


def counts(coverage: Coverage) -> dict[State, int]:
    """How many requirements are in each state."""
    return {
        State.ANSWERED: coverage.answered,
        State.INCOMPLETE: coverage.incomplete,
        State.ABSENT: coverage.absent,
    }


def count_words(state: State, count: int) -> str:
    """« 5 exigences renseignées »."""
    return plural(count, *_WORDS[state])


_WORDS = {
    State.ANSWERED: ("exigence renseignée", "exigences renseignées"),
    State.INCOMPLETE: ("exigence incomplète", "exigences incomplètes"),
    State.ABSENT: ("exigence absente", "exigences absentes"),
}


def entry_words(entry: CatalogueEntry) -> str:
    """« D’après le catalogue, révision 3 du 1er janvier 2025 »; a date that is not ISO is written as it is.

    The name of the entry says nothing to a reader: it stays in the data, and in the list of sources.
    """
    try:
        revised = date_words(date.fromisoformat(entry.revised_on))
    except ValueError:
        revised = entry.revised_on
    day = f" du {revised}" if revised else ""
    return f"D’après le catalogue, révision {entry.revision}{day}"
