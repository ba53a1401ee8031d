"""`manage.py send_notices`: what happened to versions, to each person it concerns, once a day."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from reen.typography import plural
from strategy.services.notices import send_notices


class Command(BaseCommand):
    """To be run each day; more often does no harm: nobody has two messages a day, and who could not be reached is
    tried again.
    """

    help = "Envoie à chaque personne concernée les nouvelles des versions, une fois par jour au plus."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="dit qui recevrait quoi, sans rien envoyer"
        )
        parser.add_argument("--json", action="store_true", help="écrit le bilan en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run = options["dry_run"]
        outcome = send_notices(at=timezone.now(), dry_run=dry_run)
        if options["json"]:
            readers = [{"email": email, "news": count} for email, count in outcome.sent]
            told = {"dry_run": dry_run, "sent": readers, "failed": outcome.failed}
            self.stdout.write(json.dumps(told))
        else:
            done = (
                ("message à envoyer", "messages à envoyer")
                if dry_run
                else ("message envoyé", "messages envoyés")
            )
            lines = [f"{email}\u00a0: {plural(count, 'nouvelle')}" for email, count in outcome.sent]
            self.stdout.write("\n".join([f"{plural(len(lines), *done)}.", *lines]))
        if outcome.failed:
            failed = plural(outcome.failed, "message n’a pas pu partir", "messages n’ont pas pu partir")
            raise CommandError(f"{failed}\u00a0: relancez.")
