"""Steps 2 and 3: one form each."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from strategy.document.chapters.baseline import baseline
from strategy.document.chapters.governance import governance
from strategy.document.model import Section
from strategy.enums import ActorKind
from strategy.errors import StaleError
from strategy.forms.baseline import BaselineForm
from strategy.forms.governance import ActorFormSet, GovernanceForm, mistakes
from strategy.models import Governance
from strategy.services.drafting import save_baseline, save_governance
from strategy.wizard.screen import StepView


class GovernanceView(StepView):
    """Who leads, with whom, with what means."""

    identifier = "governance"
    template = "strategy/wizard/governance.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        actors = [
            {"name": actor.name, "kind": actor.kind, "involvement": actor.involvement}
            for actor in self.draft.governance.actors.all()
        ]
        formset = ActorFormSet(initial=actors, prefix="actors")
        return self.show(request, form=GovernanceForm(instance=self.draft.governance), formset=formset)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = GovernanceForm(request.POST, instance=self.draft.governance)
        formset = ActorFormSet(request.POST, prefix="actors")
        if not (form.is_valid() and formset.is_valid()):
            errors = mistakes(form, formset)
            return self.show(request, status=422, form=form, formset=formset, errors=errors)
        actors = [line for line in formset.cleaned_data if line.get("name")]
        try:
            save_governance(values=form.values, actors=actors, version=form.seen_version, **self.act())
        except StaleError as stale:
            return self.show_conflict(
                request, form, stale, actor_lines(actors, stale.current), formset=formset
            )
        return self.onward(request)

    def preview(self) -> Section:
        return governance(self.data)


def actor_lines(typed: Iterable[Mapping[str, Any]], current: object) -> tuple[dict[str, str], ...]:
    """The actors typed and those saved meanwhile, side by side, if they differ."""
    former: Iterable[Mapping[str, Any]] = ()
    if isinstance(current, Governance):
        former = current.actors.values("name", "kind", "involvement")
    mine, saved = ("\n".join(actor_words(line) for line in lines) or "vide" for lines in (typed, former))
    return () if mine == saved else ({"label": "Acteurs associés", "mine": mine, "saved": saved},)


def actor_words(actor: Mapping[str, Any]) -> str:
    """One actor in a line."""
    kind = ActorKind(actor["kind"]).label
    return (
        f"{actor['name']} ({kind}), {actor['involvement']}"
        if actor["involvement"]
        else f"{actor['name']} ({kind})"
    )


class BaselineView(StepView):
    """The work programme, cited or written."""

    identifier = "baseline"
    template = "strategy/wizard/baseline.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, form=BaselineForm(instance=self.draft.baseline))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BaselineForm(request.POST, instance=self.draft.baseline)
        if not form.is_valid():
            return self.show(request, status=422, form=form)
        try:
            save_baseline(values=form.values, version=form.seen_version, **self.act())
        except StaleError as stale:
            return self.show_conflict(request, form, stale)
        return self.onward(request)

    def preview(self) -> Section:
        return baseline(self.data)
