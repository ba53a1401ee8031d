"""An action as it is being drafted, read to be printed before it is published."""

from django.utils import timezone

from reen.enums import Theme
from reen.models import Action
from reen.queries.sources import common
from reen.sheets import ActionWording


def drafted_action(pk: int) -> ActionWording | None:
    """The latest draft of an action, as the edition it will be; None when there is no such action.

    What a half-filled draft lacks is said so, or taken as the first of its kind.
    """
    action = Action.objects.filter(pk=pk).first()
    if action is None:
        return None
    draft = action.get_latest_revision_as_object()
    known = common(draft)
    return ActionWording(
        **known
        | {
            "title": draft.title or "Action sans titre",
            "revision": action.edition + (not action.live or action.has_unpublished_changes),
            "revised_on": timezone.localdate(),
        },
        summary=draft.summary or "Pas encore de résumé.",
        theme=Theme(draft.theme) if draft.theme else Theme.STEERING,
        requirements=tuple(entry.ref for entry in draft.published("requirements")),
        url=draft.get_absolute_url(),
    )
