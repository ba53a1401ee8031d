"""Indicators proposed for a draft, each with what it is proposed for; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reen.rules.names import searchable
from reen.sheets import IndicatorSheet
from strategy.document.draft import DraftData
from strategy.document.measures import ObjectiveData
from strategy.document.units import readings, same_measure

COMMON = 4
"""Words up to this length tell nothing of what is measured."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An indicator, the retained actions and the objectives it would follow; none: only the theme is the same."""

    sheet: IndicatorSheet
    actions: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()


def proposals(
    sheets: Iterable[IndicatorSheet], data: DraftData, called_for: Mapping[str, tuple[str, ...]]
) -> list[Proposal]:
    """Indicators that objectives and actions call for, those called for most first, then
    those of the themes of the actions.

    `called_for` gives, by action reference, the references of its indicators.
    """
    titles: dict[str, list[str]] = {}
    for choice in data.choices:
        for ref in called_for.get(choice.entry.ref, ()) if choice.entry else ():
            titles.setdefault(ref, []).append(choice.title)
    themes = {choice.theme for choice in data.choices}
    found = [
        Proposal(
            sheet,
            tuple(titles.get(sheet.ref, ())),
            tuple(row.statement for row in data.objectives if measures(sheet, row)),
        )
        for sheet in sheets
    ]
    called = [proposal for proposal in found if proposal.actions or proposal.objectives]
    called.sort(key=lambda proposal: (-len(proposal.objectives), -len(proposal.actions)))
    return called + [
        proposal for proposal in found if proposal not in called and themes & set(proposal.sheet.themes)
    ]


def measures(sheet: IndicatorSheet, objective: ObjectiveData) -> bool:
    """Whether the indicator speaks of what the objective measures, by the words of both, in one unit at any scale.

    One word in common is enough where units agree; where the objective has none yet, two are needed.
    """
    if not same_measure(sheet.unit, objective.unit):
        return False
    shared = subject(sheet.title) & subject(f"{objective.quantity} {objective.statement}")
    return len(shared) >= (1 if readings(objective.unit) else 2)


@lru_cache(maxsize=1024)  # each indicator is compared with each objective
def subject(text: str) -> frozenset[str]:
    """The words that tell what is measured, without their ends: « réemployés » meets « réemploi »."""
    return frozenset(word[:7] for word in searchable(text).split() if len(word) > COMMON) - COMMON_WORDS


COMMON_WORDS = {
    word[:7]
    for word in (
        "reduire diminuer baisser augmenter allonger limiter nombre numerique numeriques service services territoire "
        "collectivite environnemental environnementale empreinte moyenne duree taux chaque annee entre agent agents "
        "public publics action actions impact"
    ).split()
}
