"""The link of an invitation: says what it opens, then lets in the person it was sent to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from reen.limits import hold_back
from strategy.errors import NotAllowedError
from strategy.models import Invitation
from strategy.services.inviting import invitation_of, join, owners_of
from strategy.views.claim import NOT_SENT, send_code
from strategy.views.links import private


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Signed out, a code goes to the address invited; signed in with that address, one joins."""
    now = timezone.now()
    found = invitation_of(token, at=now)
    if found is None:
        return private(render(request, "strategy/link_closed.html", {"what": "Cette invitation"}, status=404))
    if request.method == "POST" and request.user.is_authenticated:
        try:
            join(invitation=found, by=request.user.pk, at=now)
        except NotAllowedError as refused:
            messages.error(request, str(refused))
            return private(redirect(request.path))
        messages.success(request, "Bienvenue\u202f! Cette stratégie est maintenant parmi les vôtres.")
        return private(redirect("strategy:draft", found.draft.reference))
    if request.method == "POST":
        return private(send(request, found))
    context = {
        "invitation": found,
        "bodies": [body.collectivity for body in found.draft.bodies.select_related("collectivity")],
        "is_theirs": request.user.pk in owners_of(found.email),
    }
    return private(render(request, "strategy/invitation.html", context))


def send(request: HttpRequest, found: Invitation) -> HttpResponse:
    """A code to the address invited, then back here."""
    if refusal := hold_back(request, "code", f"address {found.email}"):
        return refusal
    if not send_code(request, found.email):
        messages.error(request, NOT_SENT)
        return redirect(request.path)
    return redirect(f"{reverse('strategy:type_code')}?next={request.path}")
