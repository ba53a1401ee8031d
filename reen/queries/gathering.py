"""Several reads in one question to the database."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from django.db.models import Aggregate, CharField, F, JSONField, Model, QuerySet, Value
from django.db.models.functions import JSONObject

Read = tuple[QuerySet[Any], Mapping[str, str] | Collection[str]]
Rows = list[dict[str, Any]]


class Together(Aggregate):
    """All rows as one list in JSON."""

    function = "JSONB_AGG"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


def gathered(reads: Mapping[str, Read]) -> dict[str, Rows]:
    """The rows of each query set under its name, in no order, one query for all.

    A read is a query set and the fields wanted of it, or the names to give them. Values are as they are stored: text,
    numbers, None, and on some databases 0 and 1 for false and true.
    """
    questions = [
        queryset.order_by()
        .values(read=Value(name, CharField()))
        .annotate(rows=Together(JSONObject(**{key: F(field) for key, field in named(fields).items()})))
        .values_list("read", "rows")
        for name, (queryset, fields) in reads.items()
    ]
    found = dict(questions[0].union(*questions[1:], all=True))
    return {name: found.get(name) or [] for name in reads}


def named(fields: Mapping[str, str] | Collection[str]) -> Mapping[str, str]:
    """Each field under the name it is given, else its own."""
    return fields if isinstance(fields, Mapping) else {field: field for field in fields}


def links(model: type[Model], names: Iterable[str], *, live: bool) -> Iterator[tuple[str, Read]]:
    """A read for each link of a model: the key it comes from and the reference it leads to."""
    for name in names:
        field: Any = model._meta.get_field(name)
        target = field.m2m_reverse_field_name()
        through = field.remote_field.through.objects.all()
        if live:
            through = through.filter(**{f"{target}__live": True})
        yield (
            f"{model._meta.model_name} {name}",
            (through, {"id": f"{field.m2m_field_name()}_id", "ref": f"{target}__ref"}),
        )


def linked(
    read: dict[str, Rows], model: type[Model], names: Iterable[str]
) -> dict[str, dict[int, list[str]]]:
    """The references each row leads to, sorted, by link and by key."""
    found: dict[str, dict[int, list[str]]] = {name: defaultdict(list) for name in names}
    for name, refs in found.items():
        for row in sorted(read[f"{model._meta.model_name} {name}"], key=lambda row: row["ref"]):
            refs[row["id"]].append(row["ref"])
    return found


def members_of(model: type[Model], name: str) -> Any:
    """What reads a set of values as stored; the same text is read once."""
    return cache(model._meta.get_field(name).to_python)  # type: ignore[union-attr]
