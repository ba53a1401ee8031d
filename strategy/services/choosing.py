"""Picking actions and indicators from the catalogue, or adding one's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from reen.sheets import ActionSheet, ActionWording, IndicatorSheet
from strategy.models import Choice, Draft, FollowedIndicator, Objective, Plan
from strategy.models.catalogue import CopiedEntry
from strategy.services.numbering import give_numbers
from strategy.services.saving import Line, add_row, hold, touch


def copied_action(sheet: ActionSheet | ActionWording) -> dict[str, Any]:
    """What is kept of an action: its theme and the requirements it serves too."""
    return copied(sheet, Choice) | {"theme": sheet.theme, "requirements": list(sheet.requirements)}


def copied_indicator(sheet: IndicatorSheet) -> dict[str, Any]:
    """What is kept of an indicator."""
    return copied(sheet, FollowedIndicator)


def copied(sheet: ActionSheet | ActionWording | IndicatorSheet, row: type[CopiedEntry]) -> dict[str, Any]:
    """What is kept of a catalogue entry: its words, its sources and the revision they were read at."""
    return {copy: getattr(sheet, name) for name, copy in row.COPIES.items()} | {
        "ref": sheet.ref,
        "revision": sheet.revision,
        "revised_on": sheet.revised_on,
        "checked_on": sheet.checked_on,
        "url": sheet.url,
        "sources": [asdict(source) for source in sheet.sources],
    }


@transaction.atomic
def choose_actions(
    *, draft: Draft, sheets: Iterable[ActionSheet], by: int | None, at: datetime
) -> list[Choice]:
    """Retains these actions with their wording and revision; those already retained are left as they are."""
    hold(draft)
    known = set(draft.choices.exclude(ref="").values_list("ref", flat=True))
    position = next_position(draft)
    rows = [
        Choice(
            draft=draft,
            position=position,
            title=sheet.title,
            summary=sheet.summary,
            **copied_action(sheet),
        )
        for sheet in sheets
        if sheet.ref not in known
    ]
    give_numbers(draft, rows)
    chosen = Choice.objects.bulk_create(rows)
    if chosen:
        touch(draft=draft, by=by, at=at)
    return chosen


def add_own_action(
    *,
    draft: Draft,
    values: Mapping[str, Any],
    by: int | None,
    at: datetime,
    lines: Mapping[str, Sequence[Line]] | None = None,
) -> Choice:
    """An action the catalogue does not have, after those of its theme."""
    row = Choice(draft=draft, position=next_position(draft))
    return add_row(row=row, values=values, lines=lines, draft=draft, by=by, at=at)


def next_position(draft: Draft) -> int:
    """The place after every action of the draft; actions added together share it, in the order of their keys."""
    last: int | None = draft.choices.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def move_action(*, draft: Draft, choice: Choice, up: bool, by: int | None, at: datetime) -> Choice | None:
    """Swaps the action with the one before, or after, in its theme: the document goes theme by theme.

    Gives the action it passed; None, and nothing changes, at the end of the theme. The order is no part of what a
    form of the action holds, so nobody who is writing in one is stopped by a move.
    """
    hold(draft)
    rows = list(draft.choices.filter(theme=choice.theme))
    place = rows.index(choice)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(rows):
        return None
    passed = rows[other]
    rows[place], rows[other] = passed, choice
    for position, row in enumerate(rows):
        row.position = position
    Choice.objects.bulk_update(rows, ["position"])
    touch(draft=draft, by=by, at=at)
    return passed


@transaction.atomic
def follow_indicators(
    *, draft: Draft, sheets: Iterable[IndicatorSheet], by: int | None, at: datetime
) -> list[FollowedIndicator]:
    """Follows these indicators; those already followed are left as they are."""
    hold(draft)
    known = set(draft.indicators.exclude(ref="").values_list("ref", flat=True))
    rows = [
        FollowedIndicator(
            draft=draft,
            title=sheet.title,
            unit=sheet.unit,
            method=sheet.method,
            frequency=sheet.frequency,
            data_source=sheet.data_source,
            **copied_indicator(sheet),
        )
        for sheet in sheets
        if sheet.ref not in known
    ]
    give_numbers(draft, rows)
    followed = FollowedIndicator.objects.bulk_create(rows)
    if followed:
        touch(draft=draft, by=by, at=at)
    return followed


def add_own_indicator(
    *,
    draft: Draft,
    values: Mapping[str, Any],
    by: int | None,
    at: datetime,
    lines: Mapping[str, Sequence[Line]] | None = None,
) -> FollowedIndicator:
    """An indicator the catalogue does not have."""
    row = FollowedIndicator(draft=draft)
    return add_row(row=row, values=values, lines=lines, draft=draft, by=by, at=at)


@transaction.atomic
def remove_row(
    *, draft: Draft, row: Choice | FollowedIndicator | Objective | Plan, by: int | None, at: datetime
) -> None:
    """Takes an action, an indicator, an objective or a plan out of the draft, with what was typed in it."""
    row.delete()
    touch(draft=draft, by=by, at=at)
