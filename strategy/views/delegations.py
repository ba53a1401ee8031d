"""What those who write lend to colleagues: the list, and a new link."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from reen.limits import hold_back
from strategy.access import DraftScreen
from strategy.enums import DelegatedPart
from strategy.forms.delegation import DelegationForm
from strategy.forms.lending import STEPS, lent_words, row_of
from strategy.forms.picked import picked_key
from strategy.models import Delegation, Draft
from strategy.models.versioned import Versioned
from strategy.permissions import can_edit
from strategy.services.delegating import delegate
from strategy.views.links import private
from strategy.views.mailing import mailed

NOT_SENT = "Le message n’a pas pu partir\u00a0: copiez le lien et envoyez-le vous-même."


class WritersScreen(DraftScreen):
    """A screen that only those who write a draft see."""

    def may_look(self) -> bool:
        return can_edit(self.role)


class DelegationsView(WritersScreen):
    """Every delegation of the draft, the next due first, then those that are over."""

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = list(self.draft.delegations.all())
        context = {
            "draft": self.draft,
            "pending": [row for row in rows if row.is_pending],
            "over": [row for row in rows if not row.is_pending],
            "today": self.visitor.today,
        }
        return render(request, "strategy/delegations.html", context)


class DelegateView(WritersScreen):
    """Lends one part; its link is shown once, here."""

    def drafts(self) -> QuerySet[Draft]:
        return super().drafts().prefetch_related("bodies__collectivity")

    def get(self, request: HttpRequest) -> HttpResponse:
        part, row = self.find(request.GET)
        return self.show(request, DelegationForm(), part, row)

    def post(self, request: HttpRequest) -> HttpResponse:
        part, row = self.find(request.POST)
        form = DelegationForm(request.POST)
        if not form.is_valid():
            return self.show(request, form, part, row, status=422)
        if refusal := hold_back(request, "delegate"):
            return refusal
        given = dict(form.cleaned_data)
        email = given.pop("email")
        given |= {"title": title_of(part, row), "lent": lent_words(self.draft, part, row)}
        made, token = delegate(part=part, row=row, **given, **self.act())
        link = request.build_absolute_uri(reverse("strategy:delegated", args=[token]))
        context = {"draft": self.draft, "delegation": made, "link": link, "email": email}
        if email and not self.send(email, made, link):
            messages.error(request, NOT_SENT)
            context["email"] = ""
        return private(render(request, "strategy/delegation_made.html", context))

    def find(self, given: QueryDict) -> tuple[DelegatedPart, Versioned]:
        """The part and its row. Raises Http404 when the draft has no such thing."""
        try:
            part = DelegatedPart(given.get("part", ""))
        except ValueError as unknown:
            raise Http404 from unknown
        key = self.draft.pk if part in STEPS else picked_key(given, "row")
        row = row_of(self.draft, part, key) if key else None
        if row is None:
            raise Http404
        return part, row

    def send(self, email: str, made: Delegation, link: str) -> bool:
        """Mails the link; False when the mail could not leave."""
        context = {"delegation": made, "link": link, "bodies": bodies_of(made)}
        return mailed("delegation", email, context)

    def show(
        self,
        request: HttpRequest,
        form: DelegationForm,
        part: DelegatedPart,
        row: Versioned,
        status: int = 200,
    ) -> HttpResponse:
        context = {"draft": self.draft, "form": form, "part": part, "row": row, "title": title_of(part, row)}
        return render(request, "strategy/delegate.html", context, status=status)


def title_of(part: DelegatedPart, row: Versioned) -> str:
    """What the colleague is asked about: the title of an action, or the name of a step."""
    return part.label.capitalize() if part in STEPS else str(row)


def bodies_of(delegation: Delegation) -> str:
    """The collectivités the strategy is of."""
    return ", ".join(body.collectivity.name for body in delegation.draft.bodies.all())
