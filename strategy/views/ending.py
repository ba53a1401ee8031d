"""Deleting a draft, deleting one's account: each confirmed by typing what goes."""

import logging

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from strategy.access import OwnerScreen
from strategy.forms.keep import TypedAgainForm
from strategy.services.ending import delete_account, delete_draft, drafts_only_of

logger = logging.getLogger(__name__)


class DeleteDraftView(OwnerScreen):
    """An owner, or the session that made a draft nobody kept, deletes it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(request, form, status=422)
        delete_draft(draft=self.draft)
        logger.warning("Draft %s was deleted by account %s", self.draft.reference, self.visitor.user_id)
        messages.success(request, f"La stratégie {self.draft.reference} est supprimée.")
        return redirect("strategy:drafts")

    def form(self, data: object = None) -> TypedAgainForm:
        return TypedAgainForm(data, expected=self.draft.reference, label="Référence de la stratégie")

    def show(self, request: HttpRequest, form: TypedAgainForm, status: int = 200) -> HttpResponse:
        others = self.draft.members.exclude(user=self.visitor.user_id).count()
        context = {"draft": self.draft, "form": form, "others": others}
        return render(request, "strategy/delete_draft.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def delete_own_account(request: HttpRequest) -> HttpResponse:
    """Deletes the account signed in, and the drafts that are its alone."""
    data = request.POST if request.method == "POST" else None
    form = TypedAgainForm(data, expected=request.user.email, label="Votre adresse électronique")  # type: ignore[union-attr]
    if form.is_valid():
        user_id: int = request.user.pk  # type: ignore[assignment]  # who signed in has one
        logout(request)
        delete_account(user_id=user_id, at=timezone.now())
        messages.success(request, "Votre compte est supprimé.")
        return redirect("/")
    context = {
        "form": form,
        "lost": drafts_only_of(request.user.pk or 0).prefetch_related("bodies__collectivity"),
    }
    return render(request, "strategy/delete_account.html", context, status=422 if form.errors else 200)
