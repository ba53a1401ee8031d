"""`manage.py export_content`: writes the published catalogue and pages as the YAML that `load_content` reads."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reen.content.writer import refusals, write


class Command(BaseCommand):
    """What is published, whole; drafts stay in the database. Two exports of the same state are the same files."""

    help = "Écrit le catalogue et les pages publiés en YAML, que load_content --from relit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--output", type=Path, required=True, metavar="DOSSIER", help="dossier où écrire les fichiers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["output"]
        counts = write(folder)
        for name, count in counts.items():
            self.stdout.write(f"{name}\u00a0: {count}")
        if messages := refusals(folder):
            self.stderr.write("À compléter avant de relire ce dossier\u00a0:")
            for message in messages:
                self.stderr.write(f"- {message}")
