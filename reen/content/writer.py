"""Writes what is published as the YAML that the loader reads: the same files for the same state, byte for byte.

Drafts, histories, schedules and accounts are left out, and so is a link to what is not published.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from reen.content import entries, pages, site
from reen.content.documents import FileLink
from reen.content.entries import EntryKind
from reen.content.fields import Values
from reen.content.rows import ContentError
from reen.enums import Theme
from reen.models import BasePage

WIDTH = 110


class Dumper(yaml.SafeDumper):
    """Lists are set in under their name; nothing is written by reference."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(folder: Path) -> dict[str, int]:
    """Writes every file into a folder, made if need be; how many objects each holds, by name.

    Files that an earlier export left there and that would hold nothing now are removed.
    """
    counts = {}
    for name, title, data in [*_entries(), *_pages(), *_settings()]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {title}\n{_dump(data)}", encoding="utf-8", newline="\n")
        counts[name] = len(data)
    for kind in entries.KINDS:
        for link in kind.links:
            if isinstance(link, FileLink):
                for entry in _published(kind):
                    link.copy(entry, folder)
    site.copy_logo(folder)
    for path in folder.glob(entries.ACTION.files):
        if str(path.relative_to(folder)) not in counts:
            path.unlink()
    return counts


def refusals(folder: Path) -> tuple[str, ...]:
    """What the loader would refuse of a folder: an entry can be published without all that the files ask for."""
    messages: list[str] = []
    for read in (entries.entries, pages.pages, site.items):
        try:
            list(read(folder))
        except ContentError as error:
            messages += error.messages
    return tuple(messages)


def _entries() -> Iterator[tuple[str, str, list[Values]]]:
    for kind in entries.KINDS:
        written = [kind.write(entry) for entry in _published(kind)]
        title = str(kind.model._meta.verbose_name_plural).capitalize()
        if "*" not in kind.files:
            yield kind.files, f"{title}.", written
            continue
        for theme in Theme:
            if of_theme := [values for values in written if values["theme"] == theme]:
                yield kind.files.replace("*", theme.value), f"{title}\u00a0: {theme.label}.", of_theme


def _published(kind: EntryKind) -> list[Any]:
    """In an order that no database decides."""
    names = [link.attribute for link in kind.links]
    published = kind.model._default_manager.filter(live=True).prefetch_related(*names)
    return sorted(published, key=lambda entry: (getattr(entry, "order", 0), entry.ref))


def _settings() -> Iterator[tuple[str, str, Values]]:
    if settings := site.written():
        yield site.FILE, "Réglages du site.", settings


def _pages() -> Iterator[tuple[str, str, Any]]:
    tree: dict[str, Any] = {}
    for kind in pages.KINDS:
        live: Iterable[BasePage] = kind.model.objects.filter(live=True).order_by("path")
        written = [kind.write(page) for page in live]
        if kind.place == pages.THEMES_FILE:
            yield pages.THEMES_FILE, "Pages des thèmes.", sorted(written, key=lambda values: values["ref"])
        elif kind.named_by:
            tree[kind.place] = written
        elif written:
            tree[kind.place] = written[0]
    yield pages.FILE, "Pages du site.", tree


def _dump(data: Any) -> str:
    """One block for each object of a list, an empty line between two."""
    if isinstance(data, list):
        return "\n".join(_dump_block([item]) for item in data) or "[]\n"
    return _dump_block(data)


def _dump_block(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text
