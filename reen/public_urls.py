"""Addresses of the public catalogue; the pages of the law and of the themes are Wagtail's."""

from django.contrib.sitemaps import views as sitemap
from django.urls import path, re_path

from reen.filters import ActionFilter, CatalogueFilter, FieldReportFilter, ResourceFilter
from reen.models import Action, FieldReport, Indicator, Resource, ResourceList
from reen.views.charter import charter
from reen.views.correct import correct
from reen.views.duties import duties, duties_of
from reen.views.feeds import NewsFeed
from reen.views.lists import listing, resource_lists
from reen.views.look import coloured, logo
from reen.views.robots import SITEMAPS, robots
from reen.views.search import site_search
from reen.views.sheets import sheet
from reen.views.suggesting import suggesting

LISTS = (
    ("actions", Action, ActionFilter, "action"),
    ("indicateurs", Indicator, CatalogueFilter, "indicator"),
    ("ressources", Resource, ResourceFilter, "resource"),
    ("retours-d-experience", FieldReport, FieldReportFilter, "field_report"),
)

app_name = "reen"
urlpatterns = [
    path("charte/", charter, name="charter"),
    re_path(r"^couleurs/(?P<light>[0-9a-f]{6})-(?P<dark>[0-9a-f]{6})\.css$", coloured, name="stylesheet"),
    path("logo-<slug:edition>.png", logo, name="logo"),
    path("corriger/", correct, name="correct"),
    path("recherche/", site_search, name="search"),
    path("propositions/", suggesting, name="suggesting"),
    path("obligations/", duties, name="duties"),
    path("obligations/<slug:kind>/<slug:size>/", duties_of, name="duties_of"),
    path("nouveautes.atom", NewsFeed(), name="feed"),
    path("nouveautes/<slug:kind>.atom", NewsFeed(), name="feed_of_kind"),
    path("nouveautes/themes/<slug:theme>.atom", NewsFeed(), name="feed_of_theme"),
    path("robots.txt", robots),
    path(
        "sitemap.xml",
        sitemap.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "reen:sitemap_part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
    path("ressources/listes/", resource_lists, name="resource_lists"),
    path("ressources/listes/<slug:ref>/", sheet, {"model": ResourceList}, name="resource_list"),
    *(
        route
        for prefix, model, filterset, name in LISTS
        for route in (
            path(
                f"{prefix}/",
                listing,
                {"model": model, "filterset": filterset, "name": f"{name}s"},
                name=f"{name}s",
            ),
            path(f"{prefix}/<slug:ref>/", sheet, {"model": model}, name=name),
        )
    ),
]
