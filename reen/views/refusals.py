"""Those who are turned away: who asked too often, who may not enter the admin."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import RedirectView

sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

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


def admin_sign_in(request: HttpRequest) -> HttpResponseBase:
    """The one way in for everybody: it counts failures and hands the drafts of the session over.

    Refused to an account that may not enter the admin, which would be sent to and fro for ever.
    """
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return sign_in(request)
