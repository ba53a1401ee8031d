"""`manage.py verify_export FILE`: whether this site made the file, to the byte, and what it knows of its issuer."""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from strategy.document.proof import Integrity, Outcome
from strategy.document.proof_words import (
    TITLES,
    UNKNOWN_ISSUER,
    integrity_words,
    issuer_words,
    standing_words,
    status_words,
)
from strategy.management.files import read_bytes
from strategy.queries.verification import outcome_of_file


class Command(BaseCommand):
    """Ends well only for a file that is intact."""

    help = "Dit si un fichier (PDF ou JSON) est bien celui que ce site a produit, et de qui il vient."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="fichier à vérifier, «\u202f-\u202f» pour l’entrée standard")
        parser.add_argument("--json", action="store_true", help="écrit le résultat en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        outcome = outcome_of_file(read_bytes(options["file"], most=settings.VERIFIED_FILE_BYTES + 1))
        if options["json"]:
            self.stdout.write(json.dumps(told(outcome), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(lines(outcome)))
        if outcome.integrity is not Integrity.INTACT:
            sys.exit(1)


def told(outcome: Outcome) -> dict[str, object]:
    """The outcome as plain values; `version` is the number, `reference` what other commands take."""
    version = outcome.version
    return {
        "integrity": outcome.integrity.value,
        "issuer": outcome.issuer.value,
        "version": version.number if version else None,
        "current": outcome.current,
        "reference": version.name if version else None,
        "replaced_by": version.replaced_by if version else None,
        "state": version.sure_status.value if version else None,
        "declared": version.declared if version else None,
        "edition": edition(outcome),
        "data_intact": outcome.data_intact if outcome.integrity is Integrity.ALTERED else None,
        "report": report(outcome),
        "words": integrity_words(outcome),
    }


def report(outcome: Outcome) -> dict[str, str] | None:
    """The report that the file is, or claims to be, and the version that it is about."""
    if outcome.report is None or outcome.version is None:
        return None
    sealed_at = outcome.report.at.isoformat(timespec="seconds")
    return {"code": outcome.report.code, "version": outcome.version.name, "sealed_at": sealed_at}


def edition(outcome: Outcome) -> str | None:
    """Which edition an intact file is of; a report is of none."""
    if outcome.integrity is not Integrity.INTACT or outcome.report is not None:
        return None
    return "publique" if outcome.public else "complete"


def lines(outcome: Outcome) -> list[str]:
    """The outcome in words: integrity, then issuer, each for itself."""
    said = [f"{TITLES[outcome.integrity]}. {integrity_words(outcome)}"]
    version = outcome.version
    if outcome.integrity is not Integrity.INTACT or version is None:
        return [*said, f"{outcome.issuer.label.capitalize()}. {UNKNOWN_ISSUER}"]
    issuer = f"{outcome.issuer.label.capitalize()}. {issuer_words(version)}"
    return [
        *said,
        issuer,
        f"Au nom de\u00a0: {version.bodies}.",
        status_words(version),
        standing_words(version),
    ]
