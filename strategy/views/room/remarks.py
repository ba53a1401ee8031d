"""What is said in a review: verdicts, remarks and their threads, and the opinion that ends it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from strategy.document.reviewing import RemarkData, Target
from strategy.enums import Opinion, Reply, Severity
from strategy.errors import StaleError
from strategy.forms.review import ChecklistForm, RemarkForm, ReplyForm, SignOffForm
from strategy.models import Remark
from strategy.queries.remarks import PENDING, remark_data, remark_seen, standing
from strategy.queries.reviews import judged, latest_verdicts, sign_off_of, signed_off
from strategy.services.remarking import judge, remark, reply
from strategy.services.reviewing import Reviewer
from strategy.services.signing_off import said_so_far, sign_off
from strategy.views.room.compared import compared
from strategy.views.room.door import RoomScreen
from strategy.views.room.listed import listed

SHOWN = 30
"""Remarks named on the page of the opinion; the list has the others."""
WENT_ON = "Quelqu’un a écrit dans ce fil entre-temps\u00a0: relisez-le, votre texte est gardé ci-dessous."
SAID_SINCE = "Une remarque ou un avis a été ajouté entre-temps\u00a0: relisez, puis signez de nouveau."


class ChecklistView(RoomScreen):
    """The requirements of the document, each with what those who review think of it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(request, self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.sent(request)
        if not form.is_valid():
            return self.page(request, form, status=422)
        between = judge(opinions=form.opinions, **self.act())
        if between:
            form.show_again_over(between)
            return self.page(request, form, status=409)
        messages.success(request, "Vos avis sont enregistrés.")
        return redirect(self.address("checklist"))

    def sent(self, request: HttpRequest) -> ChecklistForm:
        return self.form(request)

    def form(self, request: HttpRequest | None = None) -> ChecklistForm:
        latest = latest_verdicts(self.review)
        lines = judged(self.reading.trace, latest)
        return ChecklistForm(request.POST if request else None, lines=lines, latest=latest)

    def page(self, request: HttpRequest, form: ChecklistForm, status: int = 200) -> HttpResponse:
        return self.show(request, "checklist", {"form": form}, status=status)


class RemarksView(RoomScreen):
    """The remarks seen here, each with where it stands."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, "remarks", listed(request, self.review, self.reading))


class NewRemarkView(RoomScreen):
    """A remark on a requirement (`exigence`) or on a section (`ancre`)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(request, RemarkForm(), self.target(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        target, form = self.target(request), self.sent(request)
        if not form.is_valid():
            return self.page(request, form, target, status=422)
        given = form.cleaned_data | {"severity": Severity(form.cleaned_data["severity"])}
        made = remark(target=target, **given, **self.act())
        messages.success(request, f"Votre remarque porte le numéro {made.number}.")
        return redirect(self.back(target))

    def sent(self, request: HttpRequest) -> RemarkForm:
        return RemarkForm(request.POST)

    def target(self, request: HttpRequest) -> Target:
        """What the remark is about. Raises Http404 for what the document does not have."""
        target = self.reading.target(
            anchor=request.GET.get("ancre", ""), requirement=request.GET.get("exigence", "")
        )
        if target is None:
            raise Http404
        return target

    def back(self, target: Target) -> str:
        """Where one was reading."""
        return self.address("checklist") if target.requirement else self.address("leaf", target.anchor)

    def page(self, request: HttpRequest, form: RemarkForm, target: Target, status: int = 200) -> HttpResponse:
        context = {"form": form, "target": target, "back": self.back(target)}
        return self.show(request, "new_remark", context, status=status)


class RemarkView(RoomScreen):
    """A remark and its thread; those who review go on here."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        shown = self.remark(pk)
        return self.page(request, shown, ReplyForm(initial={"seen": len(shown.messages)}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        shown, form = self.remark(pk), self.sent(request)
        if not form.is_valid():
            return self.page(request, shown, form, status=422)
        given = form.cleaned_data | {"kind": Reply(form.cleaned_data["kind"])}
        try:
            reply(remark=Remark.objects.select_related("review__version").get(pk=pk), **given, **self.act())
        except StaleError:
            typed = request.POST.copy()
            typed["seen"] = str(len(shown.messages))
            form = ReplyForm(typed)
            form.add_error(None, WENT_ON)
            return self.page(request, shown, form, status=409)
        messages.success(request, "C’est noté.")
        return redirect(self.address("remark", pk))

    def sent(self, request: HttpRequest) -> ReplyForm:
        return ReplyForm(request.POST)

    def remark(self, pk: int) -> RemarkData:
        """Raises Http404 for a remark that is not seen here."""
        found = remark_seen(self.review, pk)
        if found is None:
            raise Http404
        return found

    def page(
        self, request: HttpRequest, remark: RemarkData, form: ReplyForm, status: int = 200
    ) -> HttpResponse:
        version = self.review.version
        (shown,) = compared([remark], reference=version.reference, number=version.number)
        context = {
            "shown": shown,
            "remark": remark,
            "form": form,
            "there": remark.anchor in self.reading.sections,
        }
        return self.show(request, "remark", context, status=status)


class SignOffView(RoomScreen):
    """What remains open, and the opinion that ends the review; then, what it was."""

    def get(self, request: HttpRequest) -> HttpResponse:
        initial = self.known() | {"seen": said_so_far(self.review)}
        return self.page(request, SignOffForm(initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.sent(request)
        if not form.is_valid():
            return self.page(request, form, status=422)
        given = form.cleaned_data
        acted = self.act()
        signing = Reviewer(acted["reviewer"].account, given["name"], given["organisation"])
        try:
            sign_off(
                opinion=Opinion(given["opinion"]),
                reservations=given["reservations"],
                seen=given["seen"],
                **acted | {"reviewer": signing},
            )
        except StaleError:
            typed = request.POST.copy()
            typed["seen"] = said_so_far(self.review)
            form = SignOffForm(typed)
            form.add_error(None, SAID_SINCE)
            return self.page(request, form, status=409)
        self.declare(given["name"], given["organisation"])
        messages.success(request, "Votre avis est signé. Merci.")
        return redirect(self.address("sign_off"))

    def sent(self, request: HttpRequest) -> SignOffForm:
        return SignOffForm(request.POST)

    def page(self, request: HttpRequest, form: SignOffForm, status: int = 200) -> HttpResponse:
        pending = standing(self.review).filter(PENDING)
        context = {
            "form": form,
            "ended": signed_off(sign_off_of(self.review)),
            "unjudged": sum(
                line.judgement is None for line in judged(self.reading.trace, latest_verdicts(self.review))
            ),
            "pending": pending.count(),
            "first": [remark_data(remark) for remark in pending[:SHOWN]],
        }
        return self.show(request, "sign_off", context, status=status)
