"""`manage.py check_links`: asks the addresses that entries cite whether they still answer."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reen.typography import plural
from reen.watch.links import check_addresses, check_due


class Command(BaseCommand):
    """To be run each night by the host."""

    help = "Contrôle les adresses citées dont c’est le tour, une à une et sans se presser."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=300, help="nombre d’adresses au plus (300)")
        parser.add_argument(
            "--enqueue", action="store_true", help="laisse le travail à db_worker et rend la main"
        )
        parser.add_argument("--json", action="store_true", help="écrit le bilan en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["enqueue"]:
            check_addresses.enqueue(options["limit"])
            return
        outcome = check_due(limit=options["limit"])
        if options["json"]:
            self.stdout.write(json.dumps(asdict(outcome)))
            return
        self.stdout.write(
            f"{plural(outcome.asked, 'adresse contrôlée', 'adresses contrôlées')}\u00a0: "
            f"{plural(outcome.alive, 'répond', 'répondent')}, {outcome.failing} à revoir, "
            f"{plural(outcome.dead, 'morte')}."
        )
