"""Addresses of the public catalogue; the pages of the law and of the themes are Wagtail's."""

from django.urls import path

from reen.filters import ActionFilter, CatalogueFilter, FieldReportFilter, ResourceFilter
from reen.models import Action, FieldReport, Indicator, Resource, ResourceList
from reen.views.lists import listing, resource_lists
from reen.views.sheets import sheet

LISTS = (
    ("actions", Action, ActionFilter, "action"),
    ("indicateurs", Indicator, CatalogueFilter, "indicator"),
    ("ressources", Resource, ResourceFilter, "resource"),
    ("retours-d-experience", FieldReport, FieldReportFilter, "field_report"),
)

app_name = "reen"
urlpatterns = [
    path("ressources/listes/", resource_lists, name="resource_lists"),
    path("ressources/listes/<slug:ref>/", sheet, {"model": ResourceList}, name="resource_list"),
    *(
        route
        for prefix, model, filterset, name in LISTS
        for route in (
            path(
                f"{prefix}/",
                listing,
                {"model": model, "filterset": filterset, "template": f"reen/lists/{name}s.html"},
                name=f"{name}s",
            ),
            path(f"{prefix}/<slug:ref>/", sheet, {"model": model}, name=name),
        )
    ),
]
