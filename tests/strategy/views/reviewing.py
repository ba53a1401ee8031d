"""A version lent for review, as its writer and those who review it reach it."""

from datetime import timedelta

from django.utils import timezone

from strategy.enums import Severity, VersionStatus
from strategy.models import Draft, Remark, Review, Version
from strategy.queries.reviews import whole_reviews
from strategy.services.drafting import add_objective
from strategy.services.freezing import freeze
from strategy.services.remarking import remark
from strategy.services.reviewing import Reviewer, ask_review


def number(draft: Draft, words: str = "Réduire") -> Version:
    """The next version of the draft, with one more objective."""
    now = timezone.now()
    add_objective(draft=draft, values={"statement": words}, by=None, at=now)
    return freeze(draft=draft, status=VersionStatus.NUMBERED, functions={}, seen=None, by=None, at=now)


def lend(version: Version, **other) -> tuple[Review, str]:
    """A review of the version and the secret of its link."""
    values = {
        "label": "Chambre imaginaire",
        "until": timezone.localdate() + timedelta(days=30),
        "message": "",
        "email": "",
        "follows": None,
        "by": None,
        "at": timezone.now(),
    }
    review, token = ask_review(version=version, **values | other)
    return whole_reviews().get(pk=review.pk), token


def remarked(review: Review, target, nonce: str = "1") -> Remark:
    """A remark on a place of the document."""
    return remark(
        review=review,
        target=target,
        severity=Severity.MAJOR,
        text="Précisez la cible.",
        nonce=nonce,
        reviewer=Reviewer(name="Camille Fictive"),
        at=timezone.now(),
    )
