"""The proof-reader: gaps and contradictions, each with the step and the row that mend it; pure."""

from collections.abc import Callable, Iterator
from itertools import chain

from strategy.document.draft import DraftData
from strategy.document.proofreading.actions import of_actions
from strategy.document.proofreading.finding import Finding
from strategy.document.proofreading.indicators import of_indicators
from strategy.document.proofreading.objectives import of_objectives
from strategy.document.proofreading.wording import of_acronyms, of_characters

__all__ = ["Finding", "findings"]

RULES: tuple[Callable[[DraftData], Iterator[Finding]], ...] = (
    of_objectives,
    of_actions,
    of_indicators,
    of_acronyms,
    of_characters,
)
STEPS = ("bodies", "governance", "baseline", "plans", "objectives", "actions", "indicators")


def findings(data: DraftData) -> tuple[Finding, ...]:
    """Everything the proof-reader sees, in the order of the steps."""
    found = chain.from_iterable(rule(data) for rule in RULES)
    return tuple(sorted(found, key=lambda each: STEPS.index(each.step)))
