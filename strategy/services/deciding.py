"""What became of a frozen version: presented or adopted, as those who write tell it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from strategy.enums import DecisionKind, VersionAct, VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Decision, Version
from strategy.services.events import tell


@transaction.atomic
def decide(
    *, version: Version, kind: DecisionKind, on: date, reference: str, by: int | None, at: datetime
) -> Decision:
    """Tells what was done with a frozen version. Raises NotAllowedError for a project, and for a day to come."""
    if VersionStatus(version.status) is not VersionStatus.FROZEN:
        raise NotAllowedError("Un projet ne se présente pas tel quel\u00a0: figez d’abord une version.")
    if on > timezone.localdate(at):
        raise NotAllowedError("Cette date n’est pas encore passée\u00a0: dites ce qui a eu lieu.")
    decision = Decision.objects.create(version=version, kind=kind, on=on, reference=reference, told_at=at)
    words = f"a déclaré ce qui a eu lieu sur la version {version.number}\u00a0: {decision.words}."
    tell(version=version, act=VersionAct.DECIDED, words=words, by=by, at=at)
    return decision
