"""Who may open and change what; every view asks here and nowhere else."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from strategy.enums import MemberRole
from strategy.models import Draft, Member


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the account signed in, if any, and the references of the drafts this browser session made."""

    user_id: int | None
    opened_here: frozenset[str]


def role_of(visitor: Visitor, draft: Draft) -> MemberRole | None:
    """What the visitor is to the draft: the session that made it writes; a member does as its role says."""
    if draft.reference in visitor.opened_here:
        return MemberRole.WRITER
    if visitor.user_id is None:
        return None
    role = Member.objects.filter(draft=draft, user_id=visitor.user_id).values_list("role", flat=True).first()
    return MemberRole(role) if role else None


def can_view(role: MemberRole | None) -> bool:
    """Read the draft and export it."""
    return role is not None


def can_edit(role: MemberRole | None) -> bool:
    """Change the draft."""
    return role is MemberRole.WRITER


def drafts_open_to(visitor: Visitor) -> QuerySet[Draft]:
    """The drafts the visitor `can_view`, latest change first."""
    return _drafts(visitor, list(MemberRole))


def drafts_written_by(visitor: Visitor) -> QuerySet[Draft]:
    """The drafts the visitor `can_edit`, latest change first."""
    return _drafts(visitor, [MemberRole.WRITER])


def _drafts(visitor: Visitor, roles: list[MemberRole]) -> QuerySet[Draft]:
    theirs = Q(reference__in=visitor.opened_here)
    if visitor.user_id is not None:
        members = Member.objects.filter(user_id=visitor.user_id, role__in=roles)
        theirs |= Q(pk__in=members.values("draft"))
    return Draft.objects.filter(theirs)
