"""Documents on their way: sent at once when they are ready, else a page that says how far they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from strategy.attachments import attachment
from strategy.enums import ExportState
from strategy.models import Export
from strategy.services.preparing import UNFINISHED
from strategy.wizard.screen import DraftView


class ExportPageView(DraftView):
    """How far an export is, with the file once it is ready."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        export = get_object_or_404(self.draft.exports, pk=pk)
        state = ExportState(export.state)
        context = {
            "draft": self.draft,
            "export": export,
            "title": {
                ExportState.READY: "Document prêt",
                ExportState.FAILED: "Document interrompu",
            }.get(state, "Document en préparation"),
            "unfinished": state in UNFINISHED,
            "stages": [stage.label for stage in UNFINISHED],
            "stage": UNFINISHED.index(state) + 1 if state in UNFINISHED else len(UNFINISHED),
        }
        return render(
            request, "strategy/export.html", context, status=500 if state is ExportState.FAILED else 200
        )


class ExportFileView(DraftView):
    """The file of an export that is ready."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        export = get_object_or_404(self.draft.exports, pk=pk)
        return send(export, self.draft.reference)


def send(export: Export, reference: str) -> HttpResponse:
    """The file if it is ready, else the page that tells how far it is."""
    if export.state != ExportState.READY:
        return redirect("strategy:export_page", reference, export.pk)
    with export.file.open() as file:
        content = file.read()
    return attachment(content, name=export.name, content_type=export.content_type)
