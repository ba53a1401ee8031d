"""From a request to the visitor that permissions speak of."""

from django.http import HttpRequest

from strategy.models import Draft
from strategy.permissions import Visitor

SESSION_KEY = "drafts"


def visitor_of(request: HttpRequest) -> Visitor:
    """The account signed in and the drafts this browser session made."""
    user_id = request.user.pk if request.user.is_authenticated else None
    return Visitor(user_id=user_id, opened_here=frozenset(request.session.get(SESSION_KEY, ())))


def remember(request: HttpRequest, draft: Draft) -> None:
    """Opens the draft to this browser session."""
    request.session[SESSION_KEY] = sorted({*request.session.get(SESSION_KEY, ()), draft.reference})
