"""The daily message: what happened since the last one, once a day at most, to who did not decline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from reen.addresses import absolute
from reen.queries.site import site_settings
from reen.typography import plural
from strategy.models import NoticeReader
from strategy.queries.news import PROVIDERS, News, Provider

WEEK = timedelta(days=7)
"""What happened longer ago is no news: nobody is flooded when messages were not sent for a while."""
KEPT = timedelta(days=365)
"""How long it is remembered that an address was written to."""
MOST = 50
"""Lines in one message."""
SIGNER = Signer(salt="strategy.services.notices")


@dataclass(slots=True)
class Outcome:
    """Who was written to, with the number of news, and how many could not be reached."""

    sent: list[tuple[str, int]] = field(default_factory=list)
    failed: int = 0


def send_notices(
    *, at: datetime, dry_run: bool = False, providers: Sequence[Provider] = PROVIDERS
) -> Outcome:
    """Writes to each reader with news, once a day however often it is run; a dry run writes nothing at all."""
    outcome = Outcome()
    for email, news in sorted(gathered(providers, at).items()):
        reader = NoticeReader.objects.filter(email=email).first() or NoticeReader(email=email)
        fresh = [one for one in news if reader.told_until is None or one.at > reader.told_until]
        if not fresh or not reader.wanted or reader.sent_on == timezone.localdate(at):
            continue
        if not dry_run:
            former = (reader.told_until, reader.sent_on)
            if not take(reader, at):
                continue
            try:
                message_of(reader, fresh).send()
            except OSError:
                give_back(reader, *former)
                outcome.failed += 1
                continue
        outcome.sent.append((email, len(fresh)))
    return outcome


def gathered(providers: Iterable[Provider], at: datetime) -> dict[str, list[News]]:
    """The news of the week by address, each told once, by subject and in order."""
    found: dict[str, set[News]] = {}
    for provide in providers:
        for news in provide(at - WEEK, at):
            found.setdefault(news.email.lower(), set()).add(news)
    return {
        email: sorted(every, key=lambda one: (one.about, one.at, one.words)) for email, every in found.items()
    }


def take(reader: NoticeReader, at: datetime) -> bool:
    """Marks the message of the day as sent; False when it was, or was declined: two runs at once send one."""
    row, _ = NoticeReader.objects.get_or_create(email=reader.email)
    reader.pk, today = row.pk, timezone.localdate(at)
    still = NoticeReader.objects.filter(Q(sent_on=None) | Q(sent_on__lt=today), pk=row.pk, wanted=True)
    return bool(still.update(told_until=at, sent_on=today))


def give_back(reader: NoticeReader, told_until: datetime | None, sent_on: object) -> None:
    """The message did not leave: the next run tries again."""
    NoticeReader.objects.filter(pk=reader.pk).update(told_until=told_until, sent_on=sent_on)


def message_of(reader: NoticeReader, news: Sequence[News]) -> EmailMessage:
    """What is written, with the ways out that mail programs know (RFC 2369 and RFC 8058)."""
    way_out = absolute("strategy:unsubscribe", token_of(reader))
    name = site_settings().name
    context = {
        "groups": [(*subject, list(lines)) for subject, lines in groupby(news[:MOST], key=subject_of)],
        "left": len(news) - MOST,
        "unsubscribe": way_out,
        "name": name,
    }
    return EmailMessage(
        f"{name} - {plural(len(news), 'nouvelle')}",
        render_to_string("strategy/email/notices.txt", context),
        to=[reader.email],
        headers={
            "List-Unsubscribe": f"<{way_out}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def subject_of(news: News) -> tuple[str, str]:
    """What lines are grouped by."""
    return news.about, news.url


def token_of(reader: NoticeReader) -> str:
    """What lets somebody decline without an account; it opens nothing else."""
    return SIGNER.sign(str(reader.pk)).replace(":", ".")


def reader_of(token: str) -> NoticeReader | None:
    """The reader of that link; None for a link that is not ours, compared in constant time."""
    try:
        key = SIGNER.unsign(token.replace(".", ":"))
    except BadSignature:
        return None
    return NoticeReader.objects.filter(pk=key).first()


def wants_notices(email: str) -> bool:
    """Whether that address did not decline."""
    return not NoticeReader.objects.filter(email=email.lower(), wanted=False).exists()


def choose_notices(*, email: str, wanted: bool, at: datetime) -> None:
    """Asks for the daily message from now on, or declines it."""
    reader, _ = NoticeReader.objects.get_or_create(email=email.lower())
    if reader.wanted is not wanted:
        reader.wanted = wanted
        reader.told_until = at if wanted else reader.told_until
        reader.save(update_fields=["wanted", "told_until"])


def forget_readers(at: datetime) -> None:
    """Forgets the addresses not written to for a year; who declined is remembered, so as to be left alone."""
    NoticeReader.objects.filter(wanted=True, sent_on__lt=timezone.localdate(at - KEPT)).delete()
