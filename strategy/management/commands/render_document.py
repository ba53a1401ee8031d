"""`manage.py render_document`: a serialised document to a file, or what is wrong in it and where."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from strategy.document.serialize import from_json
from strategy.errors import DocumentError
from strategy.management.files import read_text, write_bytes
from strategy.renderers.registry import RENDERERS


class Command(BaseCommand):
    """Reads DOCUMENT.json and writes it in the format asked for; a file is written whole or not at all."""

    help = "Écrit un document sérialisé (JSON) dans le format demandé."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("document", help="le document, en JSON («\u202f-\u202f»\u00a0: entrée standard)")
        parser.add_argument("--format", choices=sorted(RENDERERS), default="pdf")
        parser.add_argument(
            "--output", required=True, help="le fichier à écrire («\u202f-\u202f»\u00a0: sortie standard)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        text = read_text(options["document"])
        try:
            data = RENDERERS[options["format"]].render(from_json(text))
        except DocumentError as error:
            raise CommandError(f"{options['document']}\u00a0: {error}") from error
        write_bytes(options["output"], data)
