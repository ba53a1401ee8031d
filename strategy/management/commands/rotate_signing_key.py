"""`manage.py rotate_signing_key`: another key signs versions from now on."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from strategy.services.sealing import rotate_key


class Command(BaseCommand):
    """Tells the fingerprint of the new key."""

    help = (
        "Remplace la clé qui signe les versions. La clé publique d’avant continue de vérifier ce qu’elle a "
        "signé\u202f; sa moitié privée est détruite."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        key = rotate_key(timezone.now())
        self.stdout.write(f"La clé {key.fingerprint} signe désormais les versions.")
