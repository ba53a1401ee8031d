"""Who may open and change what; every view asks here and nowhere else."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from strategy.enums import MemberRole, VersionStatus
from strategy.models import Draft, Member

WRITERS = frozenset({MemberRole.OWNER, MemberRole.WRITER, MemberRole.CONSULTANT})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, and when: the account signed in, if any, the references of the drafts this browser session made."""

    user_id: int | None
    opened_here: frozenset[str]
    today: date


def role_of(visitor: Visitor, draft: Draft) -> MemberRole | None:
    """What the visitor is to the draft.

    As long as a draft has no member, it belongs to the session that made it. Then a member does as its role says, a
    consultant until the last day of its access, and the session counts no more.
    """
    if visitor.user_id is None and draft.reference not in visitor.opened_here:
        return None
    members = list(Member.objects.filter(draft=draft))
    if not members:
        return MemberRole.OWNER if draft.reference in visitor.opened_here else None
    member = next((one for one in members if one.user_id == visitor.user_id), None)
    if member is None or (member.until is not None and member.until < visitor.today):
        return None
    return MemberRole(member.role)


def can_view(role: MemberRole | None) -> bool:
    """Read the draft and export it."""
    return role is not None


def can_edit(role: MemberRole | None) -> bool:
    """Change the draft, and delegate parts of it."""
    return role in WRITERS


def can_manage(role: MemberRole | None) -> bool:
    """Let others in and out, and delete the draft."""
    return role is MemberRole.OWNER


def can_issue(role: MemberRole | None, status: VersionStatus) -> bool:
    """Number a version: those who write, a project; what is frozen, and what became of it, is for owners to say."""
    return can_edit(role) if status is VersionStatus.NUMBERED else can_manage(role)


def can_take_over(role: MemberRole | None, draft: Draft) -> bool:
    """Become the owner: a writer may, once no owner is left with an account that works."""
    return role is MemberRole.WRITER and not owned(draft)


def owned(draft: Draft) -> bool:
    """Whether an owner who can sign in is left."""
    return owners(draft).exists()


def owners(draft: Draft) -> QuerySet[Member]:
    """The owners of the draft who can sign in."""
    return Member.objects.filter(draft=draft, role=MemberRole.OWNER, user__is_active=True)


def drafts_open_to(visitor: Visitor) -> QuerySet[Draft]:
    """The drafts the visitor `can_view`, latest change first."""
    return _drafts(visitor, list(MemberRole))


def drafts_written_by(visitor: Visitor) -> QuerySet[Draft]:
    """The drafts the visitor `can_edit`, latest change first."""
    return _drafts(visitor, list(WRITERS))


def _drafts(visitor: Visitor, roles: list[MemberRole]) -> QuerySet[Draft]:
    kept = Exists(Member.objects.filter(draft=OuterRef("pk")))
    theirs = Q(~kept, reference__in=visitor.opened_here)
    if visitor.user_id is not None:
        members = Member.objects.filter(user_id=visitor.user_id, role__in=roles)
        members = members.filter(Q(until=None) | Q(until__gte=visitor.today))
        theirs |= Q(pk__in=members.values("draft"))
    return Draft.objects.filter(theirs)
