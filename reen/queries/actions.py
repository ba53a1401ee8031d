"""Actions of the catalogue as sheets, to be copied, and as outlines, to be sorted."""

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q
from django.urls import reverse

from reen.enums import Kind, Theme
from reen.models import Action
from reen.models.action import ESTIMATES
from reen.queries.links import linked_refs
from reen.queries.sources import common
from reen.rules.estimates import Estimate
from reen.rules.names import searchable
from reen.rules.outlines import ActionOutline
from reen.sheets import ActionSheet

SHEET_LINKS = ("requirements", "indicators", "before")
OUTLINE_LINKS = ("requirements", "legal_texts", "before", "field_reports")
ENDS = tuple(f"{name}_{end}" for name in ESTIMATES for end in ("small", "large"))
"""The columns of the estimates."""


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
    linked = linked_refs(Action, SHEET_LINKS, [action.pk for action in found])
    return [_sheet(action, linked[action.pk]) for action in found]


def _sheet(action: Action, linked: dict[str, Any]) -> ActionSheet:
    return ActionSheet(
        **common(action),
        **linked,
        **{name: action.estimate_of(name) for name in ESTIMATES},
        summary=action.summary,
        why=action.why,
        theme=Theme(action.theme),
        kinds=action.kinds,
        sizes=action.sizes,
        url=action.get_absolute_url(),
        short=action.short,
    )


def action_outlines() -> list[ActionOutline]:
    """Every published action by theme and title, without its long texts: two queries, quick on thousands."""
    names = ("pk", "ref", "title", "summary", "theme", "kinds", "sizes", *ENDS)
    rows = list(Action.objects.live().values(*names))
    linked = linked_refs(Action, OUTLINE_LINKS)
    address = reverse("reen:action", args=["ref"])
    return [_outline(row, linked[row["pk"]], address.replace("/ref/", f"/{row['ref']}/")) for row in rows]


def _outline(row: dict[str, Any], linked: dict[str, Any], url: str) -> ActionOutline:
    estimates = {
        name: Estimate.read(vocabulary, row[f"{name}_small"], row[f"{name}_large"])
        for name, vocabulary in ESTIMATES.items()
    }
    own = {name: row[name] for name in ("ref", "title", "summary", "kinds", "sizes")}
    return ActionOutline(**own, **linked, **estimates, theme=Theme(row["theme"]), url=url)


def refs_with(text: str) -> set[str]:
    """The published actions that have every word of the text, in one query; words beyond the twentieth are not asked."""
    words = (Q(search_text__contains=word) for word in searchable(text).split()[:20])
    return set(Action.objects.live().filter(reduce(and_, words, Q())).values_list("ref", flat=True))
