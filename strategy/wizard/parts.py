"""Step 2 and the first screen of step 3: one form each."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from strategy.document.chapters.baseline import baseline
from strategy.document.chapters.governance import governance
from strategy.document.model import Section
from strategy.forms.baseline import BaselineForm
from strategy.forms.governance import GovernanceForm
from strategy.wizard.baseline_parts import parts_of
from strategy.wizard.editing import FormView


class GovernanceView(FormView):
    """Who leads, with whom, with what means."""

    identifier = "governance"
    template = "strategy/wizard/governance.html"

    def form(self, data: Any = None) -> GovernanceForm:
        return GovernanceForm(data, instance=self.draft.governance)

    def preview(self) -> Section:
        return governance(self.data)


class BaselineView(FormView):
    """The work programme, cited or written."""

    identifier = "baseline"
    template = "strategy/wizard/baseline.html"

    def form(self, data: Any = None) -> BaselineForm:
        return BaselineForm(data, instance=self.draft.baseline)

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        parts = [(part, self.address(part.screen)) for part in parts_of(self.data)]
        return super().show(request, status, parts=parts, **context)

    def preview(self) -> Section:
        return baseline(self.data)
