"""The catalogue in the admin: one menu, listings that tell state, date checked and fit."""

from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from reen.models import (
    Action,
    FieldReport,
    Indicator,
    LegalText,
    Requirement,
    Resource,
    ResourceList,
)
from reen.viewsets.entry import EntryViewSet
from reen.viewsets.exchanging import ExchangedIndexView
from reen.viewsets.filters import (
    ActionFilterSet,
    CitedFilterSet,
    FieldReportFilterSet,
    LegalTextFilterSet,
    RequirementFilterSet,
    ResourceFilterSet,
    ResourceListFilterSet,
)
from reen.viewsets.rules import SuggestionRuleViewSet


class ActionViewSet(EntryViewSet):
    """Actions."""

    model = Action
    index_view_class = ExchangedIndexView
    icon = "clipboard-list"
    list_display = [
        "title",
        Column("theme", label="Thème", accessor="get_theme_display", sort_key="theme"),
        Column(
            "short", label="Fiche", accessor=lambda action: "courte" if action.short else "", sort_key="short"
        ),
        *EntryViewSet.truth_columns,
    ]
    filterset_class = ActionFilterSet


class IndicatorViewSet(EntryViewSet):
    """Indicators."""

    model = Indicator
    index_view_class = ExchangedIndexView
    icon = "bars"
    list_display = ["title", "unit", "frequency", *EntryViewSet.truth_columns]
    filterset_class = CitedFilterSet


class ResourceViewSet(EntryViewSet):
    """Resources."""

    model = Resource
    index_view_class = ExchangedIndexView
    icon = "doc-full"
    list_display = [
        "title",
        "producer",
        BooleanColumn("opened", label="Lien relu", sort_key="opened"),
        *EntryViewSet.truth_columns,
    ]
    filterset_class = ResourceFilterSet


class ResourceListViewSet(EntryViewSet):
    """Lists of resources."""

    model = ResourceList
    icon = "list-ol"
    filterset_class = ResourceListFilterSet


class FieldReportViewSet(EntryViewSet):
    """Field reports."""

    model = FieldReport
    icon = "group"
    list_display = ["title", "body", "year", *EntryViewSet.truth_columns]
    filterset_class = FieldReportFilterSet


class RequirementViewSet(EntryViewSet):
    """Requirements of the decree."""

    model = Requirement
    icon = "tasks"
    list_display = [
        "title",
        Column("part", label="Partie", accessor="get_part_display", sort_key="part"),
        "deadline",
        *EntryViewSet.truth_columns,
    ]
    filterset_class = RequirementFilterSet


class LegalTextViewSet(EntryViewSet):
    """Articles and neighbouring obligations."""

    model = LegalText
    icon = "openquote"
    list_display = [
        "title",
        "number",
        Column("group", label="Groupe", accessor="get_group_display", sort_key="group"),
        *EntryViewSet.truth_columns,
    ]
    filterset_class = LegalTextFilterSet


class CatalogueGroup(SnippetViewSetGroup):
    """The catalogue in the menu of the admin."""

    menu_label = "Catalogue"
    menu_icon = "folder-open-inverse"
    menu_order = 150
    items = (
        ActionViewSet,
        IndicatorViewSet,
        ResourceViewSet,
        ResourceListViewSet,
        FieldReportViewSet,
        RequirementViewSet,
        LegalTextViewSet,
        SuggestionRuleViewSet,
    )
