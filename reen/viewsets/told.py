"""What editors are told of a form they sent, in the words of the two stages."""

from typing import Any

from django.utils import timezone

DONE = {
    "submit": "envoyé en relecture",
    "restart-workflow": "renvoyé en relecture",
    "cancel-workflow": "relecture annulée",
    "approve": "approuvé",
    "reject": "changements demandés",
}


class TellsWhatWasDone:
    """Wagtail's own French says « planifié pour la publication » of what was sent to be read."""

    error_message = "Rien n’est enregistré\u00a0: corrigez ce qui est signalé."

    def get_success_message(self: Any, instance: Any = None) -> str:
        """The entry and what became of it."""
        entry = instance or self.object
        action = self.workflow_action if self.action == "workflow-action" else self.action
        told = DONE.get(action, "brouillon enregistré")
        if action == "publish" or (action == "approve" and not entry.workflow_in_progress):
            coming = entry.go_live_at and entry.go_live_at > timezone.now()
            told = "mise en ligne planifiée" if coming else "en ligne"
        return f"«\u202f{entry}\u202f»\u00a0: {told}."
