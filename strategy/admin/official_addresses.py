"""The addresses of collectivités, read in public sources: who may be sent the code that verifies an issuer."""

from typing import Any

from django.db.models import QuerySet
from wagtail import hooks
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from strategy.models import Collectivity, OfficialAddress
from strategy.queries.collectivities import listed, search_collectivities

MOST_FOUND = 50


class CollectivityFilterForm(SearchFilterMixin, BaseFilterForm):
    """Searched as managers find their own collectivité."""

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        typed: str = self.cleaned_data.get("q") or ""
        if typed:
            self.is_searching, self.search_query = True, typed
            hits = search_collectivities(typed, limit=MOST_FOUND).hits
            objects = objects.filter(pk__in=[hit.pk for hit in hits])
        return objects


PLACE, NATURE = Column("place", label="Département"), Column("nature_label", label="Nature")


class Choosing:
    """The official list, with what tells homonyms apart."""

    filter_form_class = CollectivityFilterForm
    title_column: Column

    def get_object_list(self) -> QuerySet[Collectivity]:
        return listed().order_by("name", "code")

    @property
    def columns(self) -> list[Column]:
        return [self.title_column, PLACE, NATURE]


class CollectivityChooseView(Choosing, ChooseView):
    """The window."""


class CollectivityChooseResultsView(Choosing, ChooseResultsView):
    """What it finds."""


class CollectivityChooser(ChooserViewSet):
    """Where an editor picks a collectivité of the official list."""

    model = Collectivity
    icon = "site"
    choose_one_text = "Choisir une collectivité"
    choose_another_text = "Choisir une autre collectivité"
    per_page = 20
    choose_view_class = CollectivityChooseView
    choose_results_view_class = CollectivityChooseResultsView


class OfficialAddressViewSet(SnippetViewSet):
    """One address a collectivité, with the page where it was read and the day."""

    model = OfficialAddress
    icon = "mail"
    menu_label = "Adresses officielles"
    menu_order = 175
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        "collectivity",
        Column("place", label="Département", accessor="collectivity.place"),
        "email",
        DateColumn("read_on", label="Lue le", sort_key="read_on"),
    ]
    list_filter = ["read_on"]
    search_backend_name = None
    search_fields = ["collectivity__name", "collectivity__siren", "email"]

    def get_queryset(self, request: Any) -> QuerySet[OfficialAddress]:
        return OfficialAddress.objects.select_related("collectivity")


hooks.register("register_admin_viewset", lambda: CollectivityChooser("collectivity_chooser"))
register_snippet(OfficialAddressViewSet)
