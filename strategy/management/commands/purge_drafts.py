"""`manage.py purge_drafts`: drafts nobody kept."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from reen.typography import plural
from strategy.services.ending import abandoned_drafts, purge


class Command(BaseCommand):
    """To be run each night by the host."""

    help = "Supprime les brouillons sans compte que personne n’a changés depuis longtemps."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="dit ce qui serait supprimé, sans rien supprimer"
        )
        parser.add_argument("--json", action="store_true", help="écrit les références en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["dry_run"]:
            references = sorted(abandoned_drafts(at=now).values_list("reference", flat=True))
        else:
            references = purge(at=now)
        if options["json"]:
            self.stdout.write(json.dumps({"dry_run": options["dry_run"], "drafts": references}))
            return
        done = ("à supprimer", "à supprimer") if options["dry_run"] else ("supprimé", "supprimés")
        counted = plural(len(references), f"brouillon {done[0]}", f"brouillons {done[1]}")
        self.stdout.write("\n".join([f"{counted}.", *references]))
