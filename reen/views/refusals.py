"""The page of those who asked too often."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

USUAL_WAIT = 5 * 60  # the longest window of allauth's own limits, in seconds


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429, with the time from which one may try again; `request.retry_after`, where set, is how long in seconds.

    `request.unsent`, where set, gives the words that were typed and would be lost.
    """
    wait: int = getattr(request, "retry_after", USUAL_WAIT)
    again_at = timezone.localtime() + timedelta(seconds=wait + 59)  # the minute shown is never too early
    typed: str = getattr(request, "unsent", str)()
    response = render(request, "429.html", {"again_at": again_at, "typed": typed}, status=429)
    response["Retry-After"] = str(wait)
    return response
