"""Remarks of earlier versions, with what changed where they were made."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy.document.changed_here import ChangedHere, changed_here
from strategy.document.reviewing import RemarkData
from strategy.queries.reviews import readings_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A remark, and what changed there since it was made if it was on an earlier version."""

    remark: RemarkData
    changed: ChangedHere | None = None


def compared(remarks: Iterable[RemarkData], *, reference: str, number: int) -> list[Shown]:
    """The remarks as read in that version of the strategy; one query, whatever their number."""
    every = list(remarks)
    earlier = {remark.version for remark in every if remark.version < number}
    readings = readings_of(reference, {*earlier, number}) if earlier else {}
    return [
        Shown(
            remark,
            changed_here(
                readings[remark.version],
                readings[number],
                anchor=remark.anchor,
                requirement=remark.requirement,
            )
            if remark.version in earlier
            else None,
        )
        for remark in every
    ]
