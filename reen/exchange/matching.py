"""Which header of a file is which column: by its name, else as last time, else the editor says."""

from collections.abc import Iterable

from reen.exchange.columns import Column, columns_of
from reen.models import Entry, ImportRun
from reen.rules.names import plain

IGNORED = ""
"""What a header stands for when its column is not imported."""

INFORMATION = ("État", "Révision")
"""Headers of an export that tell how an entry fares; they are not read back."""

RUNS_REMEMBERED = 50

Mapping = dict[str, str]
"""The name of a column, or IGNORED, for each header of a file; one that nobody decided about is absent."""


def known_headers(model: type[Entry]) -> dict[str, str]:
    """The name of a column, or IGNORED, by each word it may be called, as `plain` writes it."""
    known = {plain(header): IGNORED for header in INFORMATION}
    for column in columns_of(model):
        for word in (column.name, str(column.field.verbose_name), column.header):
            known[plain(word)] = column.name
    return known


def guessed(model: type[Entry], headers: Iterable[str]) -> Mapping:
    """What can be told of headers without asking; never the same column twice."""
    known, remembered = known_headers(model), _remembered(model)
    mapping: Mapping = {}
    for header in headers:
        name = known.get(plain(header), remembered.get(header))
        if name is not None and (name == IGNORED or name not in mapping.values()):
            mapping[header] = name
    return mapping


def chosen(model: type[Entry], headers: Iterable[str], mapping: Mapping) -> dict[str, Column]:
    """The columns of a file by header, in its order, without those that are not imported."""
    columns = {column.name: column for column in columns_of(model)}
    named = {header: mapping.get(header, IGNORED) for header in headers}
    return {header: columns[name] for header, name in named.items() if name in columns}


def _remembered(model: type[Entry]) -> Mapping:
    """What editors decided in the last imports of this kind."""
    runs = ImportRun.objects.filter(kind=model._meta.model_name, applied_at__isnull=False)
    mapping: Mapping = {}
    for decided in reversed(runs.values_list("mapping", flat=True)[:RUNS_REMEMBERED]):
        mapping |= decided
    names = {column.name for column in columns_of(model)} | {IGNORED}
    return {header: name for header, name in mapping.items() if name in names}
