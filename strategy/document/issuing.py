"""What holds in what makes a document a version, and in the record it carries."""

import re
from collections.abc import Sequence

from strategy.document.codes import is_code
from strategy.document.draft import PlanData
from strategy.document.drawings import DAY, is_day
from strategy.document.measures import ChoiceData, IndicatorData, ObjectiveData
from strategy.document.model import Document, Issue, Status
from strategy.document.record import Record
from strategy.errors import DocumentError

MOST_VERSIONS = 9999
NUMBERS = "un numéro de version va de 1 à 9999"
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,200}")


def verify_issue(document: Document) -> None:
    """Raises `DocumentError` unless the document is a draft without number, or a version with one, a code and a day."""
    issue = document.issue
    if document.reviewed is not None:
        verify_number(document.reviewed, "reviewed")
    if issue is None:
        if document.status is not Status.DRAFT:
            raise DocumentError("issue", "une version porte son numéro, son code et sa date")
        return
    if document.status is Status.DRAFT:
        raise DocumentError("status", "un brouillon ne porte pas de numéro de version")
    verify_number(issue, "issue")


def verify_number(issue: Issue, path: str) -> None:
    """Raises `DocumentError` unless the number, the code, the address and the day of a version are well formed."""
    if not 1 <= issue.number <= MOST_VERSIONS:
        raise DocumentError(f"{path}.number", NUMBERS)
    if not is_code(issue.code):
        raise DocumentError(f"{path}.code", "ce code de vérification n’est pas bien formé")
    if not _ADDRESS.fullmatch(issue.address):
        raise DocumentError(f"{path}.address", "une adresse commence par http:// ou https://")
    if not is_day(issue.issued_on):
        raise DocumentError(f"{path}.issued_on", DAY)


def verify_record(record: Record) -> None:
    """Raises `DocumentError` unless rows have numbers of their own, and name rows that are there."""
    if record.baseline.organisation is not None or record.baseline.territory is not None:
        raise DocumentError("record.baseline", "les estimations se lisent dans organisation et territory")
    groups: dict[str, Sequence[PlanData | ObjectiveData | ChoiceData | IndicatorData]] = {
        "plans": record.plans,
        "objectives": record.objectives,
        "choices": record.choices,
        "indicators": record.indicators,
    }
    for name, rows in groups.items():
        keys = [row.key for row in rows]
        if len(set(keys)) < len(keys) or any(not 0 < key < 2**31 for key in keys):
            raise DocumentError(f"record.{name}", "chaque ligne a son propre numéro, à partir de 1")
    known = {name: {row.key for row in rows} for name, rows in groups.items()}
    for index, choice in enumerate(record.choices):
        if not (
            known["objectives"].issuperset(choice.objectives) and known["plans"].issuperset(choice.plans)
        ):
            raise DocumentError(
                f"record.choices[{index}]", "elle sert un objectif ou un plan qui n’est pas là"
            )
    for index, indicator in enumerate(record.indicators):
        if indicator.objective is not None and indicator.objective not in known["objectives"]:
            raise DocumentError(f"record.indicators[{index}].objective", "cet objectif n’est pas là")
