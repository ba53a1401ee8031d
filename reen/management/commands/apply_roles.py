"""`manage.py apply_roles`: the groups of the admin, their rights and their workflow, as the table in code says."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reen.content.editors import apply_roles
from reen.content.roles import ROLES, STAGES
from reen.content.tree import home_page
from reen.models import HomePage


class Command(BaseCommand):
    """Says which groups there are and which steps a draft goes through."""

    help = (
        "Donne aux contributeurs, rédacteurs et validateurs leurs droits et leur circuit de relecture, tels que la "
        "table des rôles les dit. Peut être relancée sans risque."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            apply_roles(home_page())
        except HomePage.DoesNotExist as error:
            raise CommandError("Le site est vide\u00a0: lancez d’abord load_content.") from error
        groups = ", ".join(role.name for role in ROLES)
        steps = " → ".join(name for name, _roles in STAGES)
        self.stdout.write(f"Groupes\u00a0: {groups}.\nCircuit\u00a0: {steps}.")
