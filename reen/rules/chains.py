"""Chains of actions: which one to start with when one asks for another first."""

from collections.abc import Iterable, Mapping


def in_order(refs: Iterable[str], before: Mapping[str, Iterable[str]]) -> list[str]:
    """The same refs, each once, and none before those of them it asks for first, directly or through others.

    The given order is kept as far as that allows: what an action asks for is brought just ahead of it. Those that
    ask for each other in a circle stay as given; what `before` names and `refs` does not is left out.
    """
    asked = {ref: earlier(ref, before) for ref in refs}
    ordered: dict[str, None] = {}

    def place(ref: str) -> None:
        for other in asked:
            if other in asked[ref] and ref not in asked[other] and other not in ordered:
                place(other)
        ordered[ref] = None

    for ref in asked:
        place(ref)
    return list(ordered)


def earlier(ref: str, before: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything an action asks for first, directly or through others; itself too when it is part of a circle."""
    found: set[str] = set()
    waiting = [ref]
    while waiting:
        new = set(before.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found
