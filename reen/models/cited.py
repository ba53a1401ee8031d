"""What indicators, resources and field reports share: their themes, and the actions that cite them."""

from typing import Any

from reen.enums import Theme
from reen.fields import SearchTextField, VocabularySetField
from reen.models.action import Action
from reen.models.addresses import theme_url
from reen.models.entry import Entry
from reen.models.linked import Linked


class CitedEntry(Entry):
    """An entry that actions point at; `cited_as` is the name of that link on the action."""

    themes = VocabularySetField("thèmes", vocabulary=Theme)
    search_text = SearchTextField()

    cited_as: str

    class Meta:
        abstract = True

    def sheet_context(self) -> dict[str, Any]:
        """The sheet with its themes and the published actions that cite it."""
        cited = {self.cited_as: self.pk}
        actions = Action.objects.live().lines().filter(**cited) if self.pk else Action.objects.none()
        return super().sheet_context() | {
            "themes": [(theme.label, theme_url(theme)) for theme in self.themes],
            "actions": Linked(actions, Action().index()[1]),
        }
