"""Signing in or up with a code sent by e-mail: the same way for both tells nobody which addresses have accounts."""

from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url, perform_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from reen.limits import hold_back
from strategy.access import visitor_of
from strategy.forms.keep import AddressForm, CodeForm
from strategy.permissions import drafts_open_to
from strategy.services.codes import LIFE, SentCode
from strategy.services.naming import tell_name
from strategy.services.signing import proven_account
from strategy.views.mailing import mailed

SESSION_KEY = "code"
NOT_SENT = "Le message n’a pas pu partir. Réessayez dans quelques minutes."
OVER = "Ce code ne sert plus\u00a0: il est trop ancien, ou il y a eu trop d’essais. Demandez-en un autre."


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Asks for an address and sends a code there, whether or not it has an account."""
    onward = get_next_redirect_url(request) or ""
    if request.user.is_authenticated:
        return redirect(onward or "strategy:drafts")
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        email = form.cleaned_data["email"]
        if refusal := hold_back(request, "code", f"address {email}"):
            return refusal
        if send_code(request, email):
            return redirect(leading("type_code", onward))
        form.add_error(None, NOT_SENT)
    kept_here = drafts_open_to(visitor_of(request)).prefetch_related("bodies__collectivity")
    context = {"form": form, "next": onward, "kept_here": kept_here}
    return render(request, "strategy/keep.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def type_code(request: HttpRequest) -> HttpResponse:
    """Signs in whoever types the code, with an account made for the occasion if there was none."""
    onward = get_next_redirect_url(request) or ""
    sent = SentCode.read(request.session.get(SESSION_KEY))
    if sent is None:
        return redirect(leading("code", onward))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if sent.is_over(timezone.now()):
        return begin_again(request, onward)
    if form.is_valid():
        if sent.is_right(form.cleaned_data["code"]):
            return sign_in(request, sent.email, onward, form.told)
        sent = sent.mistyped()
        request.session[SESSION_KEY] = sent.kept
        if sent.is_over(timezone.now()):
            return begin_again(request, onward)
        form.add_error("code", "Ce n’est pas le code envoyé. Vérifiez-le dans le dernier message reçu.")
    context = {"form": form, "next": onward, "email": sent.email, "minutes": LIFE.seconds // 60}
    return render(request, "strategy/type_code.html", context, status=422 if form.errors else 200)


def leading(name: str, onward: str) -> str:
    """The address of a screen that leads there once one is signed in."""
    return f"{reverse(f'strategy:{name}')}?{urlencode({'next': onward})}"


def send_code(request: HttpRequest, email: str) -> bool:
    """Sends a new code, which replaces the one this browser waited for; False when the mail could not leave."""
    code = get_adapter().generate_login_code()
    if not mailed("code", email, {"code": code, "minutes": LIFE.seconds // 60}):
        return False
    request.session[SESSION_KEY] = SentCode.of(code, email=email, at=timezone.now()).kept
    return True


def begin_again(request: HttpRequest, onward: str) -> HttpResponse:
    """The code is of no use any more: a new one must be asked for."""
    del request.session[SESSION_KEY]
    messages.error(request, OVER)
    return redirect(leading("code", onward))


def sign_in(request: HttpRequest, email: str, onward: str, told: dict[str, str]) -> HttpResponse:
    """Keeps the name that was told, then hands over to allauth, which may ask for more before it opens the session."""
    del request.session[SESSION_KEY]
    user, disarmed = proven_account(email=email)
    if any(told.values()):
        tell_name(user_id=user.pk, **told)
    if disarmed:
        messages.warning(
            request,
            "Votre adresse n’avait jamais été vérifiée\u00a0: le mot de passe choisi alors ne sert plus, par "
            "précaution. Vous pouvez en choisir un autre depuis «\u202fMon compte\u202f».",
        )
    response: HttpResponse = perform_login(request, user, redirect_url=onward or None, email=email)
    return response
