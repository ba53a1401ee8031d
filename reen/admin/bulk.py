"""What is done to several entries of a listing at once: marked as checked, published, sent to review."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import classproperty
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.models import get_snippet_models

from reen.content.checking import mark_checked
from reen.models import Entry
from reen.typography import plural

MOST = 100


class EntryBulkAction(SnippetBulkAction):
    """Asks for a confirmation that lists what will be done, what cannot and why."""

    template_name = "reen/admin/bulk_action.html"
    permission = "publish"
    question: str
    confirm: str
    done: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuses « all », which would ignore the filters, and more than a person can have looked at."""
        chosen = request.GET.getlist("id")
        if "all" in chosen or len(chosen) > MOST:
            messages.error(request, f"Choisissez au plus {MOST} fiches à la fois.")
            return redirect(self.next_url)
        return super().dispatch(request, *args, **kwargs)

    @classproperty
    def models(cls) -> list[type[Entry]]:  # noqa: N805
        return [model for model in get_snippet_models() if issubclass(model, Entry)]

    def check_perm(self, entry: Entry) -> bool:
        allowed: bool = self.permission_policy.user_has_permission_for_instance(
            self.request.user, self.permission, entry
        )
        return allowed and not self.refusal(entry)

    def refusal(self, entry: Any) -> str:
        """Why this cannot be done to an entry, "" when it can."""
        lock = entry.get_lock()
        return "verrouillée" if lock and lock.for_user(self.request.user) else ""

    @classmethod
    def execute_action(cls, objects: Iterable[Entry], **kwargs: Any) -> tuple[int, int]:
        """Does it to each, in one transaction."""
        done = [cls.execute(entry, kwargs["self"].request.user) for entry in objects]
        return len(done), 0

    @classmethod
    @abstractmethod
    def execute(cls, entry: Any, user: Any) -> None:
        """Does it to one entry."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        refused = [(entry, self.refusal(entry) or "non permis") for entry in context["items_with_no_access"]]
        return context | {"question": self.question, "confirm": self.confirm, "refused": refused}

    def get_success_message(self, number: int, _children: int) -> str:
        return f"{plural(number, 'fiche')}\u00a0: {self.done}."


class CheckedBulkAction(EntryBulkAction):
    """Their sources were opened again today."""

    display_name = "Source rouverte"
    aria_label = "Dire que la source des fiches choisies a été rouverte aujourd’hui"
    action_type = "checked"
    action_priority = 10
    question = "Avez-vous rouvert aujourd’hui la source de chacune de ces fiches\u202f?"
    confirm = "Oui, je les ai rouvertes"
    done = "vérification datée d’aujourd’hui"

    @classmethod
    def execute(cls, entry: Any, user: Any) -> None:
        mark_checked(entry, by=user)


class PublishBulkAction(EntryBulkAction):
    """Their drafts are published; those that lack something are refused."""

    display_name = "Publier"
    aria_label = "Publier les fiches choisies"
    action_type = "publish"
    action_priority = 20
    question = "Publier le brouillon de ces fiches\u202f?"
    confirm = "Oui, publier"
    done = "publication faite"

    def refusal(self, entry: Any) -> str:
        if entry.live and not entry.has_unpublished_changes:
            return "rien de nouveau à publier"
        return super().refusal(entry) or lacking(entry)

    @classmethod
    def execute(cls, entry: Any, user: Any) -> None:
        draft = entry.get_latest_revision_as_object()
        revision = entry.latest_revision or draft.save_revision(user=user)
        revision.publish(user=user)


class SubmitBulkAction(EntryBulkAction):
    """Their drafts are sent to review; those that lack something are refused."""

    display_name = "En relecture"
    aria_label = "Envoyer en relecture les fiches choisies"
    action_type = "submit"
    action_priority = 15
    permission = "change"
    question = "Envoyer en relecture le brouillon de ces fiches\u202f?"
    confirm = "Oui, envoyer"
    done = "envoi en relecture fait"

    def refusal(self, entry: Any) -> str:
        if entry.workflow_in_progress:
            return "déjà en relecture"
        if entry.live and not entry.has_unpublished_changes:
            return "rien de nouveau à relire"
        return super().refusal(entry) or lacking(entry)

    @classmethod
    def execute(cls, entry: Any, user: Any) -> None:
        entry.get_workflow().start(entry, user)


def lacking(entry: Any) -> str:
    """What the draft lacks before it can be published, in words."""
    labels = entry.get_latest_revision_as_object().lacking()
    return f"à compléter\u00a0: {', '.join(labels)}" if labels else ""


for action in (CheckedBulkAction, SubmitBulkAction, PublishBulkAction):
    hooks.register("register_bulk_action", action)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """How the history of an entry tells it."""
    actions.register_action("reen.check", "Dater la vérification", "Source rouverte")
