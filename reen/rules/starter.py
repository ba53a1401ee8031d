"""A coherent set of actions to begin with (« socle »): what is asked, several themes, whole chains."""

from collections import Counter
from collections.abc import Iterable

from reen.enums import Effort, Size, Theme
from reen.rules.chains import earlier, in_order
from reen.rules.reasons import Reasons
from reen.rules.scope import Answer
from reen.rules.suggestions import Suggestion, score

NUMBER: dict[Size | None, int] = {
    Size.UNDER_3500: 8,
    Size.FROM_3500: 10,
    Size.FROM_20000: 12,
    Size.OVER_50000: 15,
}
UNKNOWN = 10
"""How many actions when no population is known."""
TOLD = 2
"""Reasons told of one action."""


def starter(reasons: Reasons) -> list[Suggestion]:
    """Actions not retained yet that make a coherent set with those that are, in the order of their chains.

    For a collectivité that is bound, each open requirement that a suitable action serves gets one, bearable if any is.
    Then, while there is room, each theme without action gets one and the best are added, none of high effort, all of
    low effort up to 3 500 inhabitants. An action comes with those it asks for first and that suit, or not at all.
    """
    making = _Starter(reasons)
    if Answer.BOUND in reasons.circumstances.answers:
        making.serve_requirements()
    making.open_themes()
    making.fill()
    return making.told()


class _Starter:
    """A set being made."""

    def __init__(self, reasons: Reasons) -> None:
        self.reasons, self.size = reasons, reasons.size
        self.chosen = [reasons.actions[ref] for ref in reasons.circumstances.chosen if ref in reasons.actions]
        self.room = max(0, NUMBER.get(reasons.size, UNKNOWN) - len(reasons.circumstances.chosen))
        self.candidates = {
            action.ref: action
            for action in reasons.actions.values()
            if action.ref not in reasons.circumstances.chosen and action.suits(reasons.kinds, reasons.size)
        }
        scores = {ref: score(reasons.of(action)) for ref, action in self.candidates.items()}
        self.ranked = [ref for ref in sorted(scores, key=lambda ref: (-scores[ref], ref)) if scores[ref]]
        self.before = {ref: action.before for ref, action in self.candidates.items()}
        self.refs: dict[str, None] = {}

    def serve_requirements(self) -> None:
        """An action for each open requirement that one serves."""
        for requirement in self.reasons.circumstances.open_requirements:
            serving = [ref for ref in self.ranked if requirement in self.candidates[ref].requirements]
            if serving and self.refs.keys().isdisjoint(serving):
                best = next(
                    (ref for ref in serving if all(map(self._bearable, self._with_earlier(ref)))), serving[0]
                )
                self._add(self._with_earlier(best))

    def open_themes(self) -> None:
        """An action for each theme that has none, rather one that leaves room for those that still have none."""
        for theme in Theme:
            if not self._themes()[theme]:
                of_theme = [ref for ref in self.ranked if self.candidates[ref].theme is theme]
                sparing = [ref for ref in of_theme if self._leaves_room(ref)]
                short = sorted(of_theme, key=lambda ref: len(self._with_earlier(ref)))
                next(filter(self._add_whole, sparing + short), None)

    def fill(self) -> None:
        """The best of what remains, no theme taking more than a third of the set."""
        most = -(-NUMBER.get(self.size, UNKNOWN) // 3)
        for ref in self.ranked:
            if len(self.refs) >= self.room:
                return
            if self._themes()[self.candidates[ref].theme] < most:
                self._add_whole(ref)

    def told(self) -> list[Suggestion]:
        """The set with its reasons."""
        ordered = in_order(self.refs, {ref: action.before for ref, action in self.reasons.actions.items()})
        return [self._suggestion(ref) for ref in ordered]

    def _suggestion(self, ref: str) -> Suggestion:
        wanted_by = next(
            (self.candidates[other].title for other in self.refs if ref in self.before[other]), ""
        )
        why = self.reasons.of(self.candidates[ref], wanted_by)
        kinds = {reason.kind: reason for reason in reversed(why)}
        told = [reason for reason in why if kinds[reason.kind] is reason]
        return Suggestion(self.candidates[ref], tuple(told[:TOLD]), tuple(why))

    def _themes(self) -> Counter[Theme]:
        """How many actions of each theme are retained or in the set so far."""
        return Counter(
            action.theme for action in [*self.chosen, *(self.candidates[ref] for ref in self.refs)]
        )

    def _with_earlier(self, ref: str) -> list[str]:
        """The action and all it asks for first that suits, without what is there already."""
        together = [*sorted(earlier(ref, self.before) - {ref}), ref]
        return [other for other in together if other in self.candidates and other not in self.refs]

    def _add_whole(self, ref: str) -> bool:
        """Adds the action and what it asks for, when it is new, bearable and there is room; says whether it did."""
        if ref in self.refs or len(self.refs) >= self.room:
            return False
        added = self._with_earlier(ref)
        fits = len(self.refs) + len(added) <= self.room and all(map(self._bearable, added))
        if fits:
            self._add(added)
        return fits

    def _leaves_room(self, ref: str) -> bool:
        """Whether, once the action is there with what it asks for, each theme without any could still get one."""
        added = self._with_earlier(ref)
        opened = {*self._themes(), *(self.candidates[other].theme for other in added)}
        return len(self.refs) + len(added) + len(set(Theme) - opened) <= self.room

    def _bearable(self, ref: str) -> bool:
        allowed = {Effort.LOW} if self.size is Size.UNDER_3500 else {Effort.LOW, Effort.MEDIUM}
        return set(self.candidates[ref].effort.at(self.size)) <= allowed

    def _add(self, refs: Iterable[str]) -> None:
        self.refs.update(dict.fromkeys(refs))
