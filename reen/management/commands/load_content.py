"""`manage.py load_content`: brings pages and catalogue up to date with `reen/content/`, or with a folder."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reen.content.loader import FOLDER, load
from reen.content.rows import ContentError
from reen.search.upkeep import make_if_never_made


class Command(BaseCommand):
    """Idempotent; an editor's change survives, and what is left to them is told on standard error."""

    help = "Charge ou met à jour les pages et le catalogue depuis un dossier, sans défaire le travail des éditeurs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from",
            type=Path,
            default=FOLDER,
            dest="folder",
            metavar="DOSSIER",
            help="dossier écrit par export_content, au lieu de reen/content",
        )
        parser.add_argument(
            "--json", action="store_true", help="écrit le bilan en JSON sur la sortie standard"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load(options["folder"], say=self.stderr.write)
        except ContentError as error:
            lines = "\n".join(f"- {message}" for message in error.messages)
            raise CommandError(f"Rien n’a été chargé\u00a0:\n{lines}") from error
        make_if_never_made()
        for warning in report.warnings():
            self.stderr.write(warning)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), ensure_ascii=False))
        else:
            self.stdout.write(
                f"{len(report.created)} créés, {len(report.updated)} mis à jour, {report.unchanged} inchangés."
            )
