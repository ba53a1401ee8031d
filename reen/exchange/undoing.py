"""Undoing an import, entry by entry: what somebody has touched since is left alone, and one is told why."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log

from reen.content import many
from reen.exchange.columns import kind_named
from reen.exchange.permissions import may_publish
from reen.models import ImportedEntry, ImportRun, User
from reen.models.publications import together
from reen.models.review import in_review
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
    model = kind_named(run.kind)
    found = model.objects.select_related("latest_revision", "locked_by").in_bulk(
        [one.object_id for one in imported]
    )
    keys = [str(pk) for pk in found]
    reviewed = set(in_review(model).filter(object_id__in=keys).values_list("object_id", flat=True))
    told = [_verdict(one, found.get(one.object_id), user, reviewed) for one in imported]
    while True:  # what is kept may point at what would go
        going = {verdict.entry.pk for verdict in told if verdict.does == REMOVED}
        users = _users(model, going)
        looked = [
            _used(verdict, users[verdict.entry.pk])
            if verdict.does == REMOVED and verdict.entry.pk in users
            else verdict
            for verdict in told
        ]
        if looked == told:
            return told
        told = looked


@transaction.atomic
def undo(run: ImportRun, user: User) -> list[Verdict]:
    """Undoes what can be undone, and tells of each entry what was done or why nothing was."""
    ImportRun.objects.select_for_update().get(pk=run.pk)
    told = verdicts(run, user)
    by_deed = {deed: [one for one in told if one.does == deed] for deed in (REMOVED, RESTORED, UNPUBLISHED)}
    with together():
        removed = _remove(by_deed[REMOVED], user)
        _restore(by_deed[RESTORED], user)
        for verdict in by_deed[UNPUBLISHED]:
            verdict.entry.unpublish(user=user, log_action=True)
    done = [removed.get(verdict.imported.pk, verdict) for verdict in told]
    for verdict in done:
        verdict.imported.undone = verdict.does
    ImportedEntry.objects.bulk_update([verdict.imported for verdict in done if verdict.does], ["undone"])
    if any(verdict.does for verdict in done):
        run.undone_at = timezone.now()
        run.save(update_fields=["undone_at"])
    return done


def _verdict(imported: ImportedEntry, entry: Any, user: User, reviewed: set[str]) -> Verdict:
    if entry is None:
        return Verdict(imported, None, kept="supprimée depuis")
    if entry.latest_revision_id != imported.revision_id or imported.revision_id is None:
        return Verdict(imported, entry, kept=_changed_since(entry))
    if entry.locked and entry.locked_by_id != user.pk:
        return Verdict(imported, entry, kept=f"verrouillée par {entry.locked_by or 'quelqu’un d’autre'}")
    if str(entry.pk) in reviewed:
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


def _users(model: type[Any], going: set[int]) -> dict[int, Any]:
    """For each entry that would go, something that points at it and stays; two queries for each kind of link."""
    users: dict[int, Any] = {}
    for relation in model._meta.related_objects:
        if isinstance(relation.field, ParentalKey):  # a part of the entry itself
            continue
        name = relation.field.name
        pointing = relation.related_model._default_manager.filter(**{f"{name}__in": going})
        if relation.related_model is model:
            pointing = pointing.exclude(pk__in=going)
        first: dict[int, int] = {}
        for pointed, user in pointing.values_list(f"{name}__pk", "pk"):
            if pointed in going and pointed not in users:
                first.setdefault(pointed, user)
        there = relation.related_model._default_manager.in_bulk(set(first.values()))
        users |= {pointed: there[user] for pointed, user in first.items()}
    return users


def _used(verdict: Verdict, user: Any) -> Verdict:
    """Keeps a new entry at which something points that does not go with it."""
    named = f"citée par «\u202f{user}\u202f»\u00a0: retirez ce lien d’abord"
    return Verdict(verdict.imported, verdict.entry, kept=named)


def _remove(going: list[Verdict], user: User) -> dict[int, Verdict]:
    """Deletes entries, all at once unless a strategy holds one of them; what became of each, by imported entry."""
    try:
        with transaction.atomic():
            for verdict in going:
                log(instance=verdict.entry, action="wagtail.delete", user=user)
            if going:
                type(going[0].entry).objects.filter(pk__in=[verdict.entry.pk for verdict in going]).delete()
    except (ProtectedError, RestrictedError):
        if len(going) > 1:
            middle = len(going) // 2
            return _remove(going[:middle], user) | _remove(going[middle:], user)
        kept = Verdict(going[0].imported, going[0].entry, kept="choisie dans une stratégie")
        return {kept.imported.pk: kept}
    return {verdict.imported.pk: verdict for verdict in going}


def _restore(changed: list[Verdict], user: User) -> None:
    """Gives entries a draft that holds what they held; none where what waited as a draft was the import only."""
    former = [verdict.entry.with_content_json(verdict.imported.before) for verdict in changed]
    many.revise(former, by=user, action="wagtail.edit")
    as_live = [
        verdict.entry.pk
        for verdict in changed
        if not verdict.imported.was_draft
        and verdict.entry.live
        and verdict.entry.live_revision_id != verdict.imported.revision_id
    ]
    if as_live:
        type(changed[0].entry).objects.filter(pk__in=as_live).update(has_unpublished_changes=False)
