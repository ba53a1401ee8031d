"""Actions of the catalogue as sheets."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, OuterRef, Subquery, Value

from reen.enums import Kind, Theme
from reen.models import Action
from reen.models.action import ESTIMATES
from reen.queries.gathering import Together
from reen.queries.sources import common
from reen.sheets import ActionSheet, ActionWording

LINKS = ("requirements", "indicators", "before")
WORDING = ("ref", "title", "summary", "theme", "sources", "checked_on", "edition", "last_published_at")


def action_sheets(*, refs: Iterable[str] | None = None, kind: Kind | None = None) -> list[ActionSheet]:
    """Published actions by theme and title, in two queries whatever their number.

    `refs` and `kind` keep some of them; unknown or unpublished `refs` are left out.
    """
    actions = Action.objects.live()
    if refs is not None:
        actions = actions.filter(ref__in=list(refs))
    if kind is not None:
        actions = actions.filter(kinds__holds=kind)
    found = list(actions)
    linked = _linked_refs([action.pk for action in found])
    return [_sheet(action, linked[action.pk]) for action in found]


def action_wordings(refs: Iterable[str]) -> list[ActionWording]:
    """What strategies copy of the published actions among these, in one query."""
    links = Action.requirements.through.objects.filter(action=OuterRef("pk"), requirement__live=True)
    served = links.order_by().values("action").values(refs=Together(F("requirement__ref")))
    actions = Action.objects.live().filter(ref__in=list(refs)).order_by().only(*WORDING)
    return [
        ActionWording(
            **common(action),
            summary=action.summary,
            theme=Theme(action.theme),
            requirements=tuple(sorted(action.served or ())),
            url=action.get_absolute_url(),
        )
        for action in actions.annotate(served=Subquery(served))
    ]


def _linked_refs(pks: list[int]) -> dict[int, dict[str, tuple[str, ...]]]:
    """The published entries each action points at, by field: one query for all links."""
    rows = []
    for name in LINKS:
        field = Action._meta.get_field(name)
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        through = field.remote_field.through.objects.filter(**{f"{source}__in": pks, f"{target}__live": True})
        rows.append(
            through.order_by().values_list(F(f"{source}_id"), Value(name, CharField()), F(f"{target}__ref"))
        )
    linked: dict[int, dict[str, list[str]]] = defaultdict(lambda: {name: [] for name in LINKS})
    for pk, name, ref in rows[0].union(*rows[1:], all=True) if pks else ():
        linked[pk][name].append(ref)
    return defaultdict(
        lambda: dict.fromkeys(LINKS, ()),
        {pk: {name: tuple(sorted(refs)) for name, refs in links.items()} for pk, links in linked.items()},
    )


def _sheet(action: Action, linked: dict[str, Any]) -> ActionSheet:
    estimates: dict[str, Any] = {name: action.estimate_of(name) for name in ESTIMATES}
    return ActionSheet(
        **common(action),
        **linked,
        **estimates,
        summary=action.summary,
        why=action.why,
        theme=Theme(action.theme),
        kinds=action.kinds,
        sizes=action.sizes,
        url=action.get_absolute_url(),
        steps=tuple(str(block.value["text"]) for block in action.steps),
        short=action.short,
    )
