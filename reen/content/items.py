"""What the YAML says of one object, checked and ready to be compared with the database."""

import hashlib
import json
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models

from reen.content.fields import Link
from reen.content.rows import Row


def digest_of(content: Any) -> str:
    """A text that changes when plain data does."""
    text = json.dumps(content, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


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

    def fresh_values(self) -> dict[str, Any]:
        """The values to give to an object, which may keep and complete them: streams number their blocks."""
        return deepcopy(self.values)
