"""Invitations to a draft: a link by e-mail, that serves once, for the address it was sent to."""

from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction

from strategy.enums import Act, MemberRole
from strategy.errors import NotAllowedError
from strategy.models import Draft, Invitation, Member
from strategy.services.events import record
from strategy.services.keeping import role_words
from strategy.services.saving import hold
from strategy.services.tokens import digest_of, new_token

LIFE = timedelta(days=14)


@transaction.atomic
def invite(
    *, draft: Draft, email: str, role: MemberRole, until: date | None, by: int, at: datetime
) -> tuple[Invitation, str]:
    """An invitation and the secret of its link, which nobody can read again; it replaces a former one to that address.

    Raises NotAllowedError for the role of owner, which is given to members only, and for an address that is a member's.
    """
    if role is MemberRole.OWNER:
        raise NotAllowedError("Invitez d’abord cette personne à rédiger, puis nommez-la responsable.")
    hold(draft)
    if Member.objects.filter(draft=draft, user__in=owners_of(email)).exists():
        raise NotAllowedError(f"{email} fait déjà partie des membres.")
    token, digest = new_token()
    values = {"role": role.value, "until": until, "digest": digest, "sent_at": at, "expires_at": at + LIFE}
    invitation, _ = Invitation.objects.update_or_create(
        draft=draft, email=email, defaults=values | {"by_id": by}
    )
    words = f"a invité {email} ({role_words(role, until)})."
    record(draft=draft, act=Act.INVITED, words=words, by=by, at=at)
    return invitation, token


@transaction.atomic
def withdraw(*, draft: Draft, invitation: Invitation, by: int, at: datetime) -> None:
    """Closes the link before it served."""
    invitation.delete()
    words = f"a retiré l’invitation de {invitation.email}."
    record(draft=draft, act=Act.WITHDREW, words=words, by=by, at=at)


def invitation_of(token: str, *, at: datetime) -> Invitation | None:
    """The invitation that link opens, if it still does."""
    open_ones = Invitation.objects.select_related("draft", "by").filter(expires_at__gt=at)
    return open_ones.filter(digest=digest_of(token)).first()


@transaction.atomic
def join(*, invitation: Invitation, by: int, at: datetime) -> Member:
    """Makes the account a member, and the link useless. One who is a member already keeps its role.

    Raises NotAllowedError when the account has not proved that the address is its own, when the link served meanwhile.
    """
    draft = invitation.draft
    hold(draft)
    if by not in owners_of(invitation.email):
        raise NotAllowedError(f"Cette invitation est pour {invitation.email}.")
    if not Invitation.objects.filter(pk=invitation.pk, digest=invitation.digest).delete()[0]:
        raise NotAllowedError("Cette invitation a déjà servi.")
    role = MemberRole(invitation.role)
    member, arrived = Member.objects.get_or_create(
        draft=draft, user_id=by, defaults={"role": role.value, "until": invitation.until}
    )
    if arrived:
        words = f"a rejoint la stratégie ({role_words(role, invitation.until)})."
        record(draft=draft, act=Act.JOINED, words=words, by=by, at=at)
    return member


def owners_of(email: str) -> set[int]:
    """The accounts that proved this address to be theirs."""
    proved = EmailAddress.objects.filter(email__iexact=email, verified=True)
    return set(proved.values_list("user_id", flat=True))
