"""Step 5: the retained actions, each with its wording and its local facts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.typography import euros, number
from strategy.document.budget import Sums, sums_of
from strategy.document.chapters.cards import action_card
from strategy.document.measures import ChoiceData
from strategy.document.model import Section
from strategy.forms.choice import ChoiceForm, OwnActionForm, choice_form
from strategy.forms.versioned import VersionedForm
from strategy.models import Choice
from strategy.models.versioned import Versioned
from strategy.services.choosing import add_own_action
from strategy.wizard.editing import FormView
from strategy.wizard.rewording import pin_of
from strategy.wizard.rows import EditRowView, RemoveRowView


class OwnActionView(FormView):
    """An action the catalogue does not have."""

    identifier = "actions"
    template = "strategy/wizard/action.html"
    for_writers = True

    def form(self, data: Any = None) -> OwnActionForm:
        return OwnActionForm(data, draft=self.draft)

    def save(self, form: VersionedForm) -> Choice:
        return add_own_action(values=form.values, lines=form.line_values, **self.act())

    def onward(self, request: HttpRequest, saved: Versioned | None = None) -> HttpResponse:
        messages.success(request, f"«\u202f{saved}\u202f» fait partie de vos actions.")
        return redirect(self.address(self.identifier))


class EditChoiceView(EditRowView):
    """The wording and the local facts of one retained action."""

    identifier = "actions"
    template = "strategy/wizard/action.html"
    related = "choices"

    def form(self, data: Any = None) -> ChoiceForm:
        row = self.row
        return choice_form(row)(data, instance=row, draft=self.draft)  # type: ignore[arg-type]

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        choice: ChoiceData = self.kept
        served = [line.requirement for line in self.covered if line.requirement.ref in choice.requirements]
        total = total_words(sums_of(choice)) if choice.years else ""
        shown = {"served": served, "total": total, **pin_of(self.row)}
        return super().show(request, status, **shown, **context)

    def preview(self) -> Section:
        return action_card(self.kept, self.data)


class RemoveChoiceView(RemoveRowView):
    """Takes one action out of the basket."""

    identifier = "actions"
    related = "choices"


def total_words(sums: Sums) -> str:
    """« 36 000 €, dont 20 000 € d’investissement et 16 000 € de fonctionnement », what is known of it."""
    kinds = ((sums.investment, "d’investissement"), (sums.running, "de fonctionnement"))
    parts = " et ".join(f"{euros(amount)} {kind}" for amount, kind in kinds if amount)
    told = [euros(sums.cost) + (f", dont {parts}" if parts else "")] if sums.cost is not None else []
    if sums.funding is not None:
        told.append(f"financements attendus de {euros(sums.funding)}")
    if sums.fte is not None:
        told.append(f"{number(sums.fte.normalize())}\u00a0ETP en cumulant les années")
    return "\u202f; ".join(told)
