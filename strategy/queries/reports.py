"""Reads of sealed reports: of a review, by code, by fingerprint."""

from django.db.models import QuerySet

from strategy.document.codes import tidied
from strategy.models import Report, ReportFile, Review


def report_of(review: Review) -> Report | None:
    """The report that the review ended with."""
    return Report.objects.filter(review=review).first()


def report_with_code(typed: str) -> Report | None:
    """The report that carries the code, typed without care for case, spaces and hyphens."""
    return reports().filter(code=tidied(typed)).first()


def report_with_digest(sha256: str) -> Report | None:
    """The report whose JSON, or one of whose files, has this SHA-256 (lower-case hexadecimal)."""
    file = ReportFile.objects.filter(sha256=sha256).values("report")
    return reports().filter(digest=sha256).first() or reports().filter(pk__in=file).first()


def reports() -> QuerySet[Report]:
    """Reports with what they are about, without their documents."""
    return Report.objects.select_related("review__version", "review__signed").defer("text")
