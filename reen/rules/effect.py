"""What a change of the rules does to the lists of a sample of collectivités."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reen.enums import Kind, Size
from reen.rules.outlines import ActionOutline, ReportOutline
from reen.rules.reasons import Circumstances, Met, Reasons, about_bodies
from reen.rules.suggestion_rule import Rule
from reen.rules.suggestions import suggestions

FIRST = 15
"""How far lists are compared: nearly nobody reads on."""


@dataclass(frozen=True, slots=True)
class Case:
    """One collectivité of the sample, and what the rules read of it."""

    ref: str
    name: str
    kind: Kind
    circumstances: Circumstances

    @property
    def size(self) -> Size | None:
        return self.circumstances.size


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for one collectivité: what comes in and goes out of its list, or only the order."""

    case: Case
    came: tuple[ActionOutline, ...]
    left: tuple[ActionOutline, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What changes over the sample. `spoken_to` counts the collectivités the changed rules are about, `served` those
    where they give points to an action; both before or after the change."""

    cases: tuple[Case, ...]
    changes: tuple[Change, ...]
    spoken_to: int
    served: int

    @property
    def came(self) -> list[tuple[ActionOutline, int]]:
        """The actions that come into lists, with the number of lists, the most frequent first."""
        return _counted(action for change in self.changes for action in change.came)

    @property
    def left(self) -> list[tuple[ActionOutline, int]]:
        """The actions that go out of lists."""
        return _counted(action for change in self.changes for action in change.left)

    @property
    def groups(self) -> list[tuple[Kind, Size | None, list[Change], int]]:
        """By kind and size: the changes, and how many collectivités were looked at."""
        among = Counter((case.kind, case.size) for case in self.cases)
        return [
            (
                kind,
                size,
                [each for each in self.changes if (each.case.kind, each.case.size) == (kind, size)],
                n,
            )
            for (kind, size), n in among.items()
        ]


def effect(
    before: Sequence[Rule],
    after: Sequence[Rule],
    cases: Iterable[Case],
    actions: Iterable[ActionOutline],
    reports: Iterable[ReportOutline],
) -> Effect:
    """The first suggestions before and after, compared; those no changed rule is about are not made twice."""
    catalogue, told = list(actions), list(reports)
    changed = [rule for rule in (*before, *after) if not (rule in before and rule in after)]
    changes, spoken_to, served = [], 0, 0
    looked_at, met = tuple(cases), Met()
    for case in looked_at:
        here = case.circumstances
        speaking = [rule for rule in changed if all(about_bodies(rule, here).values())]
        if not speaking:
            continue
        spoken_to += 1
        served += _serves(Reasons(speaking, here, catalogue, told, met))
        old, new = (
            [found.action for found in suggestions(Reasons(rules, here, catalogue, told, met), FIRST)]
            for rules in (before, after)
        )
        if old != new:
            came = tuple(action for action in new if action not in old)
            changes.append(Change(case, came, tuple(action for action in old if action not in new)))
    return Effect(looked_at, tuple(changes), spoken_to, served)


def _serves(reasons: Reasons) -> bool:
    """Whether these rules give points to an action that suits, another one asking for it if need be."""
    suiting = list(filter(reasons.may_suggest, reasons.actions.values()))
    wanted_by = {ref: action.title for action in suiting for ref in action.before}
    return any(reasons.of(action, wanted_by.get(action.ref, "")) for action in suiting)


def _counted(actions: Iterable[ActionOutline]) -> list[tuple[ActionOutline, int]]:
    return sorted(Counter(actions).items(), key=lambda pair: (-pair[1], pair[0].title))
