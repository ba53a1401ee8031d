"""The public lists of the catalogue."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest
from django.template.response import TemplateResponse

from reen.filters import CatalogueFilter
from reen.models import Entry, Resource, ResourceList
from reen.queries.site import list_words
from reen.typography import capitalised
from reen.watch import fruitless

PER_PAGE = 20


def listing(
    request: HttpRequest, model: type[Entry], filterset: type[CatalogueFilter], name: str
) -> TemplateResponse:
    """Published entries, filtered by the address; a page number out of range shows the nearest page.

    Words that find nothing by themselves are kept for the editors.
    """
    filters = filterset(request.GET, queryset=model.objects.live())
    page = Paginator(filters.qs.lines(), PER_PAGE).get_page(request.GET.get("page"))
    ways_out = [] if page.paginator.count else filters.ways_out()
    if not page.paginator.count and set(filters.criteria()) == {"q"}:
        fruitless.note(filters.criteria()["q"], str(model._meta.verbose_name_plural))
    filters.count_options()
    context = list_words(request, name, model) | {
        "filters": filters,
        "page": page,
        "total": page.paginator.count,
        "ways_out": ways_out,
        "crumbs": [(capitalised(str(model._meta.verbose_name_plural)), "")],
    }
    return TemplateResponse(request, f"reen/lists/{name}.html", context)


def resource_lists(request: HttpRequest) -> TemplateResponse:
    """The published lists of resources, each with the number of those it shows."""
    lists = ResourceList.objects.live().lines()
    counted = lists.annotate(count=Count("items", filter=Q(items__resource__live=True))).order_by("title")
    context = list_words(request, "resource_lists", ResourceList) | {
        "page": Paginator(counted, PER_PAGE).get_page(request.GET.get("page")),
        "crumbs": [Resource().index(), ("Listes", "")],
    }
    return TemplateResponse(request, "reen/lists/resource_lists.html", context)
