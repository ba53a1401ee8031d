"""The catalogue in the admin: one menu, listings that tell state, date checked and fit."""

from wagtail.admin.ui.tables import BooleanColumn, Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from reen.models import (
    Action,
    FieldReport,
    Indicator,
    LegalText,
    Requirement,
    Resource,
    ResourceList,
    SuggestionRule,
)


class EntryViewSet(SnippetViewSet):
    """What the listings of every kind of entry share."""

    list_per_page = 50
    copy_view_enabled = False
    list_display = ["title", "ref", "checked_on", "certainty", "edition", UpdatedAtColumn()]
    list_filter = ["live", "certainty", "checked_on"]
    search_backend_name = None  # modelsearch 1.3 on SQLite cannot search a field other than title and body
    search_fields = ["title", "ref"]


class ActionViewSet(EntryViewSet):
    """Actions."""

    model = Action
    icon = "clipboard-list"
    list_display = [
        "title",
        Column("theme", label="Thème", accessor="get_theme_display", sort_key="theme"),
        BooleanColumn("short", label="Fiche courte", sort_key="short"),
        "checked_on",
        "certainty",
        "edition",
        UpdatedAtColumn(),
    ]
    list_filter = ["theme", "short", "live", "certainty", "checked_on", "effort_small", "effort_large"]


class IndicatorViewSet(EntryViewSet):
    """Indicators."""

    model = Indicator
    icon = "bars"


class ResourceViewSet(EntryViewSet):
    """Resources."""

    model = Resource
    icon = "doc-full"
    list_display = [
        "title",
        "producer",
        BooleanColumn("opened", label="Lien relu", sort_key="opened"),
        "checked_on",
        "certainty",
        UpdatedAtColumn(),
    ]
    list_filter = ["live", "family", "opened", "free", "certainty", "checked_on"]


class ResourceListViewSet(EntryViewSet):
    """Lists of resources."""

    model = ResourceList
    icon = "list-ol"
    list_display = ["title", "ref", "checked_on", UpdatedAtColumn()]


class FieldReportViewSet(EntryViewSet):
    """Field reports."""

    model = FieldReport
    icon = "group"
    list_display = ["title", "body", "year", "checked_on", "certainty", UpdatedAtColumn()]


class RequirementViewSet(EntryViewSet):
    """Requirements of the decree."""

    model = Requirement
    icon = "tasks"
    list_display = [
        "title",
        Column("part", label="Partie", accessor="get_part_display", sort_key="part"),
        "deadline",
        "checked_on",
        "certainty",
        UpdatedAtColumn(),
    ]
    list_filter = ["part", "live", "certainty"]


class LegalTextViewSet(EntryViewSet):
    """Articles and neighbouring obligations."""

    model = LegalText
    icon = "openquote"
    list_display = [
        "title",
        "number",
        Column("group", label="Groupe", accessor="get_group_display", sort_key="group"),
        "checked_on",
        "certainty",
        UpdatedAtColumn(),
    ]
    list_filter = ["group", "live", "certainty"]


class SuggestionRuleViewSet(SnippetViewSet):
    """Rules of suggestion."""

    model = SuggestionRule
    icon = "help"
    list_per_page = 50
    copy_view_enabled = False
    list_display = [
        "title",
        Column("kind", label="Sujet", accessor="get_kind_display", sort_key="kind"),
        Column("trigger", label="Déclencheur", accessor="get_trigger_display", sort_key="trigger"),
        "weight",
        UpdatedAtColumn(),
    ]
    list_filter = ["kind", "trigger", "live"]
    search_backend_name = None
    search_fields = ["title", "ref", "reason"]


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
