"""New entries and revisions written many at once: the rows that Wagtail writes for one entry after the other."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Prefetch, prefetch_related_objects
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.log_actions import get_active_log_context
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.signals import published

from reen.models import Entry

AT_ONCE = 500


def blank(model: type[Any]) -> Any:
    """A new entry that is unpublished and points at nothing, which the database is then not asked about."""
    fields = [field.name for field in get_all_child_m2m_relations(model)]
    relations = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    return model(live=False, **{name: [] for name in (*fields, *relations)})


def insert(entries: Sequence[Any]) -> None:
    """Inserts new entries of one kind, without what they point at."""
    for some in _parts(entries):
        type(some[0])._default_manager.bulk_create(some)


def read_links(entries: Sequence[Any]) -> None:
    """Asks at once for the numbers of what saved entries of one kind point at, as their revisions tell them."""
    for some in _parts(entries):
        lists = [
            Prefetch(field.name, field.related_model._default_manager.only("pk"))
            for field in get_all_child_m2m_relations(type(some[0]))
        ]
        rows = [relation.get_accessor_name() for relation in get_all_child_relations(type(some[0]))]
        prefetch_related_objects(some, *lists, *rows)


def link(entries: Sequence[Any], *keys: str) -> None:
    """Writes what inserted entries of one kind point at, foreign keys as named, and the rows they are made of."""
    for some in _parts(entries):
        model = type(some[0])
        if pointing := [entry for entry in some if any(getattr(entry, key) for key in keys)]:
            model._default_manager.bulk_update(pointing, keys)
        for field in get_all_child_m2m_relations(model):
            through = field.remote_field.through
            source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
            through._default_manager.bulk_create(
                through(**{source: entry.pk, target: pointed.pk})
                for entry in some
                for pointed in getattr(entry, field.name).all()
            )
        for relation in get_all_child_relations(model):
            for rows in (getattr(entry, relation.get_accessor_name()) for entry in some):
                if rows.all():
                    rows.commit()
        if model in ReferenceIndex.indexed_models:
            for entry in some:
                ReferenceIndex.create_or_update_for_object(entry)


def revise(entries: Sequence[Any], *, by: Any = None, action: str = "") -> None:
    """Gives each entry of one kind a revision, its draft from now on, that holds it as it is in memory.

    The history tells `action`, if one is named.
    """
    for some in _parts(entries):
        model, now = type(some[0]), timezone.now()
        revisions = Revision.objects.bulk_create(
            Revision(
                content_type=model.get_content_type(),
                base_content_type=model.get_base_content_type(),
                object_id=str(entry.pk),
                created_at=now,
                user=by,
                content=entry.serializable_data(),
                object_str=str(entry),
            )
            for entry in some
        )
        for entry, revision in zip(some, revisions, strict=True):
            entry.latest_revision, entry.has_unpublished_changes = revision, True
        model._default_manager.bulk_update(some, ["latest_revision", "has_unpublished_changes"])
        if action:
            _log(some, action, by)


def publish(entries: Sequence[Any]) -> None:
    """Publishes, for the first time, entries of one kind that were just revised; whoever asks has checked them."""
    for some in _parts(entries):
        model, now = type(some[0]), timezone.now()
        told: dict[str, Any] = {"live": True, "has_unpublished_changes": False}
        told |= {"first_published_at": now, "last_published_at": now}
        told |= {"edition": 1} if issubclass(model, Entry) else {}
        rows = model._default_manager.filter(pk__in=[entry.pk for entry in some])
        rows.update(**told, live_revision=F("latest_revision"))
        for entry in some:
            for name, value in told.items():
                setattr(entry, name, value)
            entry.live_revision = entry.latest_revision
            published.send(sender=model, instance=entry, revision=entry.live_revision)
        _log(some, "wagtail.publish", None)


def _log(entries: Sequence[Any], action: str, by: Any) -> None:
    """What Wagtail's `log` writes of each entry and its last revision."""
    now, context = timezone.now(), get_active_log_context()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=entry.get_content_type(),
            object_id=str(entry.pk),
            label=str(entry),
            action=action,
            timestamp=now,
            user=by or context.user,
            uuid=context.uuid,
            revision_id=entry.latest_revision_id,
            content_changed=True,
        )
        for entry in entries
    )


def _parts(entries: Sequence[Any]) -> list[Sequence[Any]]:
    return [entries[start : start + AT_ONCE] for start in range(0, len(entries), AT_ONCE)]
