"""Days in a report: those of the place where it is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from reen.typography import date_words
from strategy.document.reviewing import ReviewData


@dataclass(frozen=True, slots=True)
class Place:
    """Where days are counted."""

    zone: tzinfo

    def day(self, at: datetime) -> date:
        """The day it was there."""
        return at.astimezone(self.zone).date()

    def words(self, at: datetime) -> str:
        """« 12 mars 2026 »."""
        return date_words(self.day(at))


def last_said(review: ReviewData) -> datetime:
    """When the last thing was said in the review; when it was asked for, if nothing was."""
    return max(moments(review))


def moments(review: ReviewData) -> Iterator[datetime]:
    """Every moment that the review tells."""
    yield review.asked_at
    yield from (line.at for line in review.judged if line.at)
    for remark in review.remarks:
        yield remark.at
        yield from (message.at for message in remark.messages)
    if review.signed:
        yield review.signed.at
