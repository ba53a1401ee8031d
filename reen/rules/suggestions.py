"""Which actions to suggest, in which order, and why: rules weighed, reasons and themes spread, chains respected."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reen.rules.chains import earlier
from reen.rules.outlines import ActionOutline
from reen.rules.reasons import Reason, Reasons

MOST = 30
"""A longer list would be the catalogue again."""
TOLD = 3
"""Reasons told of one suggestion."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One action and why: the reasons told, the one that leads first, and all of them, whose weights add up."""

    action: ActionOutline
    reasons: tuple[Reason, ...]
    why: tuple[Reason, ...]

    @property
    def ref(self) -> str:
        return self.action.ref

    @property
    def score(self) -> int:
        return score(self.why)


def suggestions(reasons: Reasons, most: int = MOST) -> list[Suggestion]:
    """At most `most` suggestions, the same for the same circumstances; none is retained already.

    However many are read from the top, no kind of reason leads more than a third of them (rounded up), no rule speaks
    for more than a third, and none comes before an action it asks for first. The list ends where it would break this;
    themes are spread the same way as long as there are others.
    """
    listing = _Listing(reasons)
    while len(listing.placed) < most and (found := listing.next()):
        listing.place(found)
    return list(with_few_words(listing.placed.values()))


def has_room(count: int, among: int) -> bool:
    """Whether one more of `count` keeps within a third, rounded up, of a list of `among` that grows by one."""
    return 3 * count <= among


class _Listing:
    """A list being made."""

    def __init__(self, reasons: Reasons) -> None:
        self.reasons = reasons
        self.pool = dict(self._candidates())
        self.before = {ref: action.before for ref, action in reasons.actions.items()}
        self.asked: dict[str, set[str]] = {}
        self.placed: dict[str, Suggestion] = {}
        self.kinds: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.themes: Counter[str] = Counter()

    def _candidates(self) -> Iterator[tuple[str, tuple[ActionOutline, list[Reason]]]]:
        """Actions that may be suggested, with their reasons, the highest score first."""
        given = self.reasons
        found = [(action, given.of(action)) for action in given.actions.values() if given.may_suggest(action)]
        found.sort(key=lambda pair: (-score(pair[1]), pair[0].theme, pair[0].ref))
        return ((action.ref, (action, why)) for action, why in found)

    def next(self) -> Suggestion | None:
        """The best suggestion that may come now; of a theme already well served only if there is no other."""
        for any_theme in (False, True):
            for ref in self.pool:
                if ref not in self.placed and (found := self._suggestion(ref, any_theme)):
                    return found
        return None

    def _suggestion(self, ref: str, any_theme: bool) -> Suggestion | None:
        """That action, or the first of those it asks for first and that are not there yet, as far as one may come."""
        action, why = self.pool[ref]
        if first := self._first_of_chain(ref):
            action, _why = self.pool[first]
            why = self.reasons.of(action, wanted_by=self._asker(first, ref))
        if not any_theme and not has_room(self.themes[action.theme], len(self.placed)):
            return None
        if self.themes[action.theme]:
            why = [reason for reason in why if not reason.opens_theme]
        lead = next(filter(self._may_lead, why), None)
        told = [lead, *(reason for reason in why if reason is not lead)] if lead else []
        return Suggestion(action, tuple(told), tuple(why)) if told else None

    def _first_of_chain(self, ref: str) -> str | None:
        """What to begin with before `ref`; None when it can come now. Those that ask for each other wait for none."""
        for other in sorted(self._asked(ref)):
            if other in self.pool and other not in self.placed and ref not in self._asked(other):
                return self._first_of_chain(other) or other
        return None

    def _asker(self, first: str, ref: str) -> str:
        """The title of what asks for `first` itself on the way to `ref`; that of `ref` when none of those may come."""
        asking = [other for other in [ref, *sorted(self._asked(ref))] if first in self.before.get(other, ())]
        return self.pool[next((other for other in asking if other in self.pool), ref)][0].title

    def _asked(self, ref: str) -> set[str]:
        """All that an action asks for first, directly or through others."""
        if ref not in self.asked:
            self.asked[ref] = earlier(ref, self.before)
        return self.asked[ref]

    def _may_lead(self, reason: Reason) -> bool:
        counts = self.kinds[reason.kind], self.rules[reason.rule]
        return all(has_room(count, len(self.placed)) for count in counts)

    def place(self, found: Suggestion) -> None:
        """Adds it to the list."""
        self.placed[found.ref] = found
        self.kinds[found.reasons[0].kind] += 1
        self.rules[found.reasons[0].rule] += 1
        self.themes[found.action.theme] += 1


def with_few_words(listed: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """The same list, each with its leading reason and a few others of other kinds, no rule told too often."""
    rows = list(listed)
    told = {(row.reasons[0].rule, index) for index, row in enumerate(rows)}

    def is_rare(rule: str, at: int) -> bool:
        """Whether telling that rule there as well keeps it within a third of the list, wherever one stops reading."""
        counts = [sum((rule, index) in told for index in range(end + 1)) for end in range(len(rows))]
        return all(has_room(counts[end], end) for end in range(at, len(rows)))

    for index, row in enumerate(rows):
        kept = [row.reasons[0]]
        for reason in row.reasons[1:]:
            fresh = reason.kind not in {other.kind for other in kept}
            if len(kept) < TOLD and fresh and is_rare(reason.rule, index):
                kept.append(reason)
                told.add((reason.rule, index))
        yield replace(row, reasons=tuple(kept))


def score(reasons: Iterable[Reason]) -> int:
    """The weights of all reasons, told or not."""
    return sum(reason.weight for reason in reasons)
