"""« Ce qui nous oblige »: by kind and size, without looking for a collectivité."""

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from reen.enums import Kind, Size
from reen.queries.duties import STRATEGY, bindings, legal_texts, table
from reen.rules.duties import sizes_of, strategy_duty
from reen.typography import capitalised

NAME = "Ce qui nous oblige"


def duties(request: HttpRequest) -> TemplateResponse:
    """Every kind, and what binds each of its sizes, in a word."""
    context = {"table": table(legal_texts()), "sizes": list(Size), "crumbs": [(NAME, "")]}
    return TemplateResponse(request, "reen/duties/table.html", context)


def duties_of(request: HttpRequest, kind: str, size: str) -> TemplateResponse:
    """What binds one kind of one size: since when, says which source, checked when. 404 for what does not exist."""
    try:
        of_kind, of_size = Kind(kind), Size(size)
    except ValueError:
        raise Http404 from None
    if of_size not in sizes_of(of_kind):
        raise Http404
    texts = legal_texts()
    context = {
        "kind": of_kind,
        "size": of_size,
        "strategy": strategy_duty(of_kind, of_size),
        "article": next((text for text in texts if text.ref == STRATEGY), None),
        "bindings": bindings(texts, of_kind, of_size),
        "sizes": sizes_of(of_kind),
        "crumbs": [(NAME, reverse("reen:duties")), (capitalised(of_kind.label), "")],
    }
    return TemplateResponse(request, "reen/duties/sheet.html", context)
