"""The links of entries as references."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import CharField, F, Model, Value

Links = dict[int, dict[str, tuple[str, ...]]]


def linked_refs(
    model: type[Model], names: Collection[str], pks: Collection[int] | None = None, *, live: bool = True
) -> Links:
    """The entries each row of `model` points at, by field, sorted: one query for all links.

    Only those published, unless `live` is False. `pks` keeps some rows; one that points at nothing answers too, with
    no references.
    """
    rows = []
    for name in names:
        field = model._meta.get_field(name)
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        through = field.remote_field.through.objects.order_by()
        if live:
            through = through.filter(**{f"{target}__live": True})
        if pks is not None:
            through = through.filter(**{f"{source}__in": pks})
        rows.append(through.values_list(F(f"{source}_id"), Value(name, CharField()), F(f"{target}__ref")))
    linked: dict[int, dict[str, list[str]]] = defaultdict(lambda: {name: [] for name in names})
    for pk, name, ref in rows[0].union(*rows[1:], all=True) if pks is None or pks else ():
        linked[pk][name].append(ref)
    return defaultdict(
        lambda: dict.fromkeys(names, ()),
        {pk: {name: tuple(sorted(refs)) for name, refs in links.items()} for pk, links in linked.items()},
    )
