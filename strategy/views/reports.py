"""The report of a review, from the room and from the strategy; what is computed of the document, in the room."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.limits import hold_back
from strategy.attachments import attachment
from strategy.document.checking.check import Check, Subject
from strategy.document.checking.indicators import ASPECTS
from strategy.document.checks import checks, to_look_at
from strategy.document.themes import OPTIONAL, themes_used
from strategy.document.tracing import standings
from strategy.errors import NotAllowedError
from strategy.models import Review
from strategy.queries.reviews import edition_reviewed, whole_reviews
from strategy.services.freezing import pages_of
from strategy.services.reporting import report_file
from strategy.services.sealing import KeyMissingError
from strategy.views.reviews import OneReviewScreen
from strategy.views.room.door import RoomScreen


class ReviewReportView(OneReviewScreen):
    """The report for those who write the strategy: a project until the review is signed off."""

    def get(self, request: HttpRequest, pk: int, identifier: str) -> HttpResponse:
        review = self.review(pk)
        try:
            return report_response(review, identifier)
        except KeyMissingError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("followed_review", pk))


class RoomReportView(RoomScreen):
    """The report for those who review, made anew until it is sealed: counted, as exports are."""

    def get(self, request: HttpRequest, identifier: str) -> HttpResponse:
        try:
            return hold_back(request, "export") or report_response(self.review, identifier)
        except KeyMissingError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("sign_off"))


def report_response(review: Review, identifier: str) -> HttpResponse:
    """The file. Raises Http404 for a format that is not made, KeyMissingError for a bundle that cannot be signed."""
    try:
        name, content_type, content = report_file(whole_reviews().get(pk=review.pk), identifier)
    except NotAllowedError as refused:
        raise Http404(str(refused)) from refused
    return attachment(content, name=name, content_type=content_type)


class ChecksView(RoomScreen):
    """What is computed: each requirement with its page, the optional themes, the checks."""

    def get(self, request: HttpRequest) -> HttpResponse:
        document = self.reading.document
        found = checks(document)
        context = {
            "standings": standings(document, pages_of(edition_reviewed(self.review))),
            "optional": OPTIONAL,
            "themes": themes_used(document.record.choices) if document.record else (),
            "checks": [check for check in found if check.subject is not Subject.INDICATORS],
            "indicators": by_indicator(found),
            "aspects": ASPECTS,
            "to_look_at": to_look_at(found),
        }
        return self.show(request, "checks", context)


def by_indicator(found: tuple[Check, ...]) -> list[tuple[Check, list[Check]]]:
    """The checks of each indicator, one an aspect, after the first of them, which names it."""
    lines: dict[str | None, list[Check]] = {}
    for check in found:
        if check.subject is Subject.INDICATORS:
            lines.setdefault(check.anchor, []).append(check)
    return [(checks[0], checks) for checks in lines.values()]
