"""Brings the database up to date with the YAML, without ever undoing what an editor did.

One transaction; a second run over the same YAML writes nothing. For each object whose YAML changed:

- nobody touched it since the last load: updated and published;
- an editor published a change, unpublished it, or made it by hand: the new YAML becomes a draft revision to compare;
- an editor has an unpublished draft: left alone, and tried again at the next load;
- an editor deleted it: left deleted;
- the object says the same already, in other words of the YAML: nothing is written.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from reen.content import site
from reen.content.editors import make_editors
from reen.content.entries import entries
from reen.content.items import Item
from reen.content.objects import found, insert, pointed_at, publish, write
from reen.content.pages import pages
from reen.content.rows import ContentError
from reen.content.tree import home_page
from reen.models import LoadedContent
from reen.models.publications import together

FOLDER = Path(__file__).parent
WRITES, UNCHANGED = {"updated", "drafted"}, "unchanged"


@dataclass
class Report:
    """What a load did, as keys such as `action:inventaire-parc`."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    drafted: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def warnings(self) -> Iterable[str]:
        """What an editor should know, in French."""
        texts = (
            (self.drafted, "modifié par un éditeur\u00a0: le nouveau texte attend en brouillon"),
            (self.waiting, "un brouillon d’éditeur n’est pas publié\u00a0: rien n’est changé"),
            (self.deleted, "supprimé par un éditeur\u00a0: n’est pas recréé"),
            (self.orphans, "n’est plus dans les fichiers\u00a0: à dépublier si c’est voulu"),
            (self.kept, "modifiés dans l’administration\u00a0: le fichier n’est pas repris"),
        )
        return (f"{key}\u00a0: {text}." for keys, text in texts for key in keys)


@transaction.atomic
def load(folder: Path = FOLDER, *, say: Callable[[str], None] = lambda _line: None) -> Report:
    """Loads the folder. Raises ContentError, having written nothing, when the YAML is wrong; `say` tells progress."""
    items = [*entries(folder), *pages(folder)]
    settings = list(site.items(folder))
    _check_links(items)
    report = Report()
    records = {record.key: record for record in LoadedContent.objects.all()}
    report.orphans = sorted(set(records) - {item.key for item in (*items, *settings)})
    changed = [item for item in items if item.key not in records or records[item.key].digest != item.digest]
    report.unchanged = len(items) - len(changed)
    with together():
        _write_items(changed, records, report, say)
    for item in settings:
        _load_settings(item, records.get(item.key), report)
    make_editors(home_page())
    return report


def _write_items(
    changed: list[Item], records: dict[str, LoadedContent], report: Report, say: Callable[[str], None]
) -> None:
    """Objects point at each other: all are there before any is written whole."""
    there = found(changed, {key: record.object_id for key, record in records.items()})
    new = [item for item in changed if item.key not in there and item.key not in records]
    added = insert(new)
    known = pointed_at(changed)
    publish(new, added, known)
    rows = [_row(item, added[item.key], added[item.key].latest_revision_id) for item in new]
    report.created += added
    old = [item for item in changed if item.key not in added]
    for count, item in enumerate(old, start=1):
        ours: Any = there.get(item.key)
        record = records.get(item.key)
        outcome = _outcome(item, ours, record)
        if outcome in WRITES:
            ours = write(item, ours.pk, known, live=outcome == "updated")
            rows.append(_row(item, ours, ours.latest_revision_id))
        elif outcome == UNCHANGED and (record is None or _is_untouched(ours, record)):
            rows.append(_row(item, ours, record.revision_id if record else None))
        if outcome == UNCHANGED:
            report.unchanged += 1
        else:
            getattr(report, outcome).append(item.key)
        if count % 25 == 0:
            say(f"{count} sur {len(old)}")
    LoadedContent.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["object_id", "digest", "revision"],
    )


def _row(item: Item, ours: Any, revision: int | None) -> LoadedContent:
    return LoadedContent(key=item.key, digest=item.digest, object_id=ours.pk, revision_id=revision)


def _load_settings(item: Item, record: LoadedContent | None, report: Report) -> None:
    """The settings of the site, once the pages that menus lead to are there."""
    if record is not None and record.digest == item.digest:
        report.unchanged += 1
    elif site.apply(item):
        (report.updated if record else report.created).append(item.key)
    else:
        report.kept.append(item.key)


def _check_links(items: list[Item]) -> None:
    known = {item.key for item in items}
    wrong = [
        item.row.error(link.name, f"référence inconnue\u00a0: {ref}.").messages[0]
        for item in items
        for link, pointed in item.links.items()
        for ref in link.refs(pointed)
        if f"{link.model._meta.model_name}:{ref}" not in known
    ]
    if wrong:
        raise ContentError(*wrong)


def _outcome(item: Item, ours: Any, record: LoadedContent | None) -> str:
    """What to do with an object that was there, as the name of its list in the report."""
    if ours is None:
        return "deleted"
    if item.is_told_by(ours):
        return UNCHANGED
    untouched = record is not None and _is_untouched(ours, record)
    if untouched and ours.live_revision_id == ours.latest_revision_id:
        return "updated"
    return "drafted" if untouched or not ours.has_unpublished_changes else "waiting"


def _is_untouched(ours: Any, record: LoadedContent) -> bool:
    return bool(ours.latest_revision_id == record.revision_id)
