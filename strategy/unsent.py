"""Words that were sent and could not be kept: whoever typed them gets them back, with why and whom to ask."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

KEY = "unsent"
FORM = "unsent_form"
TOKEN = "csrfmiddlewaretoken"
LONGEST = 100_000
"""Characters kept while somebody signs in again."""


def unsent(request: HttpRequest, *, text: str, status: int, **words: Any) -> HttpResponse:
    """The page that says `what` is over, `why`, `whom` to ask, and shows the text; `way_out` is (address, name)."""
    return render(request, "strategy/unsent.html", {"typed": text, **words}, status=status)


def sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Each field of the form that was sent, with its value; its token is no field."""
    fields = request.POST.lists()
    return [(name, value) for name, values in fields if name != TOKEN for value in values]


def set_aside(request: HttpRequest, text: str) -> None:
    """Keeps words for the same page, in this browser, while its visitor signs in."""
    if text:
        request.session[KEY] = {"path": request.get_full_path(), "text": text[:LONGEST]}


def set_form_aside(request: HttpRequest) -> bool:
    """Keeps the whole form that was sent, for the same page, in this browser, while its visitor signs in.

    Says whether there was one, short enough to be kept.
    """
    fields = sent(request)
    if kept := 0 < sum(len(value) for _name, value in fields) <= LONGEST:
        request.session[FORM] = {"path": request.path, "sent": fields}
    return kept


def form_brought_back(request: HttpRequest) -> list[list[str]]:
    """The fields of the form set aside for this page, each with its value, once."""
    kept = request.session.get(FORM)
    if request.method != "GET" or not kept or kept["path"] != request.path:
        return []
    del request.session[FORM]
    return list(kept["sent"])


def brought_back(request: HttpRequest) -> str:
    """The words set aside for this page, once."""
    kept = request.session.get(KEY)
    if request.method != "GET" or not kept or kept["path"] != request.get_full_path():
        return ""
    del request.session[KEY]
    return str(kept["text"])
