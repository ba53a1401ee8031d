"""`manage.py check_content`: reads every published entry for the watch desk, and forgets what is too old to keep."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from reen.models import Finding, WebAddress
from reen.typography import plural
from reen.watch import corrections, fruitless
from reen.watch.survey import survey_all


class Command(BaseCommand):
    """To be run each night by the host; each publication is read at once anyway."""

    help = "Relit tout le catalogue pour la veille, et oublie ce qui est trop ancien pour être gardé."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="écrit le bilan en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        read = survey_all()
        forgotten = fruitless.purge(timezone.localdate()) + corrections.forget()
        report = {
            "read": read,
            "findings": Finding.objects.filter(set_aside_on=None).count(),
            "addresses": WebAddress.objects.count(),
            "forgotten": forgotten,
        }
        if options["json"]:
            self.stdout.write(json.dumps(report))
            return
        self.stdout.write(
            f"{plural(read, 'fiche relue', 'fiches relues')}, {plural(report['findings'], 'constat')}, "
            f"{plural(report['addresses'], 'adresse citée', 'adresses citées')}, "
            f"{plural(forgotten, 'donnée oubliée', 'données oubliées')}."
        )
