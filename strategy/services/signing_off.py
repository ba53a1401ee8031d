"""How a review ends: an opinion, signed by whoever gives it, after which nothing is added."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q

from strategy.enums import Opinion, VersionAct
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Message, Remark, Review, SignOff, Verdict
from strategy.queries.remarks import chain_of
from strategy.queries.reviews import whole_reviews
from strategy.services.events import tell
from strategy.services.reporting import seal_report
from strategy.services.reviewing import Reviewer, held, signature


def said_so_far(review: Review) -> str:
    """Tells apart two moments of a review between which something was said there."""
    chain = chain_of(review)
    lasts = (
        Remark.objects.filter(review__in=chain).aggregate(last=Max("pk"))["last"],
        Message.objects.filter(Q(remark__review__in=chain)).aggregate(last=Max("pk"))["last"],
        Verdict.objects.filter(review=review).aggregate(last=Max("pk"))["last"],
    )
    return "-".join(str(last or 0) for last in lasts)


@transaction.atomic
def sign_off(
    *,
    review: Review,
    opinion: Opinion,
    reservations: str,
    seen: str,
    reviewer: Reviewer,
    at: datetime,
) -> SignOff:
    """Ends the review with an opinion, under the name that the reviewer declares.

    Raises StaleError when something was said since `seen`, NotAllowedError without a name, without reservations where
    the opinion has some, and once the review is over.
    """
    if not reviewer.name:
        raise NotAllowedError("Un avis se signe\u00a0: écrivez votre nom ou celui de votre service.")
    if opinion is not Opinion.FAVOURABLE and not reservations:
        raise NotAllowedError("Écrivez ce qui motive vos réserves ou votre avis défavorable.")
    held(review, at)
    if said_so_far(review) != seen:
        raise StaleError(review)
    signed = SignOff.objects.create(
        review=review,
        opinion=opinion,
        reservations=reservations,
        name=reviewer.name,
        organisation=reviewer.organisation,
        at=at,
        by_id=reviewer.account,
    )
    words = f"a rendu un avis {opinion.label} sur la version {review.version.number}."
    by_words = signature(reviewer, review)
    tell(
        version=review.version,
        act=VersionAct.SIGNED,
        words=words,
        by=reviewer.account,
        at=at,
        by_words=by_words,
    )
    seal_report(whole_reviews().get(pk=review.pk), at)
    return signed
