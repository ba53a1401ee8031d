"""The public edition: functions stand where the names of agents stood."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from strategy.document import walk
from strategy.document.draft import DraftData
from strategy.document.record import Record

Told = TypeVar("Told", DraftData, Record)
SOMEBODY = "un agent de la collectivité"
NO_WORDS = frozenset("code edition electricity kind nature pue ref reference requirements url".split())
"""Fields of a draft or of its record that hold no words: they name or address something."""


def agents(data: DraftData) -> tuple[str, ...]:
    """What was typed where a person or a service is named, once each: elected members are public figures."""
    typed = [data.governance.pilot_name]
    typed += [choice.pilot for choice in data.choices]
    typed += [indicator.owner for indicator in data.indicators]
    return tuple(dict.fromkeys(name.strip() for name in typed if name.strip()))


def without_names(data: DraftData, functions: Mapping[str, str]) -> DraftData:
    """The draft with each name replaced by its function, wherever the name is written as a whole.

    A name of several words is known in capitals too, whatever its spaces and apostrophes. The pilot's name gives way to
    the pilot's function, whether told in `functions` or not.
    """
    pilot = {data.governance.pilot_name.strip(): data.governance.pilot_role}
    return renamed(data, pilot | dict(functions))


def renamed(told: Told, functions: Mapping[str, str]) -> Told:
    """The same with each of these names replaced."""
    replaced: Told = walk.mapped(told, _mend(functions), str, NO_WORDS)
    return replaced


def _mend(functions: Mapping[str, str]) -> Callable[[str], str]:
    """What puts functions in the place of names in a text."""
    known = {name: function.strip() or SOMEBODY for name, function in functions.items() if name.strip()}
    if not known:
        return lambda text: text
    plain = {_plain(name): function for name, function in known.items()}
    longest_first = sorted(known, key=len, reverse=True)
    spellings = "|".join(_spellings(name, known[name]) for name in longest_first)
    pattern = re.compile(rf"(?<!\w)({spellings})(?!\w)")

    def function_of(found: re.Match[str]) -> str:
        return known.get(found[1]) or plain.get(_plain(found[1]), SOMEBODY)

    return lambda text: pattern.sub(function_of, text)


def _spellings(name: str, function: str) -> str:
    """What finds a name in a text: to the letter when it has one word, which may mean something else, or stays."""
    words = name.split()
    if len(words) < 2 or name == function:
        return re.escape(name)
    return r"(?i:{})".format(r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words))


def _plain(name: str) -> str:
    """The name as all its spellings have it."""
    return " ".join(name.replace("’", "'").split()).casefold()
