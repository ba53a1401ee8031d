"""Rows under the numbers that the document keeps, instead of the keys that screens use."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from strategy.document.draft import DraftData

Numbers = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number of each row of a draft, by key."""

    plans: Numbers
    objectives: Numbers
    choices: Numbers
    indicators: Numbers


def renumbered(data: DraftData, numbers: Numbering) -> DraftData:
    """The same draft, whose rows and the links between them are told by numbers."""
    return replace(
        data,
        plans=tuple(replace(row, key=numbers.plans[row.key]) for row in data.plans),
        objectives=tuple(replace(row, key=numbers.objectives[row.key]) for row in data.objectives),
        choices=tuple(
            replace(
                row,
                key=numbers.choices[row.key],
                objectives=tuple(sorted(numbers.objectives[key] for key in row.objectives)),
                plans=tuple(sorted(numbers.plans[key] for key in row.plans)),
            )
            for row in data.choices
        ),
        indicators=tuple(
            replace(
                row,
                key=numbers.indicators[row.key],
                objective=None if row.objective is None else numbers.objectives[row.objective],
            )
            for row in data.indicators
        ),
    )
