"""Rules of suggestion in the admin, each told in words in the listing."""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from reen.models import Action, Requirement, SuggestionRule
from reen.rules.rule_words import rule_words
from reen.viewsets.approving import EntryWorkflowActionView
from reen.viewsets.entry import EntryCreateView, EntryEditView

INCOMPLETE = "Incomplète\u00a0: il lui manque son sujet, sa raison ou ses points."


def in_words(row: SuggestionRule) -> str:
    """What a rule says, as the site tells it: published words, those of the draft while it never was."""
    rule = row.as_rule()
    return rule_words(rule, row.titles()) if rule else INCOMPLETE


class SuggestionRuleIndexView(IndexView):
    """A listing that reads what its rules are about for the whole page at once."""

    def get_table(self, object_list: Any) -> Any:
        entries = {"actions": Action, "requirements": Requirement}
        short = [Prefetch(name, model.objects.only("ref", "title")) for name, model in entries.items()]
        prefetch_related_objects(object_list, *short)
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
        Column("in_words", label="En mots", accessor=in_words),
        UpdatedAtColumn(),
    ]
    list_filter = ["kind", "trigger", "live"]
    list_export = ["ref", "title", "kind", "trigger", "weight", "reason", "live"]
    search_backend_name = None
    search_fields = ["title", "ref", "reason"]
