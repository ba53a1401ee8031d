"""Step 7: what the law's requirements find in the draft, what the proof-reader sees, and the export."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from reen.enums import Part
from strategy.document.findings import Finding, findings
from strategy.enums import StepState
from strategy.errors import NotAllowedError
from strategy.services.exporting import export_draft
from strategy.wizard.navigation import STEPS
from strategy.wizard.screen import DraftView, StepView
from strategy.wizard.states import step_states

ROW_ADDRESS = {"objectives": "objective", "actions": "choice", "indicators": "indicator"}


class EntryView(DraftView):
    """The address of a draft leads to its first step that is not complete."""

    def get(self, request: HttpRequest) -> HttpResponse:
        states = step_states(self.data)
        first = next((step for step in STEPS if states[step.identifier] is not StepState.COMPLETE), STEPS[-1])
        return redirect(f"strategy:{first.identifier}", self.draft.reference)


class ReviewView(StepView):
    """The coverage table with the link that mends each gap."""

    identifier = "review"
    template = "strategy/wizard/review.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        parts = [
            (
                part,
                [(line, self.address(line.step)) for line in self.covered if line.requirement.part is part],
            )
            for part in Part
        ]
        return self.show(
            request,
            parts=parts,
            findings=[(finding.text, self.mend(finding)) for finding in findings(self.data)],
        )

    def mend(self, finding: Finding) -> str:
        """The screen where a finding is mended."""
        if finding.key is None:
            return self.address(finding.step)
        return reverse(f"strategy:{ROW_ADDRESS[finding.step]}", args=[self.draft.reference, finding.key])


class ExportView(DraftView):
    """The document as a file, in one of the registered formats."""

    def get(self, request: HttpRequest, identifier: str) -> HttpResponse:
        try:
            exported = export_draft(data=self.data, identifier=identifier)
        except NotAllowedError as refusal:
            raise Http404(str(refusal)) from refusal
        return HttpResponse(
            exported.content,
            headers={
                "Content-Type": exported.content_type,
                "Content-Disposition": f'attachment; filename="{exported.name}"',
                "Cache-Control": "no-store",
            },
        )
