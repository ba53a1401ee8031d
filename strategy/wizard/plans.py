"""Step 3, articulation: the plans and reports of the collectivité that the strategy meets."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.queries.legal import legal_text_sheets
from strategy.document.chapters.articulation import articulation, plan_card
from strategy.document.model import Section
from strategy.forms.plan import PlanForm
from strategy.forms.versioned import VersionedForm
from strategy.models import Plan
from strategy.models.versioned import Versioned
from strategy.services.saving import add_row
from strategy.wizard.editing import FormView
from strategy.wizard.plan_kinds import KINDS
from strategy.wizard.rows import EditRowView, RemoveRowView
from strategy.wizard.screen import StepView


class PlanScreen(StepView):
    """A screen of the articulation: it goes back to the list, or on to the step."""

    identifier = "baseline"

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        return super().show(request, status, **{"step_address": self.address("plans")} | context)

    def onward(self, request: HttpRequest, saved: Versioned | None = None) -> HttpResponse:
        super().onward(request, saved)
        return self.back()

    def back(self) -> HttpResponse:
        return redirect(self.address("plans"))


class PlansView(PlanScreen, FormView):
    """The plans named so far, and the form that adds one."""

    template = "strategy/wizard/plans.html"

    def form(self, data: Any = None) -> PlanForm:
        return PlanForm(data, draft=self.draft)

    def save(self, form: VersionedForm) -> Plan:
        return add_row(row=Plan(draft=self.draft), values=form.values, **self.act())

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        texts = {text.ref: text for text in legal_text_sheets([kind.text for kind in KINDS if kind.text])}
        kinds = [(kind, texts.get(kind.text)) for kind in KINDS]
        return super().show(request, status, kinds=kinds, **context)

    def preview(self) -> Section:
        return articulation(self.data)


class EditPlanView(PlanScreen, EditRowView):
    """The form of one plan."""

    template = "strategy/wizard/plan.html"
    related = "plans"

    def form(self, data: Any = None) -> PlanForm:
        return PlanForm(data, instance=self.row, draft=self.draft)

    def preview(self) -> Section:
        return plan_card(self.kept, self.data)


class RemovePlanView(PlanScreen, RemoveRowView):
    """Takes one plan out."""

    related = "plans"
