"""Reads of remarks: those that a review shows, where they stand, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When, Window
from django.db.models.functions import RowNumber

from strategy.document.reviewing import MessageData, RemarkData
from strategy.enums import RemarkState, Reply, Severity
from strategy.models import Message, Remark, Review
from strategy.queries.people import Calls, outside

ANSWERS = [kind for kind in Reply if kind.is_answer]
STANDING = {
    RemarkState.OPEN: Q(last=None),
    RemarkState.ANSWERED: Q(last__in=ANSWERS),
    RemarkState.ACCEPTED: Q(last=Reply.ACCEPTED),
    RemarkState.INSISTED: Q(last=Reply.INSISTED),
}
"""By state, what the last message of a thread is; `state_of` says the same of a thread that was read."""
PENDING = Q(last=None) | ~Q(last=Reply.ACCEPTED)
THERE = 5
"""Remarks shown where they were made; the list has the others."""


@dataclass(frozen=True, slots=True)
class There:
    """The first remarks made at one place, and how many there are."""

    remarks: tuple[RemarkData, ...] = ()
    count: int = 0

    @property
    def left(self) -> int:
        """How many only the list shows."""
        return self.count - len(self.remarks)


def chain_of(review: Review) -> QuerySet[Review]:
    """The review and those it follows up, on the same version or earlier ones."""
    chain = Review.objects.filter(Q(pk=review.begins) | Q(first=review.begins))
    return chain.filter(pk__lte=review.pk, version__number__lte=review.version.number)


def remarks_seen_in(review: Review) -> QuerySet[Remark]:
    """The remarks of the review, then those of the reviews it follows up, each with its thread."""
    threads = Prefetch("messages", Message.objects.select_related("review__version", "by").order_by("pk"))
    remarks = Remark.objects.filter(review__in=chain_of(review)).select_related("review__version", "by")
    return remarks.prefetch_related(threads).order_by("-review", "number")


def standing(review: Review) -> QuerySet[Remark]:
    """The same remarks, `last` being what the last message of each thread does."""
    messages = Message.objects.filter(remark=OuterRef("pk")).order_by("-pk")
    return remarks_seen_in(review).annotate(last=Subquery(messages.values("kind")[:1]))


def remark_seen(review: Review, key: int, calls: Calls = outside) -> RemarkData | None:
    """One of them, with all that was said since."""
    found = remarks_seen_in(review).filter(pk=key).first()
    return remark_data(found, calls=calls) if found is not None else None


def remarks_at(review: Review, anchors: Iterable[str]) -> dict[str, There]:
    """By anchor of a section, the remarks made there: those that are not lifted first, in their order."""
    lifted = Case(When(last=Reply.ACCEPTED, then=1), default=0)
    order = [lifted.asc(), F("number").asc()]
    ranked = (
        standing(review)
        .filter(anchor__in=set(anchors))
        .annotate(
            place=Window(RowNumber(), F("anchor"), order),
            there=Window(Count("pk"), F("anchor")),
        )
    )
    found: dict[str, There] = {}
    for remark in ranked.filter(place__lte=THERE).order_by("place"):
        told = found.get(remark.anchor, There())
        found[remark.anchor] = There((*told.remarks, remark_data(remark)), remark.there)
    return found


def remark_data(remark: Remark, until: datetime | None = None, calls: Calls = outside) -> RemarkData:
    """A remark of `remarks_seen_in` with its thread, as it was at that moment."""
    return RemarkData(
        key=remark.pk,
        version=remark.review.version.number,
        number=remark.number,
        requirement=remark.requirement,
        anchor=remark.anchor,
        title=remark.title,
        severity=Severity(remark.severity),
        text=remark.text,
        by_words=calls(remark),
        at=remark.at,
        messages=tuple(
            MessageData(
                kind=Reply(message.kind),
                text=message.text,
                by_words=calls(message),
                at=message.at,
                corrected_in=message.corrected_in,
                version=message.review.version.number if message.review else None,
            )
            for message in remark.messages.all()
            if until is None or message.at <= until
        ),
    )
