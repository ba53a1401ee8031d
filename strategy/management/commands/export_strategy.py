"""`manage.py export_strategy REFERENCE --output FILE`: a document of a draft, or `REFERENCE@v1` as it was frozen."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from strategy.document.kinds import KINDS
from strategy.errors import StrategyError
from strategy.management.files import write_bytes
from strategy.queries.documents import as_taken, document_data
from strategy.queries.drafts import whole_drafts
from strategy.queries.versions import edition_of, version_named
from strategy.renderers.registry import RENDERERS
from strategy.services.exporting import export_draft
from strategy.services.freezing import file_of


class Command(BaseCommand):
    """Writes one file, or says why not."""

    help = "Écrit le document d’un brouillon, ou d’une de ses versions, dans un fichier."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "reference",
            help="référence du brouillon (SNR-7K3QW2FA) ou d’une version (SNR-7K3QW2FA@v1)",
        )
        parser.add_argument("--format", choices=list(RENDERERS), default="pdf", dest="identifier")
        parser.add_argument(
            "--document", choices=list(KINDS), default="document", help="lequel des documents du brouillon"
        )
        parser.add_argument("--public", action="store_true", help="l’édition publique d’une version")
        parser.add_argument("--output", required=True, help="fichier à écrire")

    def handle(self, *args: Any, **options: Any) -> None:
        content = self.version(options) if "@" in options["reference"] else self.draft(options)
        write_bytes(options["output"], content)
        self.stderr.write(f"{options['output']}\u00a0: {len(content)} octets.")

    def version(self, options: dict[str, Any]) -> bytes:
        """The bytes of a version, as they were made once."""
        name, kind = options["reference"].strip(), options["document"]
        version = version_named(name)
        if version is None:
            raise CommandError(
                f"Aucune version ne s’appelle «\u202f{name}\u202f». Exemple\u00a0: SNR-7K3QW2FA@v1."
            )
        if kind != "document":
            raise CommandError(f"Une version ne garde que la stratégie entière, pas «\u202f{kind}\u202f».")
        return file_of(edition_of(version, public=options["public"]), options["identifier"])[2]

    def draft(self, options: dict[str, Any]) -> bytes:
        """A document of a draft, as it is now."""
        if options["public"]:
            raise CommandError(
                "Seule une version a une édition publique\u00a0: donnez par exemple SNR-7K3QW2FA@v1."
            )
        draft = whole_drafts().filter(reference__iexact=options["reference"].strip()).first()
        if draft is None:
            raise CommandError(
                f"Aucun brouillon n’a la référence «\u202f{options['reference']}\u202f». Elle est écrite en haut de "
                "chaque étape et sur la couverture du document."
            )
        try:
            exported = export_draft(
                data=document_data(draft),
                identifier=options["identifier"],
                document=options["document"],
                taken=as_taken(draft),
            )
        except StrategyError as refusal:
            raise CommandError(str(refusal)) from refusal
        return exported.content
