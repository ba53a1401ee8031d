"""Picking actions and indicators from the catalogue, or adding one's own."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from reen.sheets import ActionSheet, IndicatorSheet
from strategy.models import Choice, Draft, FollowedIndicator, Objective
from strategy.services.saving import hold, touch


def copied(sheet: ActionSheet | IndicatorSheet, summary: str) -> dict[str, Any]:
    """What is kept of a catalogue entry: its words, its sources and the revision they were read at."""
    return {
        "ref": sheet.ref,
        "revision": sheet.revision,
        "revised_on": sheet.revised_on,
        "checked_on": sheet.checked_on,
        "catalogue_title": sheet.title,
        "catalogue_summary": summary,
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
    chosen = Choice.objects.bulk_create(
        Choice(
            draft=draft,
            theme=sheet.theme,
            requirements=list(sheet.requirements),
            title=sheet.title,
            summary=sheet.summary,
            **copied(sheet, sheet.summary),
        )
        for sheet in sheets
        if sheet.ref not in known
    )
    if chosen:
        touch(draft=draft, by=by, at=at)
    return chosen


@transaction.atomic
def add_own_action(*, draft: Draft, values: Mapping[str, Any], by: int | None, at: datetime) -> Choice:
    """An action the catalogue does not have."""
    choice = Choice.objects.create(draft=draft, **values)
    touch(draft=draft, by=by, at=at)
    return choice


@transaction.atomic
def follow_indicators(
    *, draft: Draft, sheets: Iterable[IndicatorSheet], by: int | None, at: datetime
) -> list[FollowedIndicator]:
    """Follows these indicators; those already followed are left as they are."""
    hold(draft)
    known = set(draft.indicators.exclude(ref="").values_list("ref", flat=True))
    followed = FollowedIndicator.objects.bulk_create(
        FollowedIndicator(
            draft=draft,
            title=sheet.title,
            unit=sheet.unit,
            method=sheet.method,
            frequency=sheet.frequency,
            data_source=sheet.data_source,
            **copied(sheet, sheet.method),
        )
        for sheet in sheets
        if sheet.ref not in known
    )
    if followed:
        touch(draft=draft, by=by, at=at)
    return followed


@transaction.atomic
def add_own_indicator(
    *, draft: Draft, values: Mapping[str, Any], by: int | None, at: datetime
) -> FollowedIndicator:
    """An indicator the catalogue does not have."""
    indicator = FollowedIndicator.objects.create(draft=draft, **values)
    touch(draft=draft, by=by, at=at)
    return indicator


@transaction.atomic
def remove_row(
    *, draft: Draft, row: Choice | FollowedIndicator | Objective, by: int | None, at: datetime
) -> None:
    """Takes an action, an indicator or an objective out of the draft, with what was typed in it."""
    row.delete()
    touch(draft=draft, by=by, at=at)
