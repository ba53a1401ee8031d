"""Entries that time has caught up with: to be read again, never checked, short, leaning on what no longer stands."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, DateField, F, Model, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail import hooks

from reen.enums import Certainty
from reen.models import Action, Entry, ReviewPeriods
from reen.models.replaceable import Replaceable, replaced
from reen.typography import date_words
from reen.watch.kinds import edit_url, kind_named, kinds, months_before, review_months
from reen.watch.rows import Listing, Row

LEFT_TIME = timedelta(days=90)
"""An action published more recently has had no chance to be picked."""
PICKED = "picked_actions"
"""The hook by which an application tells the `ref` of actions its users picked, as a query."""
TEXT = CharField()
WITHDRAWN, REPLACED = "withdrawn", "replaced"


def overdue(today: date) -> Listing:
    """Entries whose sources were last read longer ago than their kind allows, the oldest first."""
    periods = ReviewPeriods.load()
    months = {model: review_months(periods, model) for model in kinds()}

    def what(kind: type[Model], checked_on: date | None, _detail: str) -> str:
        return (
            f"vérifié le {date_words(checked_on)}, à relire tous les {months[kind]}\u00a0mois"
            if checked_on
            else ""
        )

    return _entries(
        "checked_on",
        what,
        [
            (model, Q(checked_on__lt=months_before(today, months[model])), Value("", TEXT))
            for model in kinds()
        ],
    )


def never_checked() -> Listing:
    """Entries nobody read a second time, to confirm, or without any date."""

    def what(_kind: type[Model], checked_on: date | None, certainty: str) -> str:
        told = Certainty(certainty).label if certainty else ""
        return told if checked_on else ", ".join(filter(None, [told, "sans date de vérification"]))

    unsure = Q(checked_on=None) | Q(certainty__in=[Certainty.READ_ONCE, Certainty.TO_CONFIRM])
    return _entries(
        "certainty",
        what,
        [
            (model, unsure, F("certainty"))
            if issubclass(model, Entry)
            else (model, Q(checked_on=None), Value("", TEXT))
            for model in kinds()
        ],
    )


def short() -> Listing:
    """Actions whose sheet is short."""
    return _entries(
        "short",
        lambda *_: "fiche courte\u00a0: étapes, piège ou effet manquent",
        [(Action, Q(short=True), Value("", TEXT))],
    )


def never_picked() -> Listing:
    """Actions published for three months that no strategy ever took, demonstrations left aside; the oldest first."""
    published = Q(first_published_at__lt=timezone.now() - LEFT_TIME)
    for picked in hooks.get_hooks(PICKED):
        published &= ~Q(ref__in=picked())
    return _entries("title", lambda *_: "jamais retenue", [(Action, published, Value("", TEXT))])


def _entries(
    field: str,
    what: Callable[[type[Model], date | None, str], str],
    reads: Sequence[tuple[type[Model], Q, Any]],
) -> Listing:
    """The published entries of several kinds as one list, in one query; `what` tells the third column of each read."""
    queries = [
        model._default_manager.filter(condition, live=True)
        .order_by()
        .annotate(row_kind=Value(model._meta.model_name, TEXT), row_detail=detail)
        .values_list("row_kind", "pk", "title", "checked_on", "row_detail")
        for model, condition, detail in reads
    ]

    def rows(found: Sequence[Any]) -> list[Row]:
        return [
            Row(
                title=title,
                kind=str(model._meta.verbose_name),
                what=what(model, checked_on, detail),
                since=checked_on,
                url=edit_url(model, pk, field if _has(model, field) else "checked_on"),
            )
            for name, pk, title, checked_on, detail in found
            if (model := kind_named(name)) is not None
        ]

    together = queries[0].union(*queries[1:], all=True) if queries[1:] else queries[0]
    return Listing(together.order_by("checked_on", "title", "pk"), rows)


def _has(model: type[Model], name: str) -> bool:
    return name in {field.name for field in model._meta.get_fields()}


def outdated() -> Listing:
    """Published entries, lists and pages linked to an entry that was withdrawn, or that another replaces."""
    queries = [_link_to_withdrawn(model, field, path) for model, field, path, _target in _links()]
    queries += [
        _link_to_replaced(model, field, path)
        for model, field, path, target in _links()
        if issubclass(target, Replaceable) and model is not target
    ]

    def rows(found: Sequence[Any]) -> list[Row]:
        return [
            Row(
                title=title,
                kind=str(model._meta.verbose_name),
                what=_outdated_words(target, why, by),
                since=since,
                url=edit_url(model, pk, field),
            )
            for name, pk, title, field, target, why, by, since in found
            if (model := kind_named(name)) is not None
        ]

    return Listing(queries[0].union(*queries[1:], all=True).order_by("title", "pk", "row_field"), rows)


def _outdated_words(target: str, why: str, by: str) -> str:
    if why == WITHDRAWN:
        return f"renvoie à «\u202f{target}\u202f», qui n’est plus publié"
    ended = f"remplacé par «\u202f{by}\u202f»" if by else "qui ne vaut plus"
    return f"s’appuie sur «\u202f{target}\u202f», {ended}"


def _links() -> Iterator[tuple[type[Model], str, str, type[Entry]]]:
    """Every link from what is watched to an entry: where it is mended, the path to the entry, and its kind."""
    for model in kinds():
        for name, target in _entries_of(model):
            yield model, name, name, target
        for relation in get_all_child_relations(model):
            rows = relation.get_accessor_name()
            for name, target in _entries_of(relation.related_model):
                if name != relation.field.name:
                    yield model, rows, f"{rows}__{name}", target


def _entries_of(model: type[Model]) -> Iterator[tuple[str, type[Entry]]]:
    for field in (*model._meta.many_to_many, *model._meta.concrete_fields):
        target = field.related_model
        if isinstance(target, type) and issubclass(target, Entry):
            yield field.name, target


def _link_to_withdrawn(model: type[Model], field: str, path: str) -> QuerySet[Any]:
    gone = Q(**{f"{path}__live": False, f"{path}__first_published_at__isnull": False})
    return _link(model, field, path, gone, WITHDRAWN, Value("", TEXT), Cast(Value(None), DateField()))


def _link_to_replaced(model: type[Model], field: str, path: str) -> QuerySet[Any]:
    ended = replaced(f"{path}__") & Q(**{f"{path}__live": True})
    by = Coalesce(F(f"{path}__replaced_by__title"), Value(""), output_field=TEXT)
    return _link(model, field, path, ended, REPLACED, by, F(f"{path}__replaced_on"))


def _link(
    model: type[Model], field: str, path: str, condition: Q, why: str, by: Any, since: Any
) -> QuerySet[Any]:
    return (
        model._default_manager.filter(condition, live=True)
        .order_by()
        .annotate(
            row_kind=Value(model._meta.model_name, TEXT),
            row_field=Value(field, TEXT),
            row_target=F(f"{path}__title"),
            row_why=Value(why, TEXT),
            row_by=by,
            row_since=since,
        )
        .values_list("row_kind", "pk", "title", "row_field", "row_target", "row_why", "row_by", "row_since")
    )
