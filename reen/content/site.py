"""How the settings of the site are written in the YAML: names as in the model, pages by their address.

Settings have no drafts: once somebody has changed them in the admin, the file no longer touches them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.core.exceptions import ValidationError

from reen.blocks.menu import check_address
from reen.colours import DARK, LIGHT
from reen.content.fields import Field, Values, address, choice, day, read_fields, text, write_fields
from reen.content.items import Item, digest_of
from reen.content.logo import LOGO, copy, in_library
from reen.content.rows import ContentError, Row, read_yaml
from reen.content.tree import page_at
from reen.enums import Conformity, Screen
from reen.models import LoadedContent, SiteSettings
from reen.models.site.menus import page_address

FILE = "site.yaml"
PAGES = ("legal_page", "accessibility_page")
MENUS = ("header", "footer")
Raw = list[dict[str, Any]]


def _menu(name: str, *, groups: bool) -> Field:
    return Field(
        name,
        (name,),
        lambda row: {name: list(_read_entries(row, name, groups=groups))},
        lambda settings: list(_write_entries(getattr(settings, name))),
    )


def _page(name: str) -> Field:
    return Field(
        name,
        (name,),
        lambda row: {name: row.text(name, optional=True)},
        lambda settings: _address(getattr(settings, name)),
    )


def _accent(name: str, usual: str) -> Field:
    """A colour, not written when it is the usual one."""

    def write(settings: SiteSettings) -> str:
        colour: str = getattr(settings, name)
        return "" if colour == usual else colour

    return Field(name, (name,), lambda row: {name: row.text(name, optional=True) or usual}, write)


FIELDS = (
    text("name"),
    text("host", optional=True),
    text("description"),
    LOGO,
    text("logo_alternative", optional=True),
    _accent("accent_light", LIGHT.accent),
    _accent("accent_dark", DARK.accent),
    text("contact_email", optional=True),
    address("contact_url"),
    _page("legal_page"),
    text("director", optional=True),
    text("hosting", optional=True),
    _page("accessibility_page"),
    choice("accessibility_state", Conformity),
    day("accessibility_date", optional=True),
    text("accessibility_contact", optional=True),
    _menu("header", groups=True),
    _menu("footer", groups=False),
    text("footer_words", optional=True),
    *(text(f"{name}_{part}", optional=True) for name in SiteSettings.LISTS for part in ("title", "words")),
)


def _read_entries(row: Row, name: str, *, groups: bool) -> Iterator[dict[str, Any]]:
    """Entries of a menu as raw blocks, pages still told by their address."""
    for inner in row.rows(name):
        label = inner.text("label", optional=True)
        if "page" in inner.data:
            value: dict[str, Any] = {"page": inner.text("page"), "label": label}
        elif "screen" in inner.data:
            value = {"screen": inner.choice("screen", Screen), "label": label}
        elif "entries" in inner.data and groups:
            inside = list(_read_entries(inner, "entries", groups=False))
            value = {"label": inner.text("label"), "entries": inside}
        else:
            value = {"address": _checked_address(inner), "label": inner.text("label")}
        inner.finish()
        kind = next(kind for kind in ("page", "screen", "entries", "address") if kind in value)
        yield {"type": "group" if kind == "entries" else kind, "value": value}


def _checked_address(row: Row) -> str:
    address = row.text("address")
    try:
        check_address(address)
    except ValidationError as error:
        raise row.error("address", error.messages[0]) from error
    return address


def _write_entries(menu: Any) -> Iterator[Values]:
    """Entries of a stream; one whose page cannot be read is not written, as it is not shown."""
    for block in menu:
        value, label = block.value, {"label": block.value["label"]} if block.value["label"] else {}
        if block.block_type == "group":
            if entries := list(_write_entries(value["entries"])):
                yield label | {"entries": entries}
        elif block.block_type != "page":
            yield label | {block.block_type: str(value[block.block_type])}
        elif url := _address(value["page"]):
            yield label | {"page": url}


def _address(page: Any) -> str:
    """The address of a page that can be read, in plain letters."""
    return unquote(page_address(page))


def items(folder: Path) -> Iterator[Item]:
    """The settings that a folder tells, if it does; raises ContentError."""
    path = folder / FILE
    if not path.exists():
        return
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise ContentError(f"{FILE}\u00a0: une suite de champs est attendue.")
    row = Row(FILE, "site", data, folder=folder)
    values = read_fields(FIELDS, row)
    row.finish()
    yield Item(SiteSettings, row, {}, values)


def written() -> Values | None:
    """What the YAML says of the settings as they are; None when nobody has set anything."""
    settings = SiteSettings.objects.first()
    return write_fields(FIELDS, settings) if settings else None


def copy_logo(folder: Path) -> None:
    """Copies the logo beside the YAML, if there is one."""
    if settings := SiteSettings.objects.first():
        copy(settings, folder)


def apply(found: Item) -> bool:
    """Writes the settings of an item, unless somebody has changed them since they were last loaded: then False.

    An entry or a link whose page is not on the site is left out. Raises ContentError for what the model refuses.
    """
    settings = SiteSettings.objects.first() or SiteSettings()
    touched = _digest(settings) not in (settings.loaded, _digest(SiteSettings()))
    if not touched:
        for name, value in (found.fresh_values() | {"logo": None}).items():
            setattr(settings, name, _with_pages(name, value))
        settings.logo = in_library(
            found.values["logo"], settings.logo_alternative or "Logo", found.row.folder
        )
        try:
            settings.full_clean(validate_unique=False)
        except ValidationError as error:
            name, messages = next(iter(error.message_dict.items()))
            raise found.row.error(name, " ".join(messages)) from error
        settings.save()
        settings = SiteSettings.objects.get()
        settings.loaded = _digest(settings)
        settings.save()
    LoadedContent.objects.update_or_create(
        key=found.key, defaults={"object_id": settings.pk, "digest": found.digest}
    )
    return not touched


def _digest(settings: SiteSettings) -> str:
    return digest_of(write_fields(FIELDS, settings))


def _with_pages(name: str, value: Any) -> Any:
    """The value, addresses of pages turned into the pages themselves."""
    if name in PAGES:
        return page_at(value) if value else None
    return list(_numbered(value)) if name in MENUS else value


def _numbered(entries: Raw) -> Iterator[dict[str, Any]]:
    for entry in entries:
        value = entry["value"]
        if entry["type"] == "group":
            value["entries"] = list(_numbered(value["entries"]))
        if entry["type"] == "page":
            page = page_at(value["page"])
            if page is None:
                continue
            value["page"] = page.pk
        yield entry
