"""How often a visitor may ask for what costs, or for what could be guessed; `settings.RATE_LIMITS` says how much."""

import hashlib
import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from allauth.account.adapter import get_adapter
from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

View = TypeVar("View", bound=Callable[..., Any])


def limited(action: str, *methods: str) -> Callable[[View], View]:
    """Counts the requests of those methods (POST unless told) and answers 429 beyond the limits of the action.

    HEAD, which tells as much as GET to whoever guesses, counts as GET.
    """
    counted = methods or ("POST",)

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            method = "GET" if request.method == "HEAD" else request.method
            refusal = hold_back(request, action) if method in counted else None
            return refusal or view(request, *args, **kwargs)

        return answer  # type: ignore[return-value]

    return decorate


def hold_back(request: HttpRequest, action: str, whose: str = "") -> HttpResponse | None:
    """Counts one more; the refusal to send if that is too many.

    `whose` is what to count by, for instance an address mail goes to; else the account signed in, else the network
    address that `ALLAUTH_TRUSTED_PROXY_COUNT` makes allauth believe.
    """
    whose = whose or visitor_key(request)
    waits = [wait(action, whose, times, seconds) for times, seconds in settings.RATE_LIMITS.get(action, ())]
    longest = max(waits, default=0)
    if not longest:
        return None
    request.retry_after = longest  # type: ignore[attr-defined]  # read by the page of the refusal
    refusal: HttpResponse = respond_429(request)
    return refusal


def visitor_key(request: HttpRequest) -> str:
    """Colleagues behind one network address are told apart once they have signed in."""
    if request.user.is_authenticated:
        return f"account {request.user.pk}"
    return f"address {get_adapter().get_client_ip(request)}"


def wait(action: str, whose: str, times: int, seconds: int) -> int:
    """Counts one more in the window of `seconds` that is running; the seconds left of it if that makes over `times`."""
    now = int(time.time())
    digest = hashlib.sha256(whose.encode()).hexdigest()
    key = f"limit:{action}:{seconds}:{now // seconds}:{digest}"
    cache.add(key, 0, seconds)
    try:
        used = cache.incr(key)
        cache.touch(key, seconds)  # some caches forget the duration at each change
    except ValueError:  # it expired in between: a new window began
        return 0
    return seconds - now % seconds if used > times else 0
