"""What happened to versions, for each person it concerns: what the daily message is made of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from reen.addresses import absolute
from reen.typography import quoted
from strategy.enums import Act, Reply, VersionAct
from strategy.models import Event, Member, Message, Review, VersionEvent
from strategy.queries.people import inside, outside

TOLD = (Act.ANSWERED, Act.JOINED, Act.LEFT, Act.TOOK_OVER, Act.APPOINTED)
"""Of the log of a draft, what is worth a line; what concerns versions is in their own log."""
PUBLIC = (VersionAct.ISSUED, VersionAct.DECIDED)
"""Of the log of a version, what anybody may know who may verify it."""


@dataclass(frozen=True, slots=True)
class News:
    """One line for one address: about what, when, a sentence, and where to read more."""

    email: str
    about: str
    at: datetime
    words: str
    url: str


Provider = Callable[[datetime, datetime], Iterable[News]]
"""Tells what happened after the first moment, up to the second, to whom it may concern, never to who did it."""


def for_members(since: datetime, until: datetime) -> Iterator[News]:
    """To the members of a draft: all that happened to its versions, and who came, left or answered."""
    window = {"at__gt": since, "at__lte": until}
    versions = VersionEvent.objects.filter(**window, version__draft__isnull=False)
    versions = versions.select_related("version", "by")
    events = Event.objects.filter(**window, act__in=TOLD).select_related("draft", "by")
    found = [
        *((event.version.draft_id, event, event.version.reference, "versions") for event in versions),
        *((event.draft_id, event, event.draft.reference, "members") for event in events),
    ]
    members = members_of({draft for draft, *_ in found})
    for draft, event, reference, screen in found:
        about, words = f"Stratégie {reference}", f"{inside(event)} {event.words}"
        for member in members.get(draft, ()):
            if member.user_id != event.by_id:
                yield News(
                    member.user.email, about, event.at, words, absolute(f"strategy:{screen}", reference)
                )


def members_of(drafts: set[int | None]) -> dict[int | None, list[Member]]:
    """Those who may open each draft today, and sign in."""
    rows = Member.objects.filter(draft__in=drafts, user__is_active=True).exclude(user__email="")
    rows = rows.filter(Q(until=None) | Q(until__gte=timezone.localdate()))
    found: dict[int | None, list[Member]] = {}
    for member in rows.select_related("user"):
        found.setdefault(member.draft_id, []).append(member)
    return found


def for_reviewers(since: datetime, until: datetime) -> Iterator[News]:
    """To those who review: the answers to their remarks, later versions, and what became of those they read.

    Who gave an address with the link, or opened it while signed in; nothing of what others said in other reviews.
    """
    window = {"at__gt": since, "at__lte": until}
    answers = Message.objects.filter(**window, kind__in=[reply for reply in Reply if reply.is_answer])
    for message in answers.select_related("remark__review__version").order_by("at", "pk"):
        remark, review = message.remark, message.remark.review
        asked = f"La remarque {remark.number} ({quoted(remark.title)})"
        words = f"{asked} a une réponse\u00a0: {Reply(message.kind).label}."
        if review.opens(until):
            yield from tell_readers(review, message.at, words, {message.by_id})
    told = VersionEvent.objects.filter(**window, act__in=PUBLIC).select_related("version")
    for event in told.order_by("at", "pk"):
        version = event.version
        earlier = Review.objects.filter(
            version__reference=version.reference,
            version__number__lte=version.number,
            made_at__lt=event.at,
            revoked_at=None,
            expires_at__gt=until,
        )
        for review in earlier.select_related("version").prefetch_related("accounts"):
            yield from tell_readers(review, event.at, f"{outside(event)} {event.words}", {event.by_id})


def tell_readers(review: Review, at: datetime, words: str, but: set[int | None]) -> Iterator[News]:
    """One line to each address of a review."""
    accounts = [account for account in review.accounts.all() if account.is_active and account.email]
    emails = {account.email.lower() for account in accounts if account.pk not in but}
    if review.email:
        emails.add(review.email.lower())
    version = review.version
    about = f"{version.bodies}, version {version.number} ({version.reference})"
    for email in sorted(emails):
        yield News(email, about, at, words, absolute("strategy:verified_code", version.code))


PROVIDERS: tuple[Provider, ...] = (for_members, for_reviewers)
