"""Several reads in one question to the database."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Aggregate, CharField, F, JSONField, QuerySet, Value
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
