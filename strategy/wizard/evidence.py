"""Files that prove an action: joined here, kept with each version numbered meanwhile, read by those who review."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from strategy.attachments import joined_file
from strategy.errors import NotAllowedError
from strategy.forms.files import EvidenceForm
from strategy.models import Choice, Evidence
from strategy.services.evidence import join_evidence, part_with_evidence
from strategy.wizard.rows import RowView
from strategy.wizard.screen import DraftView


class EvidenceView(RowView):
    """The files of an action; `remove` takes one out."""

    identifier = "actions"
    template = "strategy/wizard/evidence.html"
    related = "choices"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.screen(request, EvidenceForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        choice: Choice = self.row  # type: ignore[assignment]
        if "remove" in request.POST:
            key = request.POST["remove"]
            found = self.draft.evidence.filter(action=choice.number)
            part_with_evidence(evidence=get_object_or_404(found, pk=key if key.isdecimal() else 0))
            messages.success(request, "La pièce a été retirée. Les versions qui l’ont la gardent.")
            return redirect(self.address("evidence", self.pk))
        form = EvidenceForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                kept = join_evidence(choice=choice, sent=form.cleaned_data["file"], **self.act())
            except NotAllowedError as refusal:
                form.add_error("file", str(refusal))
            else:
                messages.success(request, f"«\u202f{kept.name}\u202f» est joint à cette action.")
                return redirect(self.address("evidence", self.pk))
        return self.screen(request, form, status=422)

    def screen(self, request: HttpRequest, form: EvidenceForm, status: int = 200) -> HttpResponse:
        files = self.draft.evidence.filter(action=self.row.number)
        return self.show(request, status=status, form=form, files=files)


class EvidenceFileView(DraftView):
    """A file as it was joined."""

    def get(self, request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
        return joined_file(get_object_or_404(Evidence, draft=self.draft, pk=file))
