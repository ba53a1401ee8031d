"""Asking for the daily message, or declining it: from the account, or by the link of a message, without account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from strategy.services.notices import choose_notices, reader_of, wants_notices
from strategy.views.links import private


@login_required
@require_http_methods(["GET", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """What the account wants, for its main address."""
    email = request.user.email  # type: ignore[union-attr]  # somebody is signed in
    if request.method == "POST":
        wanted = request.POST.get("wanted") == "oui"
        choose_notices(email=email, wanted=wanted, at=timezone.now())
        told = "vous recevrez" if wanted else "vous ne recevrez plus"
        messages.success(request, f"C’est noté\u00a0: {told} le message du jour.")
        return redirect("strategy:notices")
    context = {"email": email, "wanted": wants_notices(email), "token": ""}
    return render(request, "strategy/notices.html", context)


@csrf_exempt  # the link is the right to decline: mail programs post to it by themselves (RFC 8058)
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing, since mail filters open links; its button does."""
    reader = reader_of(token)
    if reader is None:
        return private(render(request, "strategy/link_closed.html", {"what": "Cette page"}, status=404))
    done = request.method == "POST"
    if done:
        wanted = request.POST.get("wanted") == "oui"
        choose_notices(email=reader.email, wanted=wanted, at=timezone.now())
    context = {"email": reader.email, "wanted": wants_notices(reader.email), "token": token, "done": done}
    return private(render(request, "strategy/notices.html", context))
