"""Step 4: the objectives of reduction."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from strategy.document.chapters.objectives import objective_card, objectives
from strategy.document.model import Section
from strategy.forms.objective import ObjectiveForm
from strategy.services.drafting import add_objective
from strategy.wizard.rows import EditRowView, RemoveRowView
from strategy.wizard.screen import StepView


class ObjectivesView(StepView):
    """The objectives set so far, and the form that adds one."""

    identifier = "objectives"
    template = "strategy/wizard/objectives.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, form=ObjectiveForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ObjectiveForm(request.POST)
        if not form.is_valid():
            return self.show(request, status=422, form=form)
        add_objective(values=form.values, **self.act())
        return self.onward(request)

    def preview(self) -> Section:
        return objectives(self.data)


class EditObjectiveView(EditRowView):
    """The form of one objective."""

    identifier = "objectives"
    template = "strategy/wizard/objective.html"
    related = "objectives"

    def form(self, data: Any = None) -> ObjectiveForm:
        return ObjectiveForm(data, instance=self.row)

    def preview(self) -> Section:
        return next(
            objective_card(row, self.data.indicators) for row in self.data.objectives if row.key == self.pk
        )


class RemoveObjectiveView(RemoveRowView):
    """Takes one objective out."""

    identifier = "objectives"
    related = "objectives"
