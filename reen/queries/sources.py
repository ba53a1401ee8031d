"""What every sheet carries of the entry it was read from."""

from typing import Any

from reen.models import Entry
from reen.sheets import SourceSheet


def common(entry: Entry) -> dict[str, Any]:
    """The values that sheets of every kind share."""
    return {
        "ref": entry.ref,
        "title": entry.title,
        "sources": tuple(_source(block.value) for block in entry.sources),
        "checked_on": entry.checked_on,
        "revision": entry.edition,
        "revised_on": entry.revised_on,
    }


def _source(value: dict[str, Any]) -> SourceSheet:
    return SourceSheet(
        title=value["title"], url=value["url"] or None, opened=bool(value["opened"]), page=value["page"]
    )
