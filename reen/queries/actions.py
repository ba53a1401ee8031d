"""Actions of the catalogue as sheets."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, OuterRef, Subquery

from reen.enums import Kind, Theme
from reen.models import Action
from reen.models.action import ESTIMATES
from reen.queries.gathering import Together
from reen.queries.sources import common
from reen.sheets import ActionSheet, ActionWording

LINKS = ("requirements", "indicators", "before")
WORDING = ("ref", "title", "summary", "theme", "sources", "checked_on", "edition", "last_published_at")


def action_sheets(*, refs: Iterable[str] | None = None, kind: Kind | None = None) -> list[ActionSheet]:
    """Published actions by theme and title, in one query whatever their number.

    `refs` and `kind` keep some of them; unknown or unpublished `refs` are left out.
    """
    actions = Action.objects.live()
    if refs is not None:
        actions = actions.filter(ref__in=list(refs))
    if kind is not None:
        actions = actions.filter(kinds__holds=kind)
    return [
        _sheet(action) for action in actions.annotate(**{f"{name}_refs": _linked(name) for name in LINKS})
    ]


def action_wordings(refs: Iterable[str]) -> list[ActionWording]:
    """What strategies copy of the published actions among these, in one query."""
    actions = Action.objects.live().filter(ref__in=list(refs)).order_by().only(*WORDING)
    return [
        ActionWording(
            **common(action),
            summary=action.summary,
            theme=Theme(action.theme),
            requirements=_refs(action, "requirements"),
            url=action.get_absolute_url(),
        )
        for action in actions.annotate(requirements_refs=_linked("requirements"))
    ]


def _linked(name: str) -> Subquery:
    """The references of the published entries an action points at, as one value; NULL when there is none."""
    field: Any = Action._meta.get_field(name)
    source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    links = field.remote_field.through.objects.filter(**{source: OuterRef("pk"), f"{target}__live": True})
    return Subquery(links.order_by().values(source).values(refs=Together(F(f"{target}__ref"))))


def _refs(action: Action, name: str) -> tuple[str, ...]:
    return tuple(sorted(getattr(action, f"{name}_refs") or ()))


def _sheet(action: Action) -> ActionSheet:
    estimates: dict[str, Any] = {name: action.estimate_of(name) for name in ESTIMATES}
    return ActionSheet(
        **common(action),
        **estimates,
        **{name: _refs(action, name) for name in LINKS},  # type: ignore[arg-type]
        summary=action.summary,
        why=action.why,
        theme=Theme(action.theme),
        kinds=action.kinds,
        sizes=action.sizes,
        url=action.get_absolute_url(),
        steps=tuple(str(block.value["text"]) for block in action.steps),
        short=action.short,
    )
