"""Tells whether article 35 of the REEN law binds a collectivity, and why."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from reen.rules.applicability import Obligation
from reen.rules.deadlines import DueDate
from reen.rules.profile import Figure
from strategy.models.collectivity import Collectivity
from strategy.queries.collectivities import collectivity_of_reference
from strategy.queries.obligations import obligation_of


class Command(BaseCommand):
    """With `--json`, one JSON value on standard output and nothing else. Refuses a code not in the list."""

    help = "Dit si l’article 35 de la loi REEN oblige une collectivité, et pourquoi."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "code",
            help="code INSEE d’une commune, SIREN (commune, EPCI ou EPT), departement:84 ou region:84",
        )
        parser.add_argument(
            "--on", type=date.fromisoformat, help="jour de la réponse, AAAA-MM-JJ (aujourd’hui par défaut)"
        )
        parser.add_argument("--json", action="store_true", help="écrit la réponse en JSON")

    def handle(self, *args: Any, code: str, on: date | None, **options: Any) -> None:
        body = collectivity_of_reference(code)
        if body is None:
            raise CommandError(_unknown(code))
        obligation = obligation_of(body, on=on or timezone.localdate())
        if options["json"]:
            self.stdout.write(json.dumps(as_json(body, obligation), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(as_lines(body, obligation)))


def as_json(body: Collectivity, obligation: Obligation) -> dict[str, Any]:
    """The answer as plain data; dates are ISO, a year that is not known is null."""
    return {
        "kind": body.kind,
        "code": body.code,
        "name": body.name,
        "answer": obligation.answer.value,
        "leaning": obligation.leaning.value if obligation.leaning else None,
        "reason": obligation.reason,
        "figures": [_figure(figure, obligation) for figure in obligation.figures],
        "dates": [_due_date(due) for due in obligation.dates],
        "related": [
            {"kind": other.kind.value, "code": other.code, "name": other.name, "answer": other.answer.value}
            for other in obligation.related
        ],
        "uncertain": list(obligation.uncertain),
        "sources": [
            {
                "title": source.title,
                "url": source.url,
                "opened": source.opened,
                "checked_on": source.checked_on.isoformat(),
                "certainty": source.certainty.value,
            }
            for source in obligation.sources
        ],
    }


def as_lines(body: Collectivity, obligation: Obligation) -> Iterator[str]:
    """The answer for a person."""
    leaning = f" (penche vers\u00a0: {obligation.leaning.label})" if obligation.leaning else ""
    yield f"{body.name} – {body.nature_label}"
    yield f"Réponse\u00a0: {obligation.answer.label}{leaning}"
    yield obligation.reason
    yield from (f"- {line}" for line in obligation.figure_lines)
    if obligation.dates_words:
        yield obligation.dates_words
    for due in obligation.dates:
        yield f"- {due.part.label}\u00a0: {due.words}. {due.advice}"
    if obligation.related_words:
        yield obligation.related_words
    for point in obligation.uncertain:
        yield f"Incertain\u00a0: {point}"
    for source in obligation.sources:
        checked = source.checked_on.strftime("%d/%m/%Y")
        yield f"Source\u00a0: {source.title}, {source.url} ({source.certainty.label}, le {checked})"


def _figure(figure: Figure, obligation: Obligation) -> dict[str, Any]:
    return {
        "value": figure.value,
        "kind": figure.kind.value,
        "label": figure.kind.label,
        "year": figure.year,
        "list_edition": figure.edition,
        "source": figure.source,
        "official": figure.official,
        "deciding": figure is obligation.deciding,
    }


def _due_date(due: DueDate) -> dict[str, Any]:
    return {
        "part": due.part.value,
        "date": due.on.isoformat(),
        "passed": due.passed,
        "words": due.words,
        "advice": due.advice,
        "basis": due.basis,
        "budget": due.budget,
    }


def _unknown(code: str) -> str:
    if not Collectivity.objects.filter(official=True).exists():
        return (
            "La liste officielle n’est pas chargée. Lancez manage.py import_collectivities, puis recommencez."
        )
    return (
        f"«\u202f{code}\u202f» n’est pas dans la liste officielle. Donnez le code INSEE d’une commune (5 "
        "caractères), le SIREN d’une commune, d’un EPCI ou d’un EPT (9 chiffres), departement:84 ou "
        "region:84."
    )
