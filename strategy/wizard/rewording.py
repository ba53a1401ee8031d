"""Steps 5 and 6: a new wording of the entry a row was copied from, to take, to leave aside or to adapt."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from strategy.document.rewording import Rewording
from strategy.errors import StaleError
from strategy.forms.rewording import AdaptForm, ReadForm, adapt_form
from strategy.queries.rewordings import Pins, Row, pins_of
from strategy.services.rewording import adapt, leave_aside, take
from strategy.wizard.rows import RowView

AGAIN = "La fiche a encore été publiée pendant que vous lisiez\u00a0: voici sa dernière rédaction."
STALE = "Quelqu’un a changé cette ligne pendant que vous lisiez\u00a0: comparez de nouveau, puis choisissez."


def pin_of(row: object) -> dict[str, Any]:
    """What the screen of a row says of the entry it was copied from."""
    pins = pins_of([row] if isinstance(row, Row) else [])
    key = getattr(row, "pk", 0)
    return {"rewording": pins.newer.get(key), "unpublished": key in pins.unpublished}


class RewordingView(RowView):
    """The differences, word by word, and three ways; nothing changes before one is chosen."""

    template = "strategy/wizard/rewording.html"
    screen: ClassVar[str]

    @cached_property
    def pins(self) -> Pins:
        """What is published of the entry."""
        titles = {line.requirement.ref: line.requirement.title for line in self.covered}
        return pins_of([self.copy], titles)

    @property
    def copy(self) -> Row:
        """The row. Raises Http404 for one of the collectivité's own."""
        row = self.row
        if not isinstance(row, Row) or not row.ref:
            raise Http404
        return row

    @property
    def rewording(self) -> Rewording | None:
        return self.pins.newer.get(self.pk)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """One of `take`, `keep` and `adapt`, for the revision that was on the screen and no other."""
        found, read = self.rewording, ReadForm(request.POST)
        if found is None:
            messages.info(request, "Il n’y a pas de nouvelle rédaction à prendre.")
            return redirect(request.path)
        if not read.is_valid() or read.cleaned_data["revision"] != found.revision:
            return self.show(request, status=409, warning=AGAIN)
        if "adapt" in request.POST:
            return self.adapt(request, found)
        try:
            return self.decide(request, found, read.cleaned_data["seen"])
        except StaleError as stale:
            if stale.current is None:
                raise Http404 from stale
            return self.show(request, status=409, warning=STALE)

    def decide(self, request: HttpRequest, found: Rewording, version: int) -> HttpResponse:
        """Takes the new words as they are, or leaves them aside. Raises StaleError."""
        row = self.copy
        if "take" in request.POST:
            sheet = self.pins.sheets[row.ref]
            self.saved = take(row=row, rewording=found, sheet=sheet, version=version, **self.act())
            return self.told(request, f"a maintenant les mots de la révision\u00a0{found.revision}.")
        if "keep" in request.POST:
            leave_aside(row=row, revision=found.revision, version=version, **self.act())
            return self.told(
                request, "garde vos mots. Rien ne vous sera plus signalé avant la révision suivante."
            )
        return redirect(request.path)

    def adapt(self, request: HttpRequest, found: Rewording) -> HttpResponse:
        """Saves words typed beside the new ones, or says what is wrong with them."""
        form = self.form(found, request.POST)
        if not form.is_valid():
            return self.show(request, status=422, form=form, errors=form.mistakes)
        try:
            self.saved = adapt(
                row=self.copy,
                values=form.values,
                sheet=self.pins.sheets[self.copy.ref],
                version=form.seen_version,
                **self.act(),
            )
        except StaleError as stale:
            return self.show_conflict(request, form, stale)
        return self.told(request, f"est adapté à la révision\u00a0{found.revision}.")

    def told(self, request: HttpRequest, words: str) -> HttpResponse:
        """Back to the list, with what was done."""
        messages.success(request, f"«\u202f{self.row}\u202f» {words}")
        return redirect(self.address(self.identifier))

    def form(self, found: Rewording, data: Any = None) -> AdaptForm:
        return adapt_form(self.copy, [words.field for words in found.changed], data)

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        found = self.rewording
        form = context.pop("form", None) or (self.form(found) if found else None)
        shown = {
            "rewording": found,
            "unpublished": self.pk in self.pins.unpublished,
            "form": form,
            "fields": [(form[words.field], words) for words in found.changed] if found and form else [],
            "row_address": self.address(self.screen, self.pk),
        }
        return super().show(request, status, **shown | context)


class ActionRewordingView(RewordingView):
    """Of a retained action."""

    identifier = "actions"
    related = "choices"
    screen = "choice"


class IndicatorRewordingView(RewordingView):
    """Of a followed indicator."""

    identifier = "indicators"
    related = "indicators"
    screen = "indicator"
