"""The list of drafts a visitor may open, and the start of a new one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from reen.queries.actions import action_sheets
from strategy.access import remember, visitor_of
from strategy.models import Collectivity
from strategy.permissions import drafts_open_to
from strategy.services.drafting import start_draft

PAGE = 20


@require_GET
def drafts(request: HttpRequest) -> HttpResponse:
    """The drafts one may open, latest change first; `?action=ref` offers to retain that action in one of them."""
    rows = drafts_open_to(visitor_of(request)).prefetch_related("bodies__collectivity", "members")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    wanted = action_sheets(refs=[request.GET["action"]]) if request.GET.get("action") else []
    return render(request, "strategy/drafts.html", {"page": page, "wanted": wanted[0] if wanted else None})


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Opens a draft for a body of the official list."""
    pk = request.POST.get("collectivity", "")
    collectivity = get_object_or_404(
        Collectivity, pk=pk if pk.isdecimal() and len(pk) < 12 else None, official=True, demonstration=False
    )
    draft = start_draft(collectivity=collectivity, by=visitor_of(request).user_id, at=timezone.now())
    remember(request, draft)
    return redirect("strategy:bodies", draft.reference)
