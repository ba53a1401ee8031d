"""Lending a part of a draft by a secret link, and taking back, field by field, what a colleague proposes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reen.typography import date_words, quoted
from strategy.enums import Act, DelegatedPart
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Delegation, Draft
from strategy.models.versioned import Versioned
from strategy.queries.delegations import whole_delegations
from strategy.services.events import record
from strategy.services.saving import Line, hold, save_row
from strategy.services.tokens import digest_of, new_token

GRACE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one answer of a proposal, in words that stay."""

    label: str
    proposed: str
    taken: bool


@transaction.atomic
def delegate(
    *,
    draft: Draft,
    part: DelegatedPart,
    row: Versioned,
    title: str,
    lent: Mapping[str, Any],
    colleague: str,
    due: date,
    message: str,
    by: int | None,
    at: datetime,
) -> tuple[Delegation, str]:
    """Lends the row, with the answers `lent` and no other, until two weeks after the due date.

    Gives the secret of the link, which nobody can read again.
    """
    token, digest = new_token()
    delegation = Delegation.objects.create(
        draft=draft,
        part=part,
        row=row.pk,
        title=title,
        lent=dict(lent),
        colleague=colleague,
        message=message,
        due=due,
        digest=digest,
        expires_at=timezone.make_aware(datetime.combine(due + timedelta(days=1), time.min)) + GRACE,
        made_at=at,
        by_id=by,
    )
    words = f"a délégué {quoted(title)} à {colleague}, pour le {date_words(due)}."
    record(draft=draft, act=Act.DELEGATED, words=words, by=by, at=at)
    return delegation, token


def delegation_of(token: str, *, at: datetime) -> Delegation | None:
    """What that link opens, if it still does."""
    open_ones = whole_delegations().filter(expires_at__gt=at, revoked_at=None)
    return open_ones.filter(digest=digest_of(token)).first()


def keep_proposal(*, delegation: Delegation, proposed: Mapping[str, Any], version: int) -> None:
    """Writes what the colleague typed so far; the draft does not change.

    Raises StaleError when the same link saved in between, and NotAllowedError once the proposal is sent.
    """
    still = Delegation.objects.filter(pk=delegation.pk, version=version, sent_at=None, revoked_at=None)
    if not still.update(proposed=dict(proposed), version=F("version") + 1):
        current = Delegation.objects.get(pk=delegation.pk)
        if not current.is_open:
            raise NotAllowedError("Votre proposition est déjà envoyée\u00a0: elle ne change plus.")
        raise StaleError(current)


@transaction.atomic
def send_proposal(*, delegation: Delegation, at: datetime) -> None:
    """Hands the proposal over to those who write the draft. Raises NotAllowedError if it was already."""
    if not Delegation.objects.filter(pk=delegation.pk, sent_at=None, revoked_at=None).update(sent_at=at):
        raise NotAllowedError("Votre proposition est déjà envoyée.")
    words = f"a envoyé sa proposition pour {quoted(delegation.title)}."
    signed = f"{delegation.colleague} (lien de délégation)"
    record(draft=delegation.draft, act=Act.ANSWERED, words=words, by=None, at=at, by_words=signed)


@transaction.atomic
def settle(
    *,
    delegation: Delegation,
    row: Versioned | None,
    version: int,
    values: Mapping[str, Any],
    lines: Mapping[str, Sequence[Line]],
    outcome: Sequence[Outcome],
    answer: str,
    draft: Draft,
    by: int | None,
    at: datetime,
) -> None:
    """Writes in the draft the values and lines taken, leaves the others, and says so to the colleague and in the log.

    Raises StaleError when the row changed since it was compared, NotAllowedError when somebody decided in between.
    """
    hold(draft)
    waiting = Delegation.objects.filter(pk=delegation.pk, settled_at=None, revoked_at=None)
    decided = {"settled_at": at, "outcome": [asdict(each) for each in outcome], "answer": answer}
    if not waiting.exclude(sent_at=None).update(**decided):
        raise NotAllowedError("Cette proposition a déjà reçu une réponse.")
    if values or lines:
        if row is None:
            raise StaleError(None)
        save_row(row=row, values=values, lines=lines, version=version, draft=draft, by=by, at=at)
    told = [("Repris", True), ("Laissé", False)]
    parts = [f"{word}\u00a0: {names}." for word, taken in told if (names := labels_of(outcome, taken))]
    about = f"sur la proposition faite par {delegation.colleague} pour {quoted(delegation.title)}"
    words = f"a décidé {about}. {' '.join(parts) or 'Elle n’y changeait rien.'}"
    record(draft=draft, act=Act.SETTLED, words=words, by=by, at=at)


def labels_of(outcome: Sequence[Outcome], taken: bool) -> str:
    """The answers that were taken, or those that were not, in a line."""
    return ", ".join(f"«\u202f{each.label}\u202f»" for each in outcome if each.taken is taken)


@transaction.atomic
def revoke(*, delegation: Delegation, draft: Draft, by: int | None, at: datetime) -> None:
    """Closes the link; what was proposed stays readable to those who write. Raises NotAllowedError once decided."""
    if not Delegation.objects.filter(pk=delegation.pk, settled_at=None, revoked_at=None).update(
        revoked_at=at
    ):
        raise NotAllowedError("Cette délégation est déjà terminée.")
    words = f"a fermé la délégation de {quoted(delegation.title)} à {delegation.colleague}."
    record(draft=draft, act=Act.REVOKED, words=words, by=by, at=at)
