"""Taking a document up: a file dropped, a draft rebuilt, and what could not come along."""

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from reen.limits import limited
from strategy.access import DraftScreen, remember, visitor_of
from strategy.document.places import refusal_words
from strategy.errors import DocumentError
from strategy.forms.carried import TakeUpForm
from strategy.models import Draft
from strategy.queries.documents import as_taken
from strategy.queries.drafts import whole_drafts
from strategy.services.taking import take_up
from strategy.uploads import bounded, say_too_big, too_big


@bounded(lambda: settings.VERIFIED_FILE_BYTES)
@limited("start")
def taking(request: HttpRequest) -> HttpResponse:
    """The page where one drops a document; a draft equal to it opens."""
    if request.method != "POST":
        return show(request, TakeUpForm())
    form = TakeUpForm(request.POST, request.FILES)
    if too_big(request):
        say_too_big(form, f"Ce fichier dépasse {settings.VERIFIED_FILE_BYTES // 1_000_000}\u00a0Mo.")
        return show(request, form, status=413)
    if not form.is_valid():
        return show(request, form, status=422)
    try:
        document = form.cleaned_data["file"]
        draft = take_up(document=document, by=visitor_of(request).user_id, at=timezone.now())
    except DocumentError as refused:
        form.add_error(
            "file", f"Ce document ne peut pas devenir un brouillon\u00a0: {refusal_words(refused)}."
        )
        return show(request, form, status=422)
    remember(request, draft)
    messages.success(request, "Le document est repris\u00a0: voici son brouillon.")
    return redirect("strategy:taken", draft.reference)


def show(request: HttpRequest, form: TakeUpForm, status: int = 200) -> HttpResponse:
    """The page with its form."""
    context = {"form": form, "largest": settings.VERIFIED_FILE_BYTES // 1_000_000}
    return render(request, "strategy/taking.html", context, status=status)


class TakenView(DraftScreen):
    """Where a draft comes from, and what did not come along; a draft that was not taken up has no such page."""

    def drafts(self) -> QuerySet[Draft]:
        return whole_drafts()

    def get(self, request: HttpRequest) -> HttpResponse:
        taken = getattr(self.draft, "taken", None)
        if taken is None:
            raise Http404
        context = {"draft": self.draft, "taken": taken, "unchanged": as_taken(self.draft) is not None}
        return render(request, "strategy/taken.html", context)
