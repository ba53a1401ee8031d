"""The entries of a menu: pages, screens of the site, addresses, and groups of them; never more than two levels."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail import blocks

from reen.enums import Screen

LONGEST_LABEL = 60
_SCHEMES = ("https", "http", "mailto", "tel")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f\\]")


def check_address(text: str) -> None:
    """Refuses what leads nowhere, or runs code: an address is `/…` on this site, `https://…`, `mailto:…` or `tel:…`."""
    parts = urlsplit(text)
    here = text.startswith("/") and not text.startswith("//")
    there = parts.scheme in _SCHEMES and (parts.netloc if parts.scheme.startswith("http") else parts.path)
    if _UNSEEN.search(text) or not (here or there):
        raise ValidationError(
            "Écrivez une adresse complète, par exemple https://www.legifrance.gouv.fr, ou une adresse de ce site, "
            "qui commence par /."
        )


def label(*, required: bool = False, help_text: str = "") -> blocks.CharBlock:
    """The words of an entry."""
    return blocks.CharBlock(label="libellé", required=required, max_length=LONGEST_LABEL, help_text=help_text)


class PageEntryBlock(blocks.StructBlock):
    """A page of the tree; it leaves the menu by itself when it is unpublished or deleted."""

    page = blocks.PageChooserBlock(label="page")
    label = label(help_text="Laissez vide pour reprendre le titre de la page.")

    class Meta:
        label = "page"
        icon = "doc-empty"


class ScreenEntryBlock(blocks.StructBlock):
    """A list of the catalogue, or the way into the wizard."""

    screen = blocks.ChoiceBlock(label="écran", choices=Screen.choices())
    label = label(help_text="Laissez vide pour reprendre le nom de l’écran.")

    class Meta:
        label = "liste ou écran du site"
        icon = "list-ul"


class AddressEntryBlock(blocks.StructBlock):
    """Any other address."""

    label = label(required=True)
    address = blocks.CharBlock(label="adresse", max_length=500, validators=[check_address])

    class Meta:
        label = "autre adresse"
        icon = "link-external"


class EntriesBlock(blocks.StreamBlock):
    """Entries of one level: what a group holds, and the menu of the footer."""

    page = PageEntryBlock()
    screen = ScreenEntryBlock()
    address = AddressEntryBlock()

    class Meta:
        collapsed = True


class GroupBlock(blocks.StructBlock):
    """Entries under a title that opens them."""

    label = label(required=True)
    entries = EntriesBlock(label="entrées", min_num=1, max_num=12)

    class Meta:
        label = "groupe d’entrées"
        icon = "folder-open-inverse"


class MenuBlock(EntriesBlock):
    """The main menu; groups are its second level, and hold no group."""

    group = GroupBlock()
