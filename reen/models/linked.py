"""The entries that a page links to: the first ones, however many there are, and where all of them are."""

from typing import Any

from django.db import models

MOST = 20
"""A page that showed more would be the list itself, without its filters."""


class Linked(list[Any]):
    """The first entries; `all_url` leads to the others, "" when there is none."""

    def __init__(self, entries: "models.QuerySet[Any] | list[Any]", all_url: str) -> None:
        found = list(entries[: MOST + 1])
        super().__init__(found[:MOST])
        self.all_url = all_url if len(found) > MOST else ""
