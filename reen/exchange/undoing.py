"""Undoing an import, entry by entry: what somebody has touched since is left alone, and one is told why."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log

from reen.exchange.columns import kind_named
from reen.exchange.permissions import may_publish
from reen.models import ImportedEntry, ImportRun, User
from reen.typography import date_words

REMOVED, UNPUBLISHED, RESTORED = "supprimée", "dépubliée", "remise comme avant, en brouillon"


@dataclass(frozen=True)
class Verdict:
    """What undoing does to an entry, or `kept`: why it does nothing."""

    imported: ImportedEntry
    entry: Any
    does: str = ""
    kept: str = ""


def verdicts(run: ImportRun, user: User) -> list[Verdict]:
    """What this person would undo now, those already undone left out."""
    imported = list(run.entries.filter(undone="").select_related("revision"))
    found = kind_named(run.kind).objects.in_bulk([one.object_id for one in imported])
    told = [_verdict(one, found.get(one.object_id), user) for one in imported]
    while True:  # what is kept may point at what would go
        going = {verdict.entry.pk for verdict in told if verdict.does == REMOVED}
        looked = [_unless_used(verdict, going) if verdict.does == REMOVED else verdict for verdict in told]
        if looked == told:
            return told
        told = looked


@transaction.atomic
def undo(run: ImportRun, user: User) -> list[Verdict]:
    """Undoes what can be undone, and tells of each entry what was done or why nothing was."""
    ImportRun.objects.select_for_update().get(pk=run.pk)
    done = []
    for verdict in verdicts(run, user):
        if verdict.does:
            verdict = _undo(verdict, user)
        if verdict.does:
            verdict.imported.undone = verdict.does
            verdict.imported.save(update_fields=["undone"])
        done.append(verdict)
    if any(verdict.does for verdict in done):
        run.undone_at = timezone.now()
        run.save(update_fields=["undone_at"])
    return done


def _verdict(imported: ImportedEntry, entry: Any, user: User) -> Verdict:
    if entry is None:
        return Verdict(imported, None, kept="supprimée depuis")
    if entry.latest_revision_id != imported.revision_id or imported.revision_id is None:
        return Verdict(imported, entry, kept=_changed_since(entry))
    if entry.locked and entry.locked_by_id != user.pk:
        return Verdict(imported, entry, kept=f"verrouillée par {entry.locked_by or 'quelqu’un d’autre'}")
    if entry.workflow_in_progress:
        return Verdict(imported, entry, kept="en relecture\u00a0: retirez-la de la relecture d’abord")
    if not imported.created:
        return Verdict(imported, entry, does=RESTORED)
    if entry.live:
        if not may_publish(user, type(entry)):
            return Verdict(
                imported, entry, kept="publiée depuis\u00a0: une personne qui publie doit la retirer"
            )
        return Verdict(imported, entry, does=UNPUBLISHED)
    return Verdict(imported, entry, does=REMOVED)


def _changed_since(entry: Any) -> str:
    revision = entry.latest_revision
    if revision is None:
        return "modifiée depuis"
    by = f" par {revision.user}" if revision.user else ""
    return f"modifiée depuis{by} le {date_words(timezone.localtime(revision.created_at).date())}"


def _unless_used(verdict: Verdict, going: set[int]) -> Verdict:
    """Keeps a new entry at which something points that does not go with it."""
    entry = verdict.entry
    for relation in entry._meta.related_objects:
        if isinstance(relation.field, ParentalKey):  # a part of the entry itself
            continue
        users = relation.related_model._default_manager.filter(**{relation.field.name: entry.pk})
        if relation.related_model is type(entry):
            users = users.exclude(pk__in=going)
        if user := users.first():
            named = f"citée par «\u202f{user}\u202f»\u00a0: retirez ce lien d’abord"
            return Verdict(verdict.imported, entry, kept=named)
    return verdict


def _undo(verdict: Verdict, user: User) -> Verdict:
    entry, imported = verdict.entry, verdict.imported
    if verdict.does == UNPUBLISHED:
        entry.unpublish(user=user, log_action=True)
    elif verdict.does == RESTORED:
        _restore(entry, imported, user)
    else:
        try:
            with transaction.atomic():
                log(instance=entry, action="wagtail.delete", user=user)
                entry.delete()
        except (ProtectedError, RestrictedError):
            return Verdict(imported, entry, kept="choisie dans une stratégie")
    return verdict


def _restore(entry: Any, imported: ImportedEntry, user: User) -> None:
    assert imported.before is not None
    as_live = not imported.was_draft and entry.live and entry.live_revision_id != imported.revision_id
    former = entry.with_content_json(imported.before)
    former.save_revision(user=user, clean=False, log_action=True)
    if as_live:  # what waited as a draft was the import only
        type(entry).objects.filter(pk=entry.pk).update(has_unpublished_changes=False)
