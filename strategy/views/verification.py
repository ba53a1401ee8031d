"""Whether a file is what this site issued, and of whom."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from strategy.document.codes import tidied
from strategy.queries.versions import versions


def verified_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the code printed on a file says."""
    version = versions().filter(code=tidied(code)).first()
    if version is None:
        raise Http404
    return render(request, "strategy/verification.html", {"version": version})
