"""« Ma collectivité est-elle concernée ? » : search, answer, and a way in for bodies in no list."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from reen.enums import Kind
from strategy.access import remember, visitor_of
from strategy.forms.body import TypedBodyForm
from strategy.models import Collectivity
from strategy.queries.collectivities import search_collectivities
from strategy.queries.obligations import obligation_of
from strategy.services.drafting import start_draft, type_in_collectivity


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """The search box, and what it found."""
    text = request.GET.get("q", "").strip()
    found = search_collectivities(text) if text else None
    return render(request, "strategy/search.html", {"text": text, "found": found})


@require_GET
def obligation(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """The answer of the law for one body of the official list."""
    if kind not in {member.value for member in Kind} or not code.isalnum():
        raise Http404
    collectivity = get_object_or_404(Collectivity, kind=kind, code=code, official=True, demonstration=False)
    answer = obligation_of(collectivity, on=timezone.localdate())
    return render(request, "strategy/obligation.html", {"collectivity": collectivity, "obligation": answer})


@require_http_methods(["GET", "POST"])
def typed_body(request: HttpRequest) -> HttpResponse:
    """A body in no list starts its strategy from what it types."""
    form = TypedBodyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        collectivity = type_in_collectivity(
            name=form.cleaned_data["name"],
            kind=Kind(form.cleaned_data["kind"]),
            population=form.cleaned_data["population"],
        )
        visitor = visitor_of(request)
        draft = start_draft(collectivity=collectivity, by=visitor.user_id, at=timezone.now())
        remember(request, draft)
        return redirect("strategy:bodies", draft.reference)
    return render(request, "strategy/typed_body.html", {"form": form}, status=422 if form.is_bound else 200)
