"""« Faire vérifier la collectivité »: a code sent to its own address, or a professional identity."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from reen.limits import hold_back
from strategy.access import DraftScreen, OwnerScreen
from strategy.enums import BodyRole
from strategy.errors import NotAllowedError
from strategy.forms.issuing import IssuerCodeForm
from strategy.models import Collectivity, IssuerCode, OfficialAddress
from strategy.queries.issuers import BodyStanding, attestations, masked, standing
from strategy.services.issuing import LIFE, ask_code, is_over, type_code
from strategy.services.openid import provider
from strategy.views.mailing import mailed

NOT_SENT = "Le message n’a pas pu partir\u00a0: réessayez dans quelques minutes."


@dataclass(frozen=True, slots=True)
class Line:
    """One collectivité: what is known of it, where a code may go, whether one is on its way."""

    collectivity: Collectivity
    standing: BodyStanding
    address: str
    awaited: bool
    form: IssuerCodeForm


def bearers_of(screen: DraftScreen) -> list[Collectivity]:
    """The collectivités that bear the draft, in the order they were named."""
    bodies = screen.draft.bodies.filter(role=BodyRole.BEARER).select_related("collectivity")
    return [body.collectivity for body in bodies]


class IssuerView(OwnerScreen):
    """What is known of each collectivité that bears the strategy, and the ways to have it verified."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        by = self.account()
        asked = request.POST.get("collectivity", "")
        bodies = {str(body.pk): body for body in bearers_of(self)}
        if asked not in bodies:
            messages.error(request, "Cette collectivité ne porte plus la stratégie. Rechargez la page.")
            return redirect(self.address("issuer"))
        act = self.type if "type" in request.POST else self.ask
        return act(request, bodies[asked], by)

    def ask(self, request: HttpRequest, body: Collectivity, by: int) -> HttpResponse:
        """A code to the collectivité; who asks is told where, not the whole address."""
        refusal = hold_back(request, "issuer_ask") or hold_back(
            request, "issuer_asked", f"collectivity {body.pk}"
        )
        if refusal:
            return refusal
        try:
            address, code = ask_code(collectivity=body, **self.act() | {"by": by})
        except NotAllowedError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("issuer"))
        if mailed("issuer", address.email, self.letter(request, body, code)):
            messages.success(request, f"Un code est parti vers {masked(address.email)}.")
        else:
            messages.error(request, NOT_SENT)
        return redirect(self.address("issuer"))

    def letter(self, request: HttpRequest, body: Collectivity, code: str) -> dict[str, object]:
        """What the message says: who asks, for what, and what a code does."""
        asker = ""
        if request.user.is_authenticated:
            name, email = request.user.get_full_name(), request.user.email
            asker = f"{name} ({email})" if name else email
        return {"asker": asker, "body": body, "draft": self.draft, "code": code, "days": LIFE.days}

    def type(self, request: HttpRequest, body: Collectivity, by: int) -> HttpResponse:
        """The collectivité is verified, or its form says why not."""
        if refusal := hold_back(request, "type_code"):
            return refusal
        form = IssuerCodeForm(request.POST, auto_id=f"id_{body.pk}_%s")
        if form.is_valid():
            try:
                type_code(collectivity=body, typed=form.cleaned_data["code"], **self.act() | {"by": by})
            except NotAllowedError as refused:
                form.add_error("code", str(refused))
            else:
                messages.success(request, f"{body} est vérifiée\u00a0: les versions le disent désormais.")
                return redirect(self.address("issuer"))
        return self.show(request, {body.pk: form}, status=422)

    def show(
        self, request: HttpRequest, typed: dict[int, IssuerCodeForm] | None = None, status: int = 200
    ) -> HttpResponse:
        lines = self.lines(typed or {})
        context = {
            "draft": self.draft,
            "lines": lines,
            "errors": [
                (line.form["code"].id_for_label, str(line.form.errors["code"][0]))
                for line in lines
                if line.form.errors
            ],
            "verified": all(line.standing.verified for line in lines),
            "kept_here_only": self.visitor.user_id is None,
            "provider": provider(),
        }
        return render(request, "strategy/issuer.html", context, status=status)

    def lines(self, typed: dict[int, IssuerCodeForm]) -> list[Line]:
        """A constant number of queries, whatever the number of collectivités."""
        bodies, now = bearers_of(self), timezone.now()
        addresses = dict(
            OfficialAddress.objects.filter(collectivity__in=bodies).values_list("collectivity", "email")
        )
        sent = IssuerCode.objects.filter(draft=self.draft)
        awaited = {code.collectivity_id for code in sent if not is_over(code, now)}
        held = attestations([self.draft.reference])
        return [
            Line(
                body,
                standing(body, held.get((self.draft.reference, body.pk))),
                masked(addresses[body.pk]) if body.pk in addresses else "",
                body.pk in awaited or body.pk in typed,
                typed.get(body.pk) or IssuerCodeForm(auto_id=f"id_{body.pk}_%s"),
            )
            for body in bodies
        ]
