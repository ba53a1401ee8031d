"""`manage.py export_strategy REFERENCE --output FILE`: a document of a draft, `--document` and `--format` at will."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from strategy.document.kinds import KINDS
from strategy.errors import StrategyError
from strategy.management.files import write_bytes
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.queries.files import with_logos
from strategy.renderers.registry import RENDERERS
from strategy.services.exporting import export_draft


class Command(BaseCommand):
    """Writes one file, or says why not."""

    help = "Écrit le document d’un brouillon dans un fichier."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", help="référence du brouillon, par exemple SNR-7K3QW2FA")
        parser.add_argument("--format", choices=list(RENDERERS), default="pdf", dest="identifier")
        parser.add_argument(
            "--document", choices=list(KINDS), default="document", help="lequel des documents du brouillon"
        )
        parser.add_argument("--output", required=True, help="fichier à écrire")

    def handle(self, *args: Any, **options: Any) -> None:
        draft = whole_drafts().filter(reference__iexact=options["reference"].strip()).first()
        if draft is None:
            raise CommandError(
                f"Aucun brouillon n’a la référence «\u202f{options['reference']}\u202f». Elle est écrite en haut de "
                "chaque étape et sur la couverture du document."
            )
        try:
            data = with_logos(draft_data(draft), draft)
            exported = export_draft(data=data, identifier=options["identifier"], document=options["document"])
        except StrategyError as refusal:
            raise CommandError(str(refusal)) from refusal
        write_bytes(options["output"], exported.content)
        self.stderr.write(f"{options['output']}\u00a0: {len(exported.content)} octets.")
