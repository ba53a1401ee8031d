"""`manage.py send_watch_digest`: what is to be mended, to each editor, once a month."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from reen.typography import plural
from reen.watch.digest import send


class Command(BaseCommand):
    """May be run each day: nobody has the digest of a month twice, and who could not be reached is tried again."""

    help = "Envoie le point du mois sur la veille à qui tient le catalogue, s’il y a quelque chose à faire."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="écrit le bilan en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = send(timezone.localdate())
        if options["json"]:
            self.stdout.write(json.dumps({"sent": sent, "failed": failed}))
        else:
            self.stdout.write(f"{plural(sent, 'message envoyé', 'messages envoyés')}.")
        if failed:
            told = plural(failed, "message n’a pas pu partir", "messages n’ont pas pu partir")
            raise CommandError(f"{told}\u00a0: relancez.")
