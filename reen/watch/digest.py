"""The monthly digest: what is to be mended, by e-mail, once to each editor who wants it and never for nothing."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.backends import ModelBackend
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string

from reen.addresses import absolute
from reen.models import DigestReader, User
from reen.queries.site import site_settings
from reen.typography import MONTHS, NO_BREAK, number
from reen.watch.desk import may_tend, subjects


@dataclass(frozen=True, slots=True)
class Line:
    """One subject of the desk that holds something."""

    heading: str
    count: str
    url: str


def lines() -> list[Line]:
    """The subjects that hold something, in the order of the desk."""
    counted = ((subject, subject.rows().count()) for subject in subjects())
    return [
        Line(subject.heading, number(count), absolute("watch:subject", subject.slug))
        for subject, count in counted
        if count
    ]


def send(today: date) -> tuple[int, int]:
    """Sends the digest of this month to those who have not had it; how many it reached, and how many it could not."""
    found = lines()
    if not found:
        return 0, 0
    month = today.replace(day=1)
    subject, body = _message(found, month)
    sent = failed = 0
    for reader in readers():
        if not _take(reader, month):
            continue
        try:
            EmailMessage(subject, body, to=[reader.email]).send()
            sent += 1
        except OSError:
            DigestReader.objects.filter(user=reader).update(last_month=None)
            failed += 1
    return sent, failed


def readers() -> list[User]:
    """The active accounts the desk is open to, with an address, that did not decline."""
    may_change = ModelBackend().with_perm("reen.change_action")
    declined = DigestReader.objects.filter(wanted=False).values("user")
    asked = may_change.exclude(email="").exclude(pk__in=declined).order_by("pk")
    return [user for user in asked if may_tend(user)]


def wants_digest(user: User) -> bool:
    """Whether the account did not decline."""
    return not DigestReader.objects.filter(user=user, wanted=False).exists()


def _take(reader: User, month: date) -> bool:
    """Marks the digest of the month as sent to that reader; False when it was: two runs at once send one."""
    row, _ = DigestReader.objects.get_or_create(user=reader)
    still = DigestReader.objects.filter(Q(last_month=None) | Q(last_month__lt=month), pk=row.pk)
    return bool(still.update(last_month=month))


def _message(found: list[Line], month: date) -> tuple[str, str]:
    """The subject and the words, which are the same for everybody."""
    name = f"{MONTHS[month.month - 1]}{NO_BREAK}{month.year}"
    context = {"lines": found, "desk": absolute("watch:desk")}
    return f"{site_settings().name} – veille de {name}", render_to_string("reen/email/digest.txt", context)
