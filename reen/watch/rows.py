"""Lines of the desk: counted and fetched page by page, never whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Model, QuerySet, Value

from reen.watch.kinds import edit_url, kinds


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to mend: on what, what is wrong, since when, and where it is mended; `outside` is an address cited."""

    title: str
    kind: str
    what: str
    since: date | None = None
    url: str = ""
    pk: int = 0
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of a query, made by the page: what Django's paginator asks of a list."""

    query: QuerySet[Any]
    make: Callable[[Sequence[Any]], list[Row]]

    def count(self) -> int:
        return self.query.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Row]:
        return self.make(list(self.query[part]))


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows worked out together, because few texts can have them: read by the page like a listing."""

    rows: Sequence[Row]

    def count(self) -> int:
        return len(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, part: slice) -> list[Row]:
        return list(self.rows[part])


@dataclass(frozen=True, slots=True)
class Named:
    """An entry of any kind, as a row names it."""

    title: str
    model: type[Model]
    pk: int

    @property
    def kind(self) -> str:
        return str(self.model._meta.verbose_name)

    def url(self, field: str) -> str:
        """Where that field is mended."""
        return edit_url(self.model, self.pk, field)


def named(about: Iterable[Any]) -> dict[tuple[int, int], Named]:
    """The entries that rows point at, by content type and key, in one query for all kinds; the deleted are absent."""
    wanted: dict[int, set[int]] = {}
    for row in about:
        wanted.setdefault(row.content_type_id, set()).add(row.object_id)
    types = ContentType.objects.get_for_models(*kinds(), for_concrete_models=False)
    models = {content_type.pk: model for model, content_type in types.items() if content_type.pk in wanted}
    queries = [
        model._default_manager.filter(pk__in=wanted[key])
        .order_by()
        .annotate(row_type=Value(key, IntegerField()))
        .values_list("row_type", "pk", "title")
        for key, model in models.items()
    ]
    if not queries:
        return {}
    found = queries[0].union(*queries[1:], all=True)
    return {(key, pk): Named(title, models[key], pk) for key, pk, title in found}
