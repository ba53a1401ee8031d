"""Leaving for the provider of professional identities, and coming back with a SIRET."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from strategy.access import OwnerScreen, visitor_of
from strategy.errors import StrategyError
from strategy.models import Collectivity, Draft
from strategy.permissions import can_manage, role_of
from strategy.services.issuing import attest_by_siret
from strategy.services.openid import Asked, Provider, address_to_ask, provider, siret_of
from strategy.views.issuing import bearers_of
from strategy.views.links import private

SESSION_KEY = "openid"
ANOTHER = "Cette réponse n’est pas celle que vous attendiez. Recommencez depuis cette page."


class LeaveForProviderView(OwnerScreen):
    """Sends the browser to the provider; a link rather than a form, which could not lead to another site."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.account()
        of = provider()
        body = next((body for body in bearers_of(self) if body.pk == pk), None)
        if of is None or body is None:
            raise Http404
        asked = Asked.now(self.draft.reference, body.pk, timezone.now())
        try:
            address = address_to_ask(of, asked, back(request))
        except StrategyError as failed:
            messages.error(request, str(failed))
            return redirect(self.address("issuer"))
        request.session[SESSION_KEY] = asked.kept
        return private(redirect(address))


@require_safe
def openid_return(request: HttpRequest) -> HttpResponse:
    """Verifies the collectivité if the provider says that who left works for it."""
    of, asked = provider(), Asked.read(request.session.pop(SESSION_KEY, None))
    if of is None or asked is None:
        raise Http404
    draft = get_object_or_404(Draft, reference=asked.reference)
    visitor = visitor_of(request)
    if visitor.user_id is None or not can_manage(role_of(visitor, draft)):
        raise Http404
    try:
        attestation = attest_by_siret(
            draft=draft,
            collectivity=get_object_or_404(Collectivity, pk=asked.collectivity),
            siret=found_siret(request, of, asked),
            provider=of.name,
            by=visitor.user_id,
            at=timezone.now(),
        )
    except StrategyError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, f"{attestation.collectivity} est vérifiée\u00a0: les versions le disent désormais."
        )
    return private(redirect("strategy:issuer", draft.reference))


def found_siret(request: HttpRequest, of: Provider, asked: Asked) -> str:
    """What the provider says. Raises StrategyError when the answer is not to what was asked."""
    now = timezone.now()
    state, code = request.GET.get("state", ""), request.GET.get("code", "")
    if asked.is_over(now) or not code or not constant_time_compare(state, asked.state):
        raise StrategyError(ANOTHER)
    return siret_of(of, asked, code, back(request), now)


def back(request: HttpRequest) -> str:
    """Where the provider sends the browser back; to be told to it beforehand."""
    return request.build_absolute_uri(reverse("strategy:openid_return"))
