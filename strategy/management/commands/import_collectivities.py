"""Loads the official list of communes, EPCI, territories, départements and régions."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from strategy.data import official_list
from strategy.services.importing import import_collectivities


class Command(BaseCommand):
    """Idempotent; with `--json`, one JSON value on standard output and all else on standard error."""

    help = "Charge la liste officielle des collectivités."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--file", type=Path, help="autre fichier compact que le dernier du dépôt")
        parser.add_argument("--json", action="store_true", help="écrit les nombres en JSON")

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        path = file or official_list.latest()
        self.stderr.write(f"Lecture de {path.name}…", self.style.NOTICE)
        try:
            official = official_list.read(path)
        except (OSError, ValueError) as problem:
            raise CommandError(
                f"{path} ne peut pas être lu ({problem}). Recomposez-le avec manage.py "
                "compile_collectivities."
            ) from problem
        done = import_collectivities(official)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(done), ensure_ascii=False))
            return
        self.stdout.write(
            f"Liste {done.millesime}\u00a0: {done.listed} collectivités. {done.created} ajoutées, "
            f"{done.updated} mises à jour, {done.unchanged} inchangées, {done.ended} sorties de la liste."
        )
