"""Brings the database up to date with the YAML, without ever undoing what an editor did.

One transaction; a second run over the same YAML writes nothing. For each object whose YAML changed:

- nobody touched it since the last load: updated and published;
- an editor published a change, unpublished it, or made it by hand: the new YAML becomes a draft revision to compare;
- an editor has an unpublished draft: left alone, and tried again at the next load;
- an editor deleted it: left deleted.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from reen.content import site
from reen.content.editors import make_editors
from reen.content.entries import entries
from reen.content.items import Item
from reen.content.pages import PARENTS, pages
from reen.content.rich_text import everywhere, with_numbers
from reen.content.rows import ContentError
from reen.content.tree import add_page, home_page
from reen.models import BasePage, LoadedContent

FOLDER = Path(__file__).parent
WRITES = {"created", "updated", "drafted"}


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
    found = [_find(item, records.get(item.key)) for item in changed]
    added = [
        _add(item) if known is None and item.key not in records else None
        for item, known in zip(changed, found, strict=True)
    ]
    for count, (item, known, new) in enumerate(zip(changed, found, added, strict=True), start=1):
        if (outcome := _outcome(known, new, records.get(item.key))) in WRITES:
            _write(item, (new or known).pk, publish=outcome != "drafted")
        getattr(report, outcome).append(item.key)
        if count % 25 == 0:
            say(f"{count} sur {len(changed)}")
    for item in settings:
        _load_settings(item, records.get(item.key), report)
    make_editors(home_page())
    return report


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


def _outcome(known: Any, new: Any, record: LoadedContent | None) -> str:
    """What to do with an object, as the name of its list in the report."""
    if new is not None:
        return "created"
    if known is None:
        return "deleted"
    untouched = record is not None and known.latest_revision_id == record.revision_id
    if untouched and known.live_revision_id == known.latest_revision_id:
        return "updated"
    return "drafted" if untouched or not known.has_unpublished_changes else "waiting"


def _find(item: Item, record: LoadedContent | None) -> Any:
    """The object of an item, by what was loaded or else by its name; None when there is none."""
    wanted = item.natural if record is None else {"pk": record.object_id}
    return item.model._default_manager.filter(**wanted).first()


def _add(item: Item) -> Any:
    """A new object, unpublished and without its links: those it points at may not be there yet."""
    new = item.model(**item.fresh_values(), live=False)
    _validate(item, new)
    if isinstance(new, BasePage):
        add_page(new, PARENTS.get(item.model))
    else:
        new.save()
    return new


def _write(item: Item, pk: int, *, publish: bool) -> None:
    """Writes the YAML as a new revision, published or left as a draft, and records it as the loader's own."""
    # As it is now: a page may have been given children since.
    found: Any = item.model._default_manager.get(pk=pk)
    for name, value in item.fresh_values().items():
        setattr(found, name, everywhere(value, with_numbers))
    for link, pointed in item.links.items():
        link.attach(found, pointed, item.row.folder)
    _validate(item, found)
    revision = found.save_revision(clean=False)
    if publish:
        revision.publish()
    LoadedContent.objects.update_or_create(
        key=item.key, defaults={"object_id": found.pk, "digest": item.digest, "revision": revision}
    )


def _validate(item: Item, found: Any) -> None:
    """Raises ContentError with the first field the model or a block refuses."""
    exclude = (
        {"path", "depth", "url_path", "draft_title", "slug", "content_type"}
        if isinstance(found, BasePage)
        else ()
    )
    try:
        found.full_clean(
            exclude=set(exclude) | {link.attribute for link in item.links}, validate_unique=False
        )
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise item.row.error(name, " ".join(messages)) from error
