"""What every screen of a draft does: fetch it whole, check the permission, show the steps."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from reen.queries.requirements import requirement_sheets
from strategy.access import DraftScreen
from strategy.autosave import accepted, in_background, refused, saved_now, unseen
from strategy.document.coverage import Covered, coverage, summary
from strategy.document.draft import DraftData
from strategy.document.model import Section
from strategy.errors import StaleError
from strategy.forms.versioned import VersionedForm
from strategy.models import Draft
from strategy.models.versioned import Versioned
from strategy.permissions import can_edit
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.unsent import form_brought_back, set_form_aside
from strategy.wizard.navigation import STEPS, Step, next_step, previous_step, step_of
from strategy.wizard.states import step_states

WAITS = "Votre saisie n’est pas encore enregistrée\u00a0: elle vous attend, connectez-vous."


class DraftView(DraftScreen):
    """A screen of the whole draft.

    A read-only member may look and export, and is refused any change, and the screens that only serve to change
    (`for_writers`).
    """

    for_writers: ClassVar[bool] = False

    @property
    def can_edit(self) -> bool:
        """Whether the visitor may change the draft."""
        return can_edit(self.role)

    @cached_property
    def data(self) -> DraftData:
        """The draft as plain data."""
        return draft_data(self.draft)

    def drafts(self) -> QuerySet[Draft]:
        return whole_drafts()

    def may_look(self) -> bool:
        return self.can_edit if self.for_writers else super().may_look()

    def ask_to_sign_in(self, request: HttpRequest) -> HttpResponseBase:
        """A script that saves is told in one word, and says so on the page it is on; a form waits for its person."""
        if in_background(request):
            return HttpResponse(status=401)
        if request.method == "POST" and set_form_aside(request):
            messages.warning(request, WAITS)
        return super().ask_to_sign_in(request)


class StepView(DraftView):
    """One screen of a step, with the stepper, the dial and what the step gives in the document.

    A script that saves in the background gets the same outcomes as data: see `strategy.autosave`.
    """

    identifier: ClassVar[str]
    template: ClassVar[str]
    saved: Versioned | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if in_background(request) and isinstance(response, HttpResponseRedirect):
            return accepted(response, self.saved.version if self.saved else None)
        return response

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        """The screen, with what every step shows."""
        if in_background(request):
            return refused(status, context)
        step = step_of(self.identifier)
        states = step_states(self.data)
        base = {
            "draft": self.draft,
            "data": self.data,
            "can_edit": self.can_edit,
            "kept_here_only": self.visitor.user_id is None,
            "step": step,
            "step_address": self.address(step.identifier),
            "steps": [(other, states[other.identifier], self.address(other.identifier)) for other in STEPS],
            "previous": self.neighbour(previous_step(step)),
            "next": self.neighbour(next_step(step)),
            "totals": summary(self.covered),
            "preview": self.preview(),
            "unsent": form_brought_back(request) if self.can_edit else [],
        }
        return render(request, self.template, base | context, status=status)

    @cached_property
    def covered(self) -> tuple[Covered, ...]:
        """How far each requirement is answered."""
        return coverage(self.data, requirement_sheets())

    def neighbour(self, step: Step | None) -> tuple[str, str] | None:
        return (step.title, self.address(step.identifier)) if step else None

    def preview(self) -> Section | None:
        """The chapter of the document this step writes, if it shows one."""
        return None

    def onward(self, request: HttpRequest, saved: Versioned | None = None) -> HttpResponse:
        """After a save: to the next step, or back to this one, as the button says.

        `saved` is the row as it is now: a script that saves while one types goes on from its version.
        """
        self.saved = saved
        if not unseen(request):
            messages.success(request, f"{saved_now()}.")
        following = next_step(step_of(self.identifier)) if "continue" in request.POST else None
        return redirect(self.address(following.identifier if following else self.identifier))

    def show_conflict(
        self,
        request: HttpRequest,
        form: VersionedForm,
        stale: StaleError,
        lines: tuple[dict[str, str], ...] = (),
        **context: Any,
    ) -> HttpResponse:
        """Somebody saved in between: both versions side by side, what was typed kept, and a clear choice.

        `lines` are further differences, of what the form itself does not hold.
        """
        if stale.current is None:
            raise Http404("Cette partie a été retirée entre-temps.") from stale
        differences = [*form.differences(stale.current), *lines]  # type: ignore[arg-type]
        form.show_again_over(stale.current)  # type: ignore[arg-type]
        return self.show(request, status=409, form=form, differences=differences, conflict=True, **context)
