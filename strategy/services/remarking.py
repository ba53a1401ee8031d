"""What is said in a review: verdicts on requirements, remarks, and the threads that follow them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q

from reen.typography import quoted
from strategy.document.reviewing import Target
from strategy.enums import Judgement, Reply, Severity, VersionAct
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Message, Remark, Review, Verdict
from strategy.queries.remarks import chain_of
from strategy.queries.reviews import latest_verdicts
from strategy.services.events import name_of, tell
from strategy.services.reviewing import Reviewer, held, signature

TITLE = 400


@dataclass(frozen=True, slots=True)
class Opined:
    """A verdict as it was typed; `seen` is the key of the one that was shown, 0 if there was none."""

    judgement: Judgement | None
    note: str
    seen: int


@transaction.atomic
def judge(
    *, review: Review, opinions: Mapping[str, Opined], reviewer: Reviewer, at: datetime
) -> dict[str, Verdict]:
    """Writes the verdicts that changed, by requirement, but those that somebody changed since: these are given back.

    Raises NotAllowedError once the review is closed or signed off.
    """
    held(review, at)
    latest, between = latest_verdicts(review), {}
    for requirement, opined in opinions.items():
        last = latest.get(requirement)
        wanted = (opined.judgement.value if opined.judgement else "", opined.note)
        if wanted == ((last.judgement, last.note) if last else ("", "")):
            continue
        if last is not None and last.pk != opined.seen:
            between[requirement] = last
            continue
        Verdict.objects.create(
            review=review,
            requirement=requirement,
            judgement=wanted[0],
            note=opined.note,
            at=at,
            by_id=reviewer.account,
            by_words=signature(reviewer, review),
        )
    return between


@transaction.atomic
def remark(
    *,
    review: Review,
    target: Target,
    severity: Severity,
    text: str,
    nonce: str,
    reviewer: Reviewer,
    at: datetime,
) -> Remark:
    """Adds a remark, once however often the form is sent. Raises NotAllowedError once the review is over."""
    again = Remark.objects.filter(review=review, nonce=nonce).first()
    if again is not None:
        return again
    held(review, at)
    chain = Remark.objects.filter(Q(review=review.begins) | Q(review__first=review.begins))
    signed = signature(reviewer, review)
    made, new = Remark.objects.get_or_create(
        review=review,
        nonce=nonce,
        defaults={
            "number": (chain.aggregate(last=Max("number"))["last"] or 0) + 1,
            "requirement": target.requirement,
            "anchor": target.anchor,
            "title": target.title[:TITLE],
            "severity": severity,
            "text": text,
            "at": at,
            "by_id": reviewer.account,
            "by_words": signed,
        },
    )
    if new:
        words = f"a fait la remarque {made.number} ({severity.label}) sur {quoted(made.title)}."
        act = VersionAct.REMARKED
        tell(version=review.version, act=act, words=words, by=reviewer.account, at=at, by_words=signed)
    return made


@transaction.atomic
def answer(
    *,
    remark: Remark,
    kind: Reply,
    text: str,
    corrected_in: int | None,
    seen: int,
    nonce: str,
    by: int | None,
    at: datetime,
) -> Message:
    """The collectivité's answer to a remark, even after the review is over: its report tells what was said before.

    Raises StaleError when the thread went on since `seen` messages, NotAllowedError for what the collectivité cannot
    say, or for a correction told of no later version.
    """
    if not kind.is_answer:
        raise NotAllowedError("Seules les personnes qui relisent acceptent ou maintiennent.")
    if (corrected_in is not None) is not (kind is Reply.CORRECTED):
        raise NotAllowedError("Dites dans quelle version c’est corrigé.")
    if corrected_in is not None and corrected_in <= remark.review.version.number:
        raise NotAllowedError("Une version ne change plus\u00a0: la correction est dans une suivante.")
    Review.objects.select_for_update().get(pk=remark.review.begins)
    again = Message.objects.filter(remark=remark, nonce=nonce).first()
    if again is not None:
        return again
    in_order(remark, seen)
    said = Message(remark=remark, kind=kind, text=text, corrected_in=corrected_in, nonce=nonce)
    return keep(said, by=by, by_words=name_of(by), at=at)


@transaction.atomic
def reply(
    *,
    remark: Remark,
    review: Review,
    kind: Reply,
    text: str,
    seen: int,
    nonce: str,
    reviewer: Reviewer,
    at: datetime,
) -> Message:
    """Accepting an answer or insisting, in `review` or in one that it follows up.

    Raises StaleError when the thread went on since `seen` messages, NotAllowedError once the review is over, and for a
    remark that is not seen there.
    """
    if kind.is_answer:
        raise NotAllowedError("Seule la collectivité répond.")
    if not chain_of(review).filter(pk=remark.review_id).exists():
        raise NotAllowedError("Cette remarque appartient à une autre revue.")
    again = Message.objects.filter(remark=remark, nonce=nonce).first()
    if again is not None:
        return again
    held(review, at)
    in_order(remark, seen)
    said = Message(remark=remark, review=review, kind=kind, text=text, nonce=nonce)
    return keep(said, by=reviewer.account, by_words=signature(reviewer, review), at=at)


def in_order(remark: Remark, seen: int) -> None:
    """Raises StaleError if the thread is longer than what was shown."""
    if Message.objects.filter(remark=remark).count() != seen:
        raise StaleError(remark)


def keep(said: Message, *, by: int | None, by_words: str, at: datetime) -> Message:
    """Writes a message of a thread, and a line in the log."""
    said.by_id, said.by_words, said.at = by, by_words, at
    said.save(force_insert=True)
    about = f"la remarque {said.remark.number} ({quoted(said.remark.title)})"
    where = f" dans la version {said.corrected_in}" if said.corrected_in else ""
    words = f"a donné suite à {about}\u00a0: {Reply(said.kind).label}{where}."
    version = said.review.version if said.review else said.remark.review.version
    tell(version=version, act=VersionAct.REPLIED, words=words, by=by, at=at, by_words=by_words)
    return said
