"""Every check that a document allows, in the order a report shows them."""

from datetime import date

from strategy.document.checking.check import Check, Outcome
from strategy.document.checking.dates import of_dates
from strategy.document.checking.figures import of_figures
from strategy.document.checking.indicators import of_indicators
from strategy.document.model import Document


def checks(document: Document) -> tuple[Check, ...]:
    """What is computed from the document and its record; nothing for a document that carries no record."""
    record = document.record
    if record is None:
        return ()
    day = date.fromisoformat(document.issue.issued_on if document.issue else document.changed_on)
    return (*of_indicators(record), *of_figures(document, record), *of_dates(record, day))


def to_look_at(found: tuple[Check, ...]) -> int:
    """How many checks ask for a look."""
    return sum(check.outcome in (Outcome.MISSING, Outcome.DIFFERS) for check in found)
