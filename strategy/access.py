"""From a request to the visitor that permissions speak of, and the door of a draft."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views import View

from strategy.enums import MemberRole
from strategy.models import Draft
from strategy.permissions import Visitor, can_edit, can_manage, can_view, role_of

SESSION_KEY = "drafts"


def visitor_of(request: HttpRequest) -> Visitor:
    """The account signed in and the drafts this browser session made, today."""
    return Visitor(
        user_id=request.user.pk if request.user.is_authenticated else None,
        opened_here=frozenset(request.session.get(SESSION_KEY, ())),
        today=timezone.localdate(),
    )


def remember(request: HttpRequest, draft: Draft) -> None:
    """Opens a draft made without an account to this browser session; one made with an account has its member."""
    if request.user.is_authenticated:
        return
    request.session[SESSION_KEY] = sorted({*request.session.get(SESSION_KEY, ()), draft.reference})


def forget(request: HttpRequest) -> None:
    """Closes to this session the drafts it made: from now on an account opens them."""
    request.session.pop(SESSION_KEY, None)


class DraftScreen(View):
    """A screen about one draft.

    A draft nobody opened to the visitor looks like one that does not exist: signed-out visitors are asked to sign in,
    others get a 404.
    """

    visitor: Visitor
    draft: Draft
    role: MemberRole

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.visitor = visitor_of(request)
        draft = self.drafts().filter(reference=kwargs.pop("reference")).first()
        role = role_of(self.visitor, draft) if draft else None
        if draft is None or role is None:
            if self.visitor.user_id is None:
                return self.ask_to_sign_in(request)
            raise Http404
        self.draft, self.role = draft, role
        if not (self.may_act() if request.method == "POST" else self.may_look()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def drafts(self) -> QuerySet[Draft]:
        """Drafts with what the screen needs of them."""
        return Draft.objects.all()

    def ask_to_sign_in(self, request: HttpRequest) -> HttpResponseBase:
        """For those who may be members but are signed out; leads back here."""
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")

    def may_look(self) -> bool:
        """Whether the visitor is shown the screen."""
        return can_view(self.role)

    def may_act(self) -> bool:
        """Whether what the visitor sends is taken."""
        return can_edit(self.role)

    def act(self) -> dict[str, Any]:
        """Who acts, when and on which draft, as services ask for."""
        return {"draft": self.draft, "by": self.visitor.user_id, "at": timezone.now()}

    def account(self) -> int:
        """The account signed in; a session that made a draft without one is refused what only members may do."""
        if self.visitor.user_id is None:
            raise PermissionDenied
        return self.visitor.user_id

    def address(self, name: str, *args: Any) -> str:
        return reverse(f"strategy:{name}", args=[self.draft.reference, *args])


class OwnerScreen(DraftScreen):
    """A screen that only the owners of a draft see."""

    def may_look(self) -> bool:
        return can_manage(self.role)

    def may_act(self) -> bool:
        return can_manage(self.role)
