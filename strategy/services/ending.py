"""What goes: drafts deleted by their owner, accounts, and drafts nobody kept."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet

from strategy.enums import Act
from strategy.models import (
    Draft,
    Evidence,
    Export,
    Invitation,
    IssuerCode,
    Member,
    NoticeReader,
    ProgrammeFile,
)
from strategy.services.events import record
from strategy.services.evidence import discard_unkept
from strategy.services.issuing import LIFE as CODE_LIFE
from strategy.services.joining import discard
from strategy.services.notices import forget_readers
from strategy.services.preparing import discard_old


@transaction.atomic
def delete_draft(*, draft: Draft) -> None:
    """Deletes the draft with all that was written in it, its members, its links and its log."""
    delete_with_files(Draft.objects.filter(pk=draft.pk))


def delete_with_files(drafts: QuerySet[Draft]) -> None:
    """Deletes drafts; the files joined to them and made from them go with them."""
    gone = list(drafts.values_list("pk", flat=True))
    for model in (ProgrammeFile, Export):
        for row in model.objects.filter(draft__in=gone).exclude(file=""):
            discard(row.file)
    discard_unkept(list(Evidence.objects.filter(draft__in=gone)))
    Draft.objects.filter(pk__in=gone).delete()


def drafts_only_of(user_id: int) -> QuerySet[Draft]:
    """The drafts that would have no member left without that account."""
    mine, others = Member.objects.filter(user=user_id), Member.objects.exclude(user=user_id)
    return Draft.objects.filter(pk__in=mine.values("draft")).exclude(pk__in=others.values("draft"))


@transaction.atomic
def delete_account(*, user_id: int, at: datetime) -> None:
    """Deletes the account and the drafts that are its alone; those shared stay with their other members."""
    delete_with_files(drafts_only_of(user_id))
    for member in Member.objects.filter(user=user_id).select_related("draft"):
        record(draft=member.draft, act=Act.LEFT, words="a supprimé son compte.", by=user_id, at=at)
    user = get_user_model().objects.get(pk=user_id)
    NoticeReader.objects.filter(email__iexact=user.email).delete()
    user.delete()


def abandoned_drafts(*, at: datetime) -> QuerySet[Draft]:
    """Drafts without a member that nobody changed for `settings.KEPT_WITHOUT_ACCOUNT_DAYS`; never those of the demo."""
    before = at - timedelta(days=settings.KEPT_WITHOUT_ACCOUNT_DAYS)
    return Draft.objects.filter(members=None, demonstration=False, changed_at__lt=before)


@transaction.atomic
def purge(*, at: datetime) -> list[str]:
    """Deletes the abandoned drafts, old exports and the invitations that open nothing; the references of the drafts."""
    abandoned = abandoned_drafts(at=at)
    references = sorted(abandoned.values_list("reference", flat=True))
    delete_with_files(abandoned)
    discard_old(at)
    Invitation.objects.filter(expires_at__lt=at).delete()
    IssuerCode.objects.filter(sent_at__lt=at - CODE_LIFE).delete()
    forget_readers(at)
    return references
