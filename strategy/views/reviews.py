"""The reviews of a strategy as those who write it see them: asking for one, answering remarks, closing."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from reen.limits import hold_back
from strategy.access import DraftScreen
from strategy.document.reviewing import RemarkData
from strategy.enums import Reply
from strategy.errors import NotAllowedError, StaleError
from strategy.forms.review import AnswerForm, AskForm
from strategy.forms.typed import typed_in
from strategy.models import Remark, Review
from strategy.permissions import can_edit
from strategy.queries.people import inside
from strategy.queries.remarks import remark_seen
from strategy.queries.reviews import (
    edition_reviewed,
    judged,
    latest_verdicts,
    reviewed,
    reviews_of,
    sign_off_of,
    signed_off,
    status_words,
)
from strategy.queries.versions import versions_of
from strategy.services.remarking import answer
from strategy.services.reviewing import ask_review, close_review
from strategy.unsent import brought_back, set_aside, unsent
from strategy.views.delegations import NOT_SENT, WritersScreen
from strategy.views.links import private
from strategy.views.mailing import mailed
from strategy.views.room.compared import compared
from strategy.views.room.listed import listed

WENT_ON = "Le fil a continué entre-temps\u00a0: relisez-le, votre réponse est gardée ci-dessous."
SHUT = "Cette remarque ne vous est plus ouverte"
NOT_YOURS = "Votre compte ne permet pas, ou plus, d’y répondre."
ASK_OWNER = "Demandez à une personne propriétaire de la stratégie de vous en rendre l’accès, ou de répondre pour vous."


class ReviewsView(DraftScreen):
    """Every review of the strategy, the last asked for first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        context = {
            "draft": self.draft,
            "rows": [(review, status_words(review, now)) for review in reviews_of(self.draft.reference)],
            "can_edit": can_edit(self.role),
            "has_versions": self.draft.versions.exists(),
        }
        return render(request, "strategy/reviews.html", context)


