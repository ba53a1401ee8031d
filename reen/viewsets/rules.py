"""Rules of suggestion in the admin, each told in words in the listing."""

from typing import Any

from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from reen.models import SuggestionRule
from reen.queries.rules import rules_in_words
from reen.viewsets.entry import EntryCreateView, EntryEditView, EntryWorkflowActionView


class WordsColumn(Column):
    """What a rule says, as the site tells it: published words, those of the draft while it never was."""

    def get_value(self, instance: Any) -> str:
        return str(getattr(instance, "in_words", ""))


class SuggestionRuleIndexView(IndexView):
    """A listing whose sentences are read for the whole page at once."""

    def get_table(self, object_list: Any) -> Any:
        words = rules_in_words(object_list)
        for row in object_list:
            row.in_words = words.get(
                row.pk, "Incomplète\u00a0: il lui manque son sujet, sa raison ou ses points."
            )
        return super().get_table(object_list)


class SuggestionRuleViewSet(SnippetViewSet):
    """Rules of suggestion."""

    model = SuggestionRule
    icon = "help"
    list_per_page = 50
    copy_view_enabled = False
    index_view_class = SuggestionRuleIndexView
    add_view_class = EntryCreateView
    edit_view_class = EntryEditView
    workflow_action_view_class = EntryWorkflowActionView
    list_display = [
        "title",
        Column("kind", label="Sujet", accessor="get_kind_display", sort_key="kind"),
        "weight",
        WordsColumn("in_words", label="En mots"),
        UpdatedAtColumn(),
    ]
    list_filter = ["kind", "trigger", "live"]
    list_export = ["ref", "title", "kind", "trigger", "weight", "reason", "live"]
    search_backend_name = None
    search_fields = ["title", "ref", "reason"]
