"""A large town of the official list, the stranger who claims it, and what an editor knows of it."""

from datetime import date

from strategy.enums import VersionStatus
from strategy.models import Collectivity, Draft, OfficialAddress, Version
from strategy.services.freezing import freeze
from tests.strategy.factories import LATER, AccountFactory, CollectivityFactory, DraftFactory

TOWN_HALL = "mairie@ville-exemple.invalid"
SIREN = "219900017"  # no body has it
SIRET = f"{SIREN}00019"


def town(**values) -> Collectivity:
    """A commune as the official list would hold it."""
    usual = {"official": True, "siren": SIREN, "code": "99001", "population_total": 90_000}
    return CollectivityFactory(**usual | values)


def address_of(collectivity: Collectivity, email: str = TOWN_HALL) -> OfficialAddress:
    return OfficialAddress.objects.create(
        collectivity=collectivity,
        email=email,
        source_url="https://ville-exemple.invalid/contact",
        read_on=date(2026, 9, 1),
    )


def claimed(collectivity: Collectivity | None = None) -> tuple[Draft, int]:
    """A draft about that town, and the account that opened it."""
    account = AccountFactory()
    return DraftFactory(by=account.pk, collectivity=collectivity or town()), account.pk


def frozen(draft: Draft, **values) -> Version:
    usual = {"status": VersionStatus.FROZEN, "functions": {}, "seen": None, "by": None, "at": LATER}
    return freeze(draft=draft, **usual | values)
