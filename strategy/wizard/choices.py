"""Step 5: the retained actions, each with its wording and its local facts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from strategy.document.chapters.actions import action_card
from strategy.document.model import Section
from strategy.forms.choice import ChoiceForm, OwnActionForm
from strategy.services.choosing import add_own_action
from strategy.wizard.rows import EditRowView, RemoveRowView
from strategy.wizard.screen import StepView


class OwnActionView(StepView):
    """An action the catalogue does not have."""

    identifier = "actions"
    template = "strategy/wizard/action.html"
    for_writers = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, form=OwnActionForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = OwnActionForm(request.POST)
        if not form.is_valid():
            return self.show(request, status=422, form=form)
        added = add_own_action(values=form.values, **self.act())
        messages.success(request, f"«\u202f{added.title}\u202f» fait partie de vos actions.")
        return redirect(self.address(self.identifier))


class EditChoiceView(EditRowView):
    """The wording and the local facts of one retained action."""

    identifier = "actions"
    template = "strategy/wizard/action.html"
    related = "choices"

    def form(self, data: Any = None) -> ChoiceForm:
        form_class = ChoiceForm if self.row.ref else OwnActionForm  # type: ignore[union-attr]
        return form_class(data, instance=self.row)

    def preview(self) -> Section:
        return next(action_card(row) for row in self.data.choices if row.key == self.pk)


class RemoveChoiceView(RemoveRowView):
    """Takes one action out of the basket."""

    identifier = "actions"
    related = "choices"
