"""The same addresses for the script that saves while one types: what came of a save, as data instead of a page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.utils import timezone

JSON = "application/json"
BUTTONS = {"save", "continue"}


def in_background(request: HttpRequest) -> bool:
    """Whether a script asks for the change: it accepts JSON and nothing else."""
    return request.method == "POST" and request.headers.get("Accept") == JSON


def unseen(request: HttpRequest) -> bool:
    """Whether nobody pressed a button: the next page has nothing to say of such a save."""
    return in_background(request) and BUTTONS.isdisjoint(request.POST)


def accepted(response: HttpResponseRedirect, version: int | None) -> JsonResponse:
    """Saved: where a page would go, the words that say so, and the version the next save starts from, if known."""
    return JsonResponse({"next": response.url, "said": saved_now(), "version": version})


def refused(status: int, context: Mapping[str, Any]) -> JsonResponse:
    """Not saved: the lines of the error summary, pairs of the id of a field, or nothing, and a message."""
    errors = context.get("errors") or (context["form"].mistakes if status == 422 else [])
    return JsonResponse({"errors": errors}, status=status)


def saved_now() -> str:
    """« Enregistré à 14 h 02 »."""
    return f"Enregistré à {timezone.localtime():%H\u00a0h\u00a0%M}"
