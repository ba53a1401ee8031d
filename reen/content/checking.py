"""Saying of an entry that its source was opened again today, without a word of it changed."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log


@transaction.atomic
def mark_checked(entry: Any, *, by: Any) -> None:
    """Moves « vérifié le » to today: at once for readers, and in the draft when there is one.

    Nothing is published: the draft stays a draft, and the number of the edition that readers quote stays the same.
    """
    today = timezone.localdate()
    draft = entry.get_latest_revision_as_object()
    draft.checked_on = today
    revision = draft.save_revision(user=by, changed=False, clean=False)
    changed: dict[str, Any] = {"checked_on": today}
    if entry.live and not entry.has_unpublished_changes:
        changed["live_revision"] = revision
    type(entry)._default_manager.filter(pk=entry.pk).update(**changed)
    log(instance=entry, action="reen.check", user=by, revision=revision)
