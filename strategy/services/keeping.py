"""Who a draft belongs to: claiming it, the roles of its members, leaving, taking over."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from reen.typography import date_words
from strategy.enums import Act, MemberRole
from strategy.errors import NotAllowedError
from strategy.models import Draft, Member
from strategy.permissions import owned, owners
from strategy.services.events import member_name, record
from strategy.services.saving import hold

LAST_OWNER = "Une stratégie a toujours une personne responsable\u00a0: désignez-en une autre d’abord."
NEVER_OWNS = "Un prestataire ne peut pas être responsable de la stratégie."


def role_words(role: MemberRole, until: date | None) -> str:
    """« rédaction », « prestataire, jusqu’au 31 mars 2027 »."""
    return f"{role.label}, jusqu’au {date_words(until)}" if until else role.label


@transaction.atomic
def claim_drafts(*, references: Iterable[str], by: int, at: datetime) -> list[Draft]:
    """Makes the account the owner of the drafts its browser session made; those that have members are left alone."""
    unclaimed = Draft.objects.select_for_update().filter(reference__in=list(references))
    claimed = []
    for draft in unclaimed:
        if Member.objects.filter(draft=draft).exists():
            continue
        Member.objects.create(draft=draft, user_id=by, role=MemberRole.OWNER)
        record(draft=draft, act=Act.CLAIMED, words="a gardé ce brouillon avec son adresse.", by=by, at=at)
        claimed.append(draft)
    return claimed


@transaction.atomic
def change_member(
    *, draft: Draft, member: Member, role: MemberRole, until: date | None, by: int | None, at: datetime
) -> None:
    """Gives a member another role, or another end. Raises NotAllowedError when nobody would own the draft, and when a
    consultant would own it.
    """
    hold(draft)
    former = MemberRole(member.role)
    if (former, member.until) == (role, until):
        return
    if former is MemberRole.CONSULTANT and role is MemberRole.OWNER:
        raise NotAllowedError(NEVER_OWNS)
    if former is MemberRole.OWNER:
        refuse_last_owner(draft, member)
    member.role, member.until = role, until
    member.save(update_fields=["role", "until"])
    words = f"a changé le rôle de {member.user}\u00a0: {role_words(role, until)}."
    record(draft=draft, act=Act.CHANGED, words=words, by=by, at=at)


@transaction.atomic
def remove_member(*, draft: Draft, member: Member, by: int | None, at: datetime) -> None:
    """Ends the access of a member; what they wrote stays. Raises NotAllowedError for the last owner."""
    hold(draft)
    if member.role == MemberRole.OWNER:
        refuse_last_owner(draft, member)
    member.delete()
    record(draft=draft, act=Act.REMOVED, words=f"a retiré l’accès de {member.user}.", by=by, at=at)


@transaction.atomic
def leave(*, draft: Draft, successor: Member | None, by: int, at: datetime) -> None:
    """Takes oneself out. The last owner names a successor among the writers, else NotAllowedError."""
    hold(draft)
    member = Member.objects.get(draft=draft, user=by)
    words = "a quitté la stratégie."
    if successor is not None:
        if successor.role != MemberRole.WRITER:
            raise NotAllowedError(NEVER_OWNS)
        become_owner(successor)
        words = f"a quitté la stratégie et désigné {successor.user} responsable."
    if member.role == MemberRole.OWNER:
        refuse_last_owner(draft, member)
    record(draft=draft, act=Act.LEFT, words=words, by=by, at=at)
    member.delete()


@transaction.atomic
def take_over(*, draft: Draft, by: int, at: datetime) -> None:
    """Makes a writer the owner of a draft that has none left. Raises NotAllowedError if somebody owns it."""
    hold(draft)
    member = Member.objects.filter(draft=draft, user=by, role=MemberRole.WRITER).first()
    if member is None or owned(draft):
        raise NotAllowedError("La stratégie a déjà une personne responsable.")
    become_owner(member)
    words = "a repris la responsabilité de la stratégie, qui n’avait plus personne."
    record(draft=draft, act=Act.TOOK_OVER, words=words, by=by, at=at)


@transaction.atomic
def name_owner(*, draft: Draft, user_id: int, reason: str, by: int, at: datetime) -> None:
    """An administrator's act, told in the log with its reason: that account becomes the owner, beside those there are.

    Raises NotAllowedError without a reason, and for a consultant.
    """
    if not reason.strip():
        raise NotAllowedError("Donnez la raison\u00a0: elle sera lue dans le journal de la stratégie.")
    hold(draft)
    member, _ = Member.objects.get_or_create(
        draft=draft, user_id=user_id, defaults={"role": MemberRole.WRITER}
    )
    if member.role == MemberRole.CONSULTANT:
        raise NotAllowedError(NEVER_OWNS)
    become_owner(member)
    words = f"a désigné {member.user} responsable. Raison\u00a0: {reason.strip()}"
    by_words = f"{member_name(by)} (administration du site)"
    record(draft=draft, act=Act.APPOINTED, words=words, by=by, at=at, by_words=by_words)


def become_owner(member: Member) -> None:
    """Only from a role that has no end."""
    member.role = MemberRole.OWNER
    member.save(update_fields=["role"])


def refuse_last_owner(draft: Draft, member: Member) -> None:
    """Raises NotAllowedError if nobody else who can sign in owns the draft."""
    if not owners(draft).exclude(pk=member.pk).exists():
        raise NotAllowedError(LAST_OWNER)
