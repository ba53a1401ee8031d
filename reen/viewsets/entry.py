"""What the screens of every kind of entry share."""

from functools import reduce
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from reen.viewsets.approving import EntryWorkflowActionView
from reen.viewsets.chooser import EntryChooserViewSet
from reen.viewsets.notes import NotesSidePanel
from reen.viewsets.searching import matching
from reen.viewsets.told import TellsWhatWasDone

CERTAINTY = Column("certainty", label="Fiabilité", accessor="get_certainty_display", sort_key="certainty")


class EntryIndexView(IndexView):
    """A listing, searched by words, with the columns that others register as `register_entry_columns`.

    Such a column says by `add_to` what it asks of the query of the entries.
    """

    add_item_label = "Ajouter"

    @cached_property
    def registered(self) -> list[Any]:
        """The columns of others for this kind of entry."""
        return [column for hook in hooks.get_hooks("register_entry_columns") for column in hook(self.model)]

    @cached_property
    def columns(self) -> list[Any]:
        return [*super().columns, *self.registered]

    def get_base_queryset(self) -> QuerySet[Any]:
        return reduce(
            lambda entries, column: column.add_to(entries), self.registered, super().get_base_queryset()
        )

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return matching(queryset, self.search_query) if self.is_searching else queryset


class NamesWhatIsMissing:
    """Tells on top, field by field, what keeps an entry from being published or sent."""

    def is_valid(self: Any, form: BaseForm) -> bool:
        valid: bool = super().is_valid(form)  # type: ignore[misc]
        if form.errors and not (self.saving_as_draft or self.locked_for_user or self.expects_json_response):
            named = ", ".join(
                f"«\u202f{form[name].label}\u202f»" for name in form.errors if name in form.fields
            )
            self.produced_error_message = f"Complétez ou corrigez avant de publier\u00a0: {named}."
        return valid


class EntryCreateView(TellsWhatWasDone, NamesWhatIsMissing, CreateView):
    """A new entry."""


class EntryEditView(TellsWhatWasDone, NamesWhatIsMissing, EditView):
    """An entry, the notes about it, and what others register: `register_entry_buttons`, `register_entry_notices`."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = (hook(self.object) for hook in hooks.get_hooks("register_entry_notices"))
        return super().get_context_data(**kwargs) | {"entry_notices": list(chain.from_iterable(told))}

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        return MediaContainer([*panels, NotesSidePanel(self.object, self.request)])

    @property
    def header_more_buttons(self) -> list[Any]:
        ours = (hook(self.object, self.request.user) for hook in hooks.get_hooks("register_entry_buttons"))
        return [*super().header_more_buttons, *(button for buttons in ours for button in buttons)]


class EntryViewSet(SnippetViewSet):
    """What the screens of every kind of entry share."""

    list_per_page = 50
    copy_view_enabled = False
    index_view_class = EntryIndexView
    add_view_class = EntryCreateView
    edit_view_class = EntryEditView
    edit_template_name = "reen/admin/edit.html"
    workflow_action_view_class = EntryWorkflowActionView
    chooser_viewset_class = EntryChooserViewSet
    chooser_per_page = 25
    truth_columns = ("checked_on", CERTAINTY)
    list_display = ["title", "ref", *truth_columns]
    list_export = ["ref", "title", "checked_on", "certainty", "edition", "live"]
    search_backend_name = None
    search_fields = ["title", "ref"]
