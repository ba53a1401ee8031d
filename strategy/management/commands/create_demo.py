"""`manage.py create_demo`: two plainly fictitious strategies, their versions, and three accounts."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from strategy.errors import NotAllowedError
from strategy.queries.versions import status_of
from strategy.services.demonstration import ACCOUNTS, create_demonstration, demonstration_versions

GROUPS = {"manager": "gestionnaire", "editor": "éditeur", "auditor": "auditeur (lecture seule)"}


class Command(BaseCommand):
    """Says what was made, and how to sign in."""

    help = "Crée deux stratégies de démonstration, fictives, et un compte par groupe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="écrit les références et les comptes en JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            complete, started = create_demonstration(at=timezone.now())
        except NotAllowedError as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(
                json.dumps(
                    {
                        "strategies": [
                            {"reference": complete.reference, "state": "complete"},
                            {"reference": started.reference, "state": "started"},
                        ],
                        "versions": [
                            {
                                "reference": version.name,
                                "strategy": version.reference,
                                "version": version.number,
                                "state": status_of(version).value,
                                "code": version.code,
                            }
                            for version in demonstration_versions(complete, started)
                        ],
                        "accounts": [
                            {"group": account.group, "email": account.email, "password": account.password}
                            for account in ACCOUNTS
                        ],
                    },
                    ensure_ascii=False,
                )
            )
            return
        self.stdout.write(
            f"Stratégies de démonstration\u00a0: {complete.reference} (complète), {started.reference} (commencée)."
        )
        for version in demonstration_versions(complete, started):
            self.stdout.write(f"  {version.name}\u00a0: {status_of(version).label}, code {version.code}")
        for account in ACCOUNTS:
            self.stdout.write(
                f"  {GROUPS[account.group]}\u00a0: {account.email}, mot de passe {account.password}"
            )
