"""The door of a review room: who comes in, under which name, and where the other screens are."""

from functools import cached_property, partial
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django.views.defaults import page_not_found

from reen.limits import hold_back
from strategy.document.leaves import Reading
from strategy.errors import NotAllowedError
from strategy.forms.typed import typed_in
from strategy.models import Review
from strategy.queries.reviews import (
    edition_reviewed,
    reviewed,
    reviews_for,
    sign_off_of,
    whole_reviews,
)
from strategy.services.reviewing import Reviewer, review_of
from strategy.unsent import brought_back, set_aside, unsent
from strategy.views.links import private
from strategy.views.room.ended import CONFLICT, ending

WHO = "reviewer"
CLOSED = "Cette revue"


class RoomScreen(View):
    """A screen of a review, for the bearer of its link (`token`) or for an account (`account_review`).

    A link that opens nothing answers 404, and guessing is slowed; so does a review that is not the account's. Whatever
    the answer, it is private.
    """

    review: Review
    link: tuple[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return private(self.answer(request, *args, **kwargs))
        except Http404 as missing:
            return private(page_not_found(request, missing))

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The screen, if the review opens; else what was typed is given back."""
        if "token" in kwargs:
            self.link = ("link", kwargs.pop("token"))
            found = review_of(self.link[1])
        else:
            self.link = ("account", kwargs.pop("account_review"))
            if not request.user.is_authenticated:
                return self.ask_to_sign_in(request)
            found = reviews_for(request.user.pk).filter(pk=self.link[1]).first()
        if found is None:
            closed = render(request, "strategy/link_closed.html", {"what": CLOSED}, status=404)
            return hold_back(request, "link") or closed
        self.review = found
        request.unsent = partial(self.typed, request)  # type: ignore[attr-defined]  # for the page of a refusal
        if refusal := hold_back(request, "answer", found.digest):
            return refusal
        if not found.opens(timezone.now()):
            return self.over(request)
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotAllowedError as refused:
            return self.over(request, str(refused))

    def ask_to_sign_in(self, request: HttpRequest) -> HttpResponse:
        """Leads back here; what was typed waits meanwhile."""
        if request.method == "POST" and (asked := whole_reviews().filter(pk=self.link[1]).first()):
            self.review = asked
            set_aside(request, self.typed(request))
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")

    def sent(self, request: HttpRequest) -> Form | None:
        """The form of the screen as it was sent, if the screen has one."""
        return None

    def typed(self, request: HttpRequest) -> str:
        """What a person wrote in it."""
        return typed_in(self.sent(request)) if request.method == "POST" else ""

    def over(self, request: HttpRequest, refused: str = "") -> HttpResponse:
        """The page of a review that is closed or signed: since when, whom to ask, and what was typed."""
        review = whole_reviews().get(pk=self.review.pk)
        ended = ending(review, timezone.now())
        way_out = (self.address("room"), "Lire la revue") if ended.status == CONFLICT else None
        words = {"what": ended.what, "why": ended.why or refused, "whom": ended.whom, "way_out": way_out}
        return unsent(request, text=self.typed(request), status=ended.status, **words)

    @property
    def reviewer(self) -> Reviewer:
        """Who speaks: the account signed in, and what this browser declared."""
        declared = self.request.session.get(WHO, {})
        account = self.request.user.pk if self.request.user.is_authenticated else None
        return Reviewer(account, declared.get("name", ""), declared.get("organisation", ""))

    def known(self) -> dict[str, str]:
        """The name and the organisation to begin with: those declared, else the name that the account tells."""
        reviewer, user = self.reviewer, self.request.user
        name = user.get_full_name() if user.is_authenticated and not reviewer.declared else reviewer.name
        return {"name": name, "organisation": reviewer.organisation}

    def declare(self, name: str, organisation: str) -> None:
        """Keeps the name for what this browser says next."""
        self.request.session[WHO] = {"name": name, "organisation": organisation}

    def act(self) -> dict[str, Any]:
        """Who speaks, when and in which review, as services ask for."""
        return {"review": self.review, "reviewer": self.reviewer, "at": timezone.now()}

    def address(self, name: str, *args: Any) -> str:
        """Another screen of the same review, by the same way in."""
        return reverse(f"strategy:{self.link[0]}_{name}", args=[self.link[1], *args])

    @cached_property
    def reading(self) -> Reading:
        """The document of the version."""
        return reviewed(edition_reviewed(self.review))

    def show(
        self, request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        base = {
            "room": self,
            "review": self.review,
            "version": self.review.version,
            "signed": sign_off_of(self.review),
            "linked": self.address("document"),
            "typed": brought_back(request),
        }
        return render(request, f"strategy/room/{template}.html", base | context, status=status)