class AskReviewView(WritersScreen):
    """Lends a version to whoever reviews it; the link is shown once, here."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        by = self.account()
        form = self.form(request)
        if not form.is_valid():
            return self.show(request, form, status=422)
        request.unsent = partial(typed_in, form)  # type: ignore[attr-defined]  # for the page of a refusal
        if refusal := hold_back(request, "delegate"):
            return refusal
        given = form.cleaned_data
        try:
            made, token = ask_review(
                version=next(one for one in self.versions if one.number == given["version"]),
                follows=next((one for one in self.followed if one.pk == given["follows"]), None),
                **{name: given[name] for name in ("label", "until", "message", "email")},
                by=by,
                at=timezone.now(),
            )
        except NotAllowedError as refused:
            form.add_error("follows", str(refused))
            return self.show(request, form, status=422)
        link = request.build_absolute_uri(reverse("strategy:link_room", args=[token]))
        context = {"draft": self.draft, "review": made, "link": link, "email": made.email}
        if made.email and not mailed("review", made.email, context | {"bodies": made.version.bodies}):
            messages.error(request, NOT_SENT)
            context["email"] = ""
        return private(render(request, "strategy/review_made.html", context))

    def form(self, request: HttpRequest) -> AskForm:
        """Of a version (`version`), or to go on with a former review (`suite`); remarks are never shared unasked."""
        self.versions = [
            version for version in versions_of(self.draft.reference) if version.draft_id == self.draft.pk
        ]
        if not self.versions:
            raise Http404
        self.followed = list(reviews_of(self.draft.reference))
        former = next((one for one in self.followed if str(one.pk) == request.GET.get("suite")), None)
        initial = {
            "version": request.GET.get("version", self.versions[0].number),
            "follows": former.pk if former else "",
            "label": former.label if former else "",
            "email": former.email if former else "",
        }
        typed = request.POST if request.method == "POST" else None
        return AskForm(typed, versions=self.versions, reviews=self.followed, initial=initial)

    def show(self, request: HttpRequest, form: AskForm, status: int = 200) -> HttpResponse:
        return render(request, "strategy/ask_review.html", {"draft": self.draft, "form": form}, status=status)


class OneReviewScreen(DraftScreen):
    """A screen about one review of the strategy; a review of another one is not found."""

    def review(self, pk: int) -> Review:
        review = get_object_or_404(reviews_of(self.draft.reference), pk=pk)
        if review.version.draft_id != self.draft.pk:
            raise Http404
        return review

    def remark(self, review: Review, pk: int) -> RemarkData:
        """Raises Http404 for a remark that this review does not show."""
        found = remark_seen(review, pk, inside)
        if found is None:
            raise Http404
        return found


class FollowedReviewView(OneReviewScreen):
    """What was said in a review; those who write close it here."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        review, now = self.review(pk), timezone.now()
        reading = reviewed(edition_reviewed(review))
        context = {
            "draft": self.draft,
            "review": review,
            "ended": signed_off(sign_off_of(review), inside),
            "judged": judged(reading.trace, latest_verdicts(review), inside),
            "status": status_words(review, now),
            "opens": review.opens(now),
            "can_edit": can_edit(self.role),
        }
        context |= listed(request, review, reading, inside)
        return render(request, "strategy/review.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        review = self.review(pk)
        try:
            close_review(review=review, by=self.account(), at=timezone.now())
        except NotAllowedError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(
                request, f"Le lien donné à {review.label} ne s’ouvre plus. Les remarques restent ici."
            )
        return redirect(self.address("followed_review", pk))


class AnswerView(OneReviewScreen):
    """A remark, what changed there since, its thread, and what those who write answer."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whoever may no longer answer gets back what they typed."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except (Http404, PermissionDenied) as refused:
            text = self.typed(request)
            if not text:
                raise
            status = 404 if isinstance(refused, Http404) else 403
            return unsent(request, text=text, status=status, what=SHUT, why=NOT_YOURS, whom=ASK_OWNER)

    def ask_to_sign_in(self, request: HttpRequest) -> HttpResponseBase:
        set_aside(request, self.typed(request))
        return super().ask_to_sign_in(request)

    def typed(self, request: HttpRequest) -> str:
        """What a person wrote in the form, as it was sent."""
        return typed_in(AnswerForm(request.POST, later=())) if request.method == "POST" else ""

    def may_look(self) -> bool:
        return can_edit(self.role)

    def get(self, request: HttpRequest, pk: int, remark: int) -> HttpResponse:
        review = self.review(pk)
        shown = self.remark(review, remark)
        return self.show(request, review, shown, self.form(shown))

    def post(self, request: HttpRequest, pk: int, remark: int) -> HttpResponse:
        by = self.account()
        review = self.review(pk)
        shown = self.remark(review, remark)
        form = self.form(shown, request)
        if not form.is_valid():
            return self.show(request, review, shown, form, status=422)
        given = form.cleaned_data | {"kind": Reply(form.cleaned_data["kind"])}
        try:
            about = Remark.objects.select_related("review__version").get(pk=remark)
            answer(remark=about, **given, by=by, at=timezone.now())
        except StaleError:
            form = self.form(shown, request, seen=len(shown.messages))
            form.add_error(None, WENT_ON)
            return self.show(request, review, shown, form, status=409)
        messages.success(request, "Votre réponse est enregistrée\u202f; elle se lit dans la revue.")
        return redirect(self.address("followed_review", pk))

    def form(
        self, remark: RemarkData, request: HttpRequest | None = None, seen: int | None = None
    ) -> AnswerForm:
        """The form, with what was sent; `seen` keeps what was typed over the thread as it is now."""
        numbers = sorted(self.draft.versions.values_list("number", flat=True))
        later = [(one, f"Version {one}") for one in numbers if one > remark.version]
        coming = numbers[-1] + 1
        typed = request.POST.copy() if request else None
        if typed is not None and seen is not None:
            typed["seen"] = str(seen)
        initial = {"seen": len(remark.messages), "corrected_in": later[-1][0] if later else coming}
        return AnswerForm(typed, later=[*later, (coming, f"Version {coming}, à numéroter")], initial=initial)

    def show(
        self, request: HttpRequest, review: Review, remark: RemarkData, form: AnswerForm, status: int = 200
    ) -> HttpResponse:
        last = self.draft.versions.order_by("-number").values_list("number", flat=True)[0]
        (shown,) = compared([remark], reference=self.draft.reference, number=last)
        context = {
            "draft": self.draft,
            "review": review,
            "remark": remark,
            "shown": shown,
            "last": last,
            "form": form,
            "typed": brought_back(request),
        }
        return render(request, "strategy/answer_remark.html", context, status=status)
