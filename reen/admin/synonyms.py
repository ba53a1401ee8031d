"""Words that mean the same for the search, in the menu of the admin."""

from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from reen.models import Synonyms


class SynonymsViewSet(SnippetViewSet):
    """Groups of words; a change is heard by the next search, without anything to rebuild."""

    model = Synonyms
    icon = "search"
    menu_label = "Mots équivalents"
    menu_order = 170
    add_to_admin_menu = True
    list_per_page = 50
    copy_view_enabled = False
    list_display = [Column("__str__", label="Mots équivalents"), "ref", UpdatedAtColumn()]
    list_filter = ["live"]
    search_backend_name = None
    search_fields = ["terms", "ref"]


register_snippet(SynonymsViewSet)
