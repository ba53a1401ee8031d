"""What a menu leads to: labels and addresses, worked out once when the menu or a page changes."""

from typing import Any

from django.urls import reverse

from reen.enums import Screen
from reen.typography import typeset

Entry = dict[str, Any]
ROUTES = {
    Screen.ACTIONS: "reen:actions",
    Screen.INDICATORS: "reen:indicators",
    Screen.RESOURCES: "reen:resources",
    Screen.RESOURCE_LISTS: "reen:resource_lists",
    Screen.FIELD_REPORTS: "reen:field_reports",
    Screen.DUTIES: "reen:duties",
    Screen.SEARCH: "reen:search",
    Screen.WIZARD: "strategy:search",
    Screen.DRAFTS: "strategy:drafts",
}


def entries(menu: Any) -> list[Entry]:
    """The entries of a stream that lead somewhere, in order, each `label`, `url` and the `entries` under it.

    A page that is deleted or not published is left out, and so is a group that has nothing left.
    """
    found = (_group(block.value) if block.block_type == "group" else _link(block) for block in menu)
    return [entry for entry in found if entry]


def with_the_wizard(menu: list[Entry]) -> list[Entry]:
    """The menu, and the way into the wizard if nothing in it leads there."""
    address = reverse(ROUTES[Screen.WIZARD])
    addresses = {entry["url"] for top in menu for entry in (top, *top["entries"])}
    return menu if address in addresses else [*menu, _entry(Screen.WIZARD.label, address)]


def page_address(page: Any) -> str:
    """The address of a page that can be read, else nothing."""
    return (page.get_url() or "") if page is not None and page.live else ""


def _group(value: Any) -> Entry | None:
    inside = entries(value["entries"])
    return _entry(value["label"], "", inside) if inside else None


def _link(block: Any) -> Entry | None:
    value, kind = block.value, block.block_type
    if kind == "screen":
        screen = Screen(value["screen"])
        return _entry(value["label"] or screen.label, reverse(ROUTES[screen]))
    if kind == "page":
        address = page_address(value["page"])
        return _entry(value["label"] or value["page"].title, address) if address else None
    return _entry(value["label"], value["address"])


def _entry(label: str, url: str, inside: list[Entry] | None = None) -> Entry:
    return {"label": typeset(label), "url": url, "entries": inside or []}
