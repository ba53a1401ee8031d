"""The public sheet of an entry."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from reen.models import Entry
from reen.queries.beside import beside, with_beside


def sheet(request: HttpRequest, model: type[Entry], ref: str) -> TemplateResponse:
    """The published entry of that `ref`, with everything it is linked to and the sheets beside it; 404 for a draft."""
    entry = get_object_or_404(with_beside(model), ref=ref)
    return TemplateResponse(request, model.template, entry.sheet_context() | {"beside": beside(entry)})
