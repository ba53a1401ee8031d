"""The door of a review room: who comes in, under which name, and where the other screens are."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django.views.defaults import page_not_found

from reen.limits import hold_back
from strategy.document.leaves import Reading
from strategy.document.reviewing import RemarkData
from strategy.models import Review
from strategy.queries.reviews import (
    edition_reviewed,
    open_reviews,
    remarks_now,
    reviewed,
    reviews_for,
    sign_off_of,
)
from strategy.services.reviewing import Reviewer, review_of
from strategy.views.links import private

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
        """The screen, if the review opens."""
        now = timezone.now()
        if "token" in kwargs:
            self.link = ("link", kwargs.pop("token"))
            found = review_of(self.link[1], at=now)
        else:
            self.link = ("account", kwargs.pop("account_review"))
            if not request.user.is_authenticated:
                return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")
            mine = reviews_for(request.user.pk).values("pk")
            found = open_reviews(now).filter(pk=self.link[1], pk__in=mine).first()
        if found is None:
            closed = render(request, "strategy/link_closed.html", {"what": CLOSED}, status=404)
            return hold_back(request, "link") or closed
        self.review = found
        return hold_back(request, "answer", found.digest) or super().dispatch(request, *args, **kwargs)

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

    @cached_property
    def remarks(self) -> list[RemarkData]:
        """The remarks seen here, each with its thread."""
        return remarks_now(self.review)

    def show(
        self, request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        base = {
            "room": self,
            "review": self.review,
            "version": self.review.version,
            "signed": sign_off_of(self.review),
            "linked": self.address("document"),
        }
        return render(request, f"strategy/room/{template}.html", base | context, status=status)
