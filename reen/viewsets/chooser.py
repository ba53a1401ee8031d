"""The window where an entry is chosen."""

from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from reen.viewsets.searching import EntryFilterForm


class EntryChooseView(ChooseView):
    """The window."""

    filter_form_class = EntryFilterForm


class EntryChooseResultsView(ChooseResultsView):
    """What it finds."""

    filter_form_class = EntryFilterForm


class EntryChooserViewSet(SnippetChooserViewSet):
    """Searched as listings are."""

    choose_view_class = EntryChooseView
    choose_results_view_class = EntryChooseResultsView
