"""The list of drafts a visitor may open, and the start of a new one."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from reen.queries.actions import action_sheets
from strategy.access import remember, visitor_of
from strategy.forms.picked import picked, picked_key
from strategy.models import Collectivity
from strategy.permissions import drafts_open_to, drafts_written_by
from strategy.services.drafting import start_draft

PAGE = 20


@require_GET
def drafts(request: HttpRequest) -> HttpResponse:
    """The drafts one may open, latest change first; `?action=ref` offers those one writes, to retain that action."""
    refs = picked(request.GET, "action")[:1]
    wanted = next(iter(action_sheets(refs=refs)), None) if refs else None
    rows = (drafts_written_by if wanted else drafts_open_to)(visitor_of(request))
    page = Paginator(rows.prefetch_related("bodies__collectivity"), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "wanted": wanted, "kept_days": settings.KEPT_WITHOUT_ACCOUNT_DAYS}
    return render(request, "strategy/drafts.html", context)


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Opens a draft for a body of the official list."""
    pk = picked_key(request.POST, "collectivity")
    collectivity = get_object_or_404(Collectivity, pk=pk, official=True, demonstration=False)
    draft = start_draft(collectivity=collectivity, by=visitor_of(request).user_id, at=timezone.now())
    remember(request, draft)
    return redirect("strategy:bodies", draft.reference)
