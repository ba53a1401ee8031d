"""Step 7: what the law's requirements find in the draft, what the proof-reader sees, and the export."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from reen.enums import Part
from strategy.document.build import build
from strategy.document.findings import Finding, findings
from strategy.document.kinds import KINDS
from strategy.document.proofreading.finding import named
from strategy.document.themes import OPTIONAL, themes_used
from strategy.document.tracing import Standing, dated, standings
from strategy.enums import Programme, StepState
from strategy.models import Edition
from strategy.queries.rewordings import Row, pins_of
from strategy.queries.versions import document_of, last_edition, pages_kept
from strategy.renderers.registry import RENDERERS
from strategy.services.preparing import ask_for
from strategy.wizard.exports import send
from strategy.wizard.navigation import STEPS, Step, step_of
from strategy.wizard.screen import DraftView, StepView
from strategy.wizard.states import step_states

ROW_ADDRESS = {
    "plans": "plan",
    "objectives": "objective",
    "actions": "choice",
    "indicators": "indicator",
    "reworded actions": "choice_rewording",
    "reworded indicators": "indicator_rewording",
}
WITHIN = {"plans": "baseline", "reworded actions": "actions", "reworded indicators": "indicators"}
"""The step that holds a screen of its own."""


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
        lines = list(zip(self.covered, self.standings(), strict=True))
        parts = [
            (
                part,
                [
                    (standing, self.address(line.step))
                    for line, standing in lines
                    if line.requirement.part is part
                ],
            )
            for part in Part
        ]
        found = self.findings()
        return self.show(
            request,
            parts=parts,
            paged=self.paged(),
            themes=themes_used(self.data.choices),
            optional=OPTIONAL,
            findings=found,
            total=sum(len(lines) for _, lines in found),
            documents=[kind for kind in KINDS.values() if kind.identifier != "document"],
            taken=getattr(self.draft, "taken", None),
            rests=self.data.baseline.programme is Programme.EXISTING,
        )

    def standings(self) -> tuple[Standing, ...]:
        """Each requirement as the document tells it, since which version, on which page of the last version."""
        document = build(self.data, [line.requirement for line in self.covered])
        before = document_of(self.last) if self.last else None
        return standings(dated(document, before, None), pages_kept(self.last) if self.last else None)

    @cached_property
    def last(self) -> Edition | None:
        """The last version, whose PDF tells pages: laying out the draft would take seconds."""
        return last_edition(self.draft.reference)

    def paged(self) -> str:
        """Which PDF the pages are those of."""
        if self.last is None:
            return "Les pages se liront ici dès qu’une version sera numérotée."
        version = self.last.version
        words = f"Les pages sont celles du PDF de la version\u00a0{version.number}"
        if self.draft.changed_at > version.issued_at:
            return f"{words}\u202f; le brouillon a changé depuis."
        return f"{words}\u202f; le brouillon n’a pas changé depuis."

    def findings(self) -> list[tuple[Step, list[tuple[str, str]]]]:
        """What to reread, by step: the text, and the screen where it is mended."""
        groups: dict[Step, list[tuple[str, str]]] = {}
        for finding in (*findings(self.data), *self.reworded()):
            step = step_of(WITHIN.get(finding.step, finding.step))
            groups.setdefault(step, []).append((finding.text, self.mend(finding)))
        return sorted(groups.items(), key=lambda group: group[0].number)

    def reworded(self) -> Iterator[Finding]:
        """Entries published since they were copied: the document quotes the revision copied, whatever is found here."""
        copied: tuple[tuple[str, Iterable[Row]], ...] = (
            ("actions", self.draft.choices.all()),
            ("indicators", self.draft.indicators.all()),
        )
        for step, rows in copied:
            for each in pins_of(rows).news.values():
                text = f"{named(each.title)}\u00a0: une nouvelle rédaction de la fiche existe ({each.named})."
                yield Finding(f"reworded {step}", each.key, text)

    def mend(self, finding: Finding) -> str:
        """The screen where a finding is mended."""
        if finding.key is None:
            return self.address(finding.step)
        return reverse(f"strategy:{ROW_ADDRESS[finding.step]}", args=[self.draft.reference, finding.key])


class ExportView(DraftView):
    """One of the documents as a file; where a worker makes them, a page that tells how far it is."""

    def get(self, request: HttpRequest, document: str, identifier: str) -> HttpResponse:
        if document not in KINDS or identifier not in RENDERERS:
            raise Http404("Ce document ou ce format n’existe pas.")
        return send(ask_for(document=document, identifier=identifier, **self.act()), self.draft.reference)
