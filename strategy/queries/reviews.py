"""Reads of reviews: of a strategy, by link, of an account; what was said there, as plain data."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from allauth.account.models import EmailAddress
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from strategy.document.leaves import Reading, reading
from strategy.document.model import TraceRow
from strategy.document.reviewing import (
    EvidenceData,
    Judged,
    ReviewData,
    SignedOff,
)
from strategy.enums import Judgement, Opinion
from strategy.models import Edition, Review, SignOff, Verdict, VersionEvidence
from strategy.queries.people import Calls, inside, outside
from strategy.queries.remarks import remark_data, remarks_seen_in
from strategy.queries.versions import document_of

Latest = dict[str, Verdict]


def whole_reviews() -> QuerySet[Review]:
    """Reviews with their version, what was told of it, and how they ended."""
    return Review.objects.select_related("version__draft", "signed__by", "by").prefetch_related(
        "version__decisions"
    )


def reviews_of(reference: str) -> QuerySet[Review]:
    """Every review of a strategy, the last asked for first, with the number of its remarks."""
    every = whole_reviews().filter(version__reference=reference).annotate(said=Count("remarks"))
    return every.order_by("-made_at", "-pk")  # counting forgets the order of the model


def reviews_for(user_id: int) -> QuerySet[Review]:
    """The reviews whose link the account opened, or that were sent to an address it proved to be its own."""
    proved = EmailAddress.objects.filter(user=user_id, verified=True).values(address=Lower("email"))
    mine = Review.accounts.through.objects.filter(user_id=user_id).values("review_id")
    return whole_reviews().filter(Q(pk__in=mine) | ~Q(email="") & Q(email__in=proved))


def latest_verdicts(review: Review, until: datetime | None = None) -> Latest:
    """By requirement, the last verdict that somebody gave, or took back."""
    said = Verdict.objects.filter(review=review).select_related("by").order_by("pk")
    if until is not None:
        said = said.filter(at__lte=until)
    return {verdict.requirement: verdict for verdict in said}


def sign_off_of(review: Review) -> SignOff | None:
    """How the review ended, if it did."""
    return getattr(review, "signed", None)


def reviewed(edition: Edition) -> Reading:
    """The frozen document of an edition, decoded and cut in leaves once for all its readers."""
    return _decoded(edition.pk, edition.digest)


@lru_cache(maxsize=8)
def _decoded(pk: int, digest: str) -> Reading:
    return reading(document_of(Edition.objects.get(pk=pk, digest=digest)))


def readings_of(reference: str, numbers: Iterable[int]) -> dict[int, Reading]:
    """The documents of some versions of a strategy, by number; one query once they were read."""
    editions = Edition.objects.defer("text").select_related("version").filter(public=False)
    asked = editions.filter(version__reference=reference, version__number__in=set(numbers))
    return {edition.version.number: reviewed(edition) for edition in asked}


def edition_reviewed(review: Review) -> Edition:
    """The whole edition of the version, without its text."""
    return Edition.objects.defer("text").get(version=review.version_id, public=False)


def review_data(review: Review, calls: Calls = outside) -> ReviewData:
    """The review as it is told, in its report too; `review` is one of `whole_reviews`."""
    edition = edition_reviewed(review)
    signed = sign_off_of(review)
    until = signed.at if signed else None
    version = review.version
    return ReviewData(
        reference=version.reference,
        version=version.number,
        code=version.code,
        digest=edition.digest,
        bodies=version.bodies,
        demonstration=version.demonstration,
        label=review.label,
        asked_at=review.made_at,
        asked_by=calls(review),
        expires_at=review.expires_at,
        judged=judged(reviewed(edition).trace, latest_verdicts(review, until), calls),
        remarks=tuple(
            remark_data(remark, until, calls)
            for remark in remarks_seen_in(review)
            if until is None or remark.at <= until
        ),
        evidence=evidence_of(review),
        signed=signed_off(signed, calls),
    )


def judged(rows: tuple[TraceRow, ...], verdicts: Latest, calls: Calls = outside) -> tuple[Judged, ...]:
    """Each requirement of the document with what was said of it."""
    return tuple(_judged(row, verdicts.get(row.requirement), calls) for row in rows)


def _judged(row: TraceRow, verdict: Verdict | None, calls: Calls) -> Judged:
    line = Judged(row.requirement, row.title, row.basis, row.state, row.reason, row.anchor, since=row.since)
    if verdict is None or not verdict.judgement:
        return line
    return replace(
        line,
        judgement=Judgement(verdict.judgement),
        note=verdict.note,
        by_words=calls(verdict),
        at=verdict.at,
    )


def evidence_of(review: Review) -> tuple[EvidenceData, ...]:
    """The files that the version has, action by action."""
    return tuple(
        EvidenceData(row.pk, f"action-{row.action}", row.name, row.content_type, row.size, row.sha256)
        for row in VersionEvidence.objects.filter(version=review.version_id)
    )


def signed_off(signed: SignOff | None, calls: Calls = outside) -> SignedOff | None:
    """How it ended, as plain data."""
    if signed is None:
        return None
    account = ""
    if signed.by is not None:
        account = str(signed.by) if calls is inside else signed.by.get_full_name() or "de ce site"
    return SignedOff(
        Opinion(signed.opinion), signed.reservations, signed.name, signed.organisation, signed.at, account
    )


def status_words(review: Review, at: datetime) -> str:
    """« avis favorable », « fermée », « terme passé », « en cours »."""
    signed = sign_off_of(review)
    if signed is not None:
        return f"avis {Opinion(signed.opinion).label}"
    if review.revoked_at is not None:
        return "fermée"
    return "en cours" if review.opens(at) else "terme passé"
