"""`manage.py name_owner`: an administrator gives a draft an owner, and the log of the draft says so."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from strategy.errors import NotAllowedError
from strategy.models import Draft
from strategy.services.keeping import name_owner

PERMISSION = "strategy.change_member"


class Command(BaseCommand):
    """For a draft whose owner left: the collectivité asks the host of the site."""

    help = "Désigne le responsable d’une stratégie\u202f; l’acte et sa raison entrent dans le journal."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", help="référence de la stratégie, par exemple SNR-7K3QW2FA")
        parser.add_argument("email", help="adresse du compte qui devient responsable")
        parser.add_argument("--by", required=True, help=f"adresse du compte qui agit (droit {PERMISSION})")
        parser.add_argument("--reason", required=True, help="raison, lue par les membres")

    def handle(self, *args: Any, **options: Any) -> None:
        draft = Draft.objects.filter(reference=options["reference"]).first()
        if draft is None:
            raise CommandError(f"Aucune stratégie n’a la référence {options['reference']}.")
        administrator = account(options["by"])
        if not administrator.has_perm(PERMISSION):
            raise CommandError(f"Le compte {administrator.email} n’a pas le droit {PERMISSION}.")
        owner = account(options["email"])
        try:
            name_owner(
                draft=draft,
                user_id=owner.pk,
                reason=options["reason"],
                by=administrator.pk,
                at=timezone.now(),
            )
        except NotAllowedError as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{owner.email} est responsable de {draft.reference}.")


def account(email: str) -> Any:
    """The active account of that address. Raises CommandError if there is none."""
    found = get_user_model().objects.filter(email__iexact=email, is_active=True).first()
    if found is None:
        raise CommandError(f"Aucun compte actif n’a l’adresse {email}.")
    return found
