"""What the YAML says of one object, checked and ready to be compared with the database."""

import hashlib
import json
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from wagtail.blocks import StreamValue

from reen.content.fields import Link
from reen.content.rich_text import everywhere, with_paths
from reen.content.rows import Row
from reen.content.streams import raw_blocks


def digest_of(content: Any) -> str:
    """A text that changes when plain data does."""
    text = json.dumps(content, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def comparable(found: Any, name: str) -> Any:
    """The value of a field as plain data, without what is empty nor what the admin keeps beside the words."""
    value = getattr(found, name)
    if isinstance(value, StreamValue):
        value = _without_empty(raw_blocks(value))
    return everywhere(value, with_paths)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_empty(inner) for name, inner in value.items() if inner}
    return [_without_empty(inner) for inner in value] if isinstance(value, list) else value


@dataclass
class Item:
    """One entry or page: its values, and the `ref`s it links to.

    `key` names it for ever; `natural` finds an object made by hand under the same name.
    """

    model: type[models.Model]
    row: Row
    natural: dict[str, Any]
    values: dict[str, Any]
    links: dict[Link, list[Any]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.model._meta.model_name}:{self.row.ref}"

    @cached_property
    def digest(self) -> str:
        """Changes when the text, a value or a link of the YAML does."""
        links = {link.attribute: refs for link, refs in self.links.items()}
        return digest_of([self.values, links])

    def is_told_by(self, found: Any) -> bool:
        """Whether an object says it all already, whatever the way the YAML has to say it."""
        told = self.model(**self.fresh_values())
        return all(comparable(told, name) == comparable(found, name) for name in self.values) and all(
            link.same(pointed, link.write(found)) for link, pointed in self.links.items()
        )

    def fresh_values(self) -> dict[str, Any]:
        """The values to give to an object, which may keep and complete them: streams number their blocks."""
        return deepcopy(self.values)
