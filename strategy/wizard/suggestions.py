"""Step 5: what the rules suggest to this draft, and the set of actions to begin with."""

from collections.abc import Iterable
from functools import cached_property

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.queries.actions import action_sheets
from reen.queries.outlines import CatalogueOutline, catalogue_outline
from reen.rules.chains import in_order
from reen.rules.reasons import Circumstances, Reasons
from reen.rules.scope import Answer
from reen.rules.starter import starter
from reen.typography import plural
from strategy.document.coverage import Covered
from strategy.document.draft import DraftData
from strategy.document.model import State
from strategy.document.rewording import Rewording
from strategy.enums import BodyRole
from strategy.forms.picked import picked
from strategy.models import Draft
from strategy.queries.beginnings import body_of
from strategy.queries.rewordings import pins_of
from strategy.services.choosing import choose_actions
from strategy.wizard.screen import StepView


def circumstances_of(draft: Draft, data: DraftData, covered: Iterable[Covered]) -> Circumstances:
    """What the rules read of a draft: those that carry it, what it has and what it lacks."""
    bearers = [
        (row.collectivity, body.answer)
        for row, body in zip(draft.bodies.all(), data.bodies, strict=True)
        if row.role == BodyRole.BEARER
    ]
    served = {ref for choice in data.choices for ref in choice.requirements}
    return Circumstances(
        bodies=tuple(body_of(collectivity) for collectivity, _answer in bearers),
        answers=frozenset(Answer(answer) for _collectivity, answer in bearers),
        covered_themes=frozenset(choice.theme for choice in data.choices),
        open_requirements={
            each.requirement.ref: each.requirement.title
            for each in covered
            if each.requirement.mandatory
            and each.state is not State.ANSWERED
            and each.requirement.ref not in served
        },
        chosen=frozenset(choice.entry.ref for choice in data.choices if choice.entry),
    )


class SuggestingView(StepView):
    """A screen that reads the catalogue and the rules for its draft."""

    identifier = "actions"

    @cached_property
    def circumstances(self) -> Circumstances:
        return circumstances_of(self.draft, self.data, self.covered)

    @cached_property
    def catalogue(self) -> CatalogueOutline:
        """The whole catalogue, and what has the words asked for in the address."""
        return catalogue_outline(self.request.GET.get("q", ""))

    @cached_property
    def reasons(self) -> Reasons:
        found = self.catalogue
        return Reasons(found.rules, self.circumstances, found.actions, found.reports)

    @cached_property
    def news(self) -> dict[int, Rewording]:
        """The retained actions that the catalogue words anew, by key."""
        return pins_of(self.draft.choices.all()).news

    def retain(self, request: HttpRequest) -> None:
        """Retains what is ticked, what others ask for first first, and says how many."""
        refs = picked(request.POST, "picked")
        sheets = {sheet.ref: sheet for sheet in action_sheets(refs=refs)} if refs else {}
        before = {action.ref: action.before for action in self.catalogue.actions} if sheets else {}
        ordered = in_order([ref for ref in refs if ref in sheets], before)
        if kept := choose_actions(sheets=[sheets[ref] for ref in ordered], **self.act()) if ordered else []:
            messages.success(request, f"{plural(len(kept), 'action retenue', 'actions retenues')}.")


class StarterView(SuggestingView):
    """A coherent set, all ticked: nothing is retained before the manager has looked and sent it."""

    template = "strategy/wizard/starter.html"
    for_writers = True

    def get(self, request: HttpRequest) -> HttpResponse:
        found = [(each, each.action.words(self.circumstances.size)) for each in starter(self.reasons)]
        return self.show(request, starter=found, news=self.news)

    def post(self, request: HttpRequest) -> HttpResponse:
        self.retain(request)
        return redirect(self.address(self.identifier))
