"""The notes of the editors, beside the form of an entry."""

from typing import Any

from django.middleware.csrf import get_token
from wagtail.admin.ui.side_panels import BaseSidePanel

from reen.models import Note


class NotesSidePanel(BaseSidePanel):
    """What was noted, what is settled, and where to write the next note."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """Counts the notes that wait for an answer."""

        aria_label = "Afficher ou masquer les notes de relecture"
        icon_name = "comment"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            waiting = Note.objects.about(self.panel.object).open().count()
            return super().get_context_data(parent_context) | {"count": waiting}

    name = "notes"
    title = "Notes de relecture"
    template_name = "reen/admin/notes.html"
    order = 200

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return super().get_context_data(parent_context) | {
            "notes": list(Note.objects.about(self.object)),
            "csrf_token": get_token(self.request),
            "kind": self.object._meta.model_name,
        }
