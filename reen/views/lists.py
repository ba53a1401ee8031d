"""The public lists of the catalogue."""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.response import TemplateResponse

from reen.filters import CatalogueFilter
from reen.models import Entry
from reen.typography import capitalised

PER_PAGE = 20


def listing(
    request: HttpRequest, model: type[Entry], filterset: type[CatalogueFilter], template: str
) -> TemplateResponse:
    """Published entries, filtered by the address; a page number out of range shows the nearest page."""
    filters = filterset(request.GET, queryset=model.objects.live())
    page = Paginator(filters.qs.lines(), PER_PAGE).get_page(request.GET.get("page"))
    ways_out = [] if page.paginator.count else filters.ways_out()
    filters.count_options()
    context = {
        "filters": filters,
        "page": page,
        "total": page.paginator.count,
        "ways_out": ways_out,
        "crumbs": [(capitalised(str(model._meta.verbose_name_plural)), "")],
    }
    return TemplateResponse(request, template, context)
