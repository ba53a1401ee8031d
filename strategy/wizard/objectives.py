"""Step 4: the objectives of reduction."""

from typing import Any

from strategy.document.chapters.objectives import objective_card, objectives
from strategy.document.model import Section
from strategy.forms.objective import ObjectiveForm
from strategy.forms.versioned import VersionedForm
from strategy.models import Objective
from strategy.services.drafting import add_objective
from strategy.wizard.editing import FormView
from strategy.wizard.rows import EditRowView, RemoveRowView


class ObjectivesView(FormView):
    """The objectives set so far, and the form that adds one."""

    identifier = "objectives"
    template = "strategy/wizard/objectives.html"

    def form(self, data: Any = None) -> ObjectiveForm:
        return ObjectiveForm(data, draft=self.draft)

    def save(self, form: VersionedForm) -> Objective:
        return add_objective(values=form.values, **self.act())

    def preview(self) -> Section:
        return objectives(self.data)


class EditObjectiveView(EditRowView):
    """The form of one objective."""

    identifier = "objectives"
    template = "strategy/wizard/objective.html"
    related = "objectives"

    def form(self, data: Any = None) -> ObjectiveForm:
        return ObjectiveForm(data, instance=self.row, draft=self.draft)

    def preview(self) -> Section:
        return objective_card(self.kept, self.data)


class RemoveObjectiveView(RemoveRowView):
    """Takes one objective out."""

    identifier = "objectives"
    related = "objectives"
