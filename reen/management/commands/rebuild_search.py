"""`manage.py rebuild_search`: makes the index of the site again from what is published."""

from typing import Any

from django.core.management.base import BaseCommand

from reen.search.upkeep import rebuild


class Command(BaseCommand):
    """Needed after rows were written without publishing, or when the way words are read has changed."""

    help = "Refait l’index de recherche, du plan du site et des fils, depuis ce qui est publié."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} pages et fiches dans l’index.")
