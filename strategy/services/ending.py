"""What goes: drafts deleted by their owner, accounts, and drafts nobody kept."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet

from strategy.enums import Act
from strategy.models import Draft, Invitation, Member
from strategy.services.events import record


@transaction.atomic
def delete_draft(*, draft: Draft) -> None:
    """Deletes the draft with all that was written in it, its members, its links and its log."""
    draft.delete()


def drafts_only_of(user_id: int) -> QuerySet[Draft]:
    """The drafts that would have no member left without that account."""
    mine, others = Member.objects.filter(user=user_id), Member.objects.exclude(user=user_id)
    return Draft.objects.filter(pk__in=mine.values("draft")).exclude(pk__in=others.values("draft"))


@transaction.atomic
def delete_account(*, user_id: int, at: datetime) -> None:
    """Deletes the account and the drafts that are its alone; those shared stay with their other members."""
    drafts_only_of(user_id).delete()
    for member in Member.objects.filter(user=user_id).select_related("draft"):
        record(draft=member.draft, act=Act.LEFT, words="a supprimé son compte.", by=user_id, at=at)
    get_user_model().objects.get(pk=user_id).delete()


def abandoned_drafts(*, at: datetime) -> QuerySet[Draft]:
    """Drafts without a member that nobody changed for `settings.KEPT_WITHOUT_ACCOUNT_DAYS`; never those of the demo."""
    before = at - timedelta(days=settings.KEPT_WITHOUT_ACCOUNT_DAYS)
    return Draft.objects.filter(members=None, demonstration=False, changed_at__lt=before)


@transaction.atomic
def purge(*, at: datetime) -> list[str]:
    """Deletes the abandoned drafts, and the invitations that no longer open anything; the references of the drafts."""
    abandoned = abandoned_drafts(at=at)
    references = sorted(abandoned.values_list("reference", flat=True))
    Draft.objects.filter(reference__in=references).delete()
    Invitation.objects.filter(expires_at__lt=at).delete()
    return references
