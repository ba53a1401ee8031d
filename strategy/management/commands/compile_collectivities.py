"""Makes the compact list of a new year from the official npm package, unpacked."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from strategy.data import decoupage_administratif, official_list


class Command(BaseCommand):
    """Takes the folder that `npm pack @etalab/decoupage-administratif` and `tar -x` leave."""

    help = "Recompose le fichier compact des collectivités à partir du paquet officiel, décompressé."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("package", type=Path, help="dossier du paquet décompressé")
        parser.add_argument(
            "--millesime", type=int, required=True, help="année de la liste, d’après le README du paquet"
        )
        parser.add_argument("--folder", type=Path, default=official_list.FOLDER, help="dossier où écrire")

    def handle(self, *args: Any, package: Path, millesime: int, folder: Path, **options: Any) -> None:
        try:
            path = official_list.write(
                decoupage_administratif.entries(package),
                folder=folder,
                millesime=millesime,
                origin=decoupage_administratif.origin(package),
            )
        except (OSError, KeyError, ValueError) as problem:
            raise CommandError(
                f"{package} n’est pas le paquet attendu ({problem!r}). Donnez le dossier qui contient "
                "package.json et data/."
            ) from problem
        self.stdout.write(f"{path.name}\u00a0: {path.stat().st_size} octets")
