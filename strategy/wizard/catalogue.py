"""Sorting the catalogue for one draft; pure."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from reen.enums import Kind, Size
from reen.rules.outlines import ActionOutline


@dataclass(frozen=True, slots=True)
class Wish:
    """What the manager asks of the catalogue, as references and values; empty means any.

    `words` holds the references of the actions that have the words typed, None when none was. `size` is the one that
    estimates are read for; `everything` keeps the actions less suited to the collectivité too.
    """

    words: Container[str] | None = None
    theme: str = ""
    requirement: str = ""
    article: str = ""
    effort: str = ""
    cost: str = ""
    horizon: str = ""
    size: Size | None = None
    everything: bool = False


def matching(actions: Iterable[ActionOutline], wish: Wish, kinds: frozenset[Kind]) -> list[ActionOutline]:
    """The actions that answer the wish, in their order."""
    return [
        action
        for action in actions
        if (wish.everything or action.suits(kinds, wish.size))
        and (wish.words is None or action.ref in wish.words)
        and (not wish.theme or action.theme == wish.theme)
        and (not wish.requirement or wish.requirement in action.requirements)
        and (not wish.article or wish.article in action.legal_texts)
        and (not wish.effort or wish.effort in action.effort.at(wish.size))
        and (not wish.cost or wish.cost in action.cost.at(wish.size))
        and (not wish.horizon or wish.horizon in action.horizon.at(wish.size))
    ]
