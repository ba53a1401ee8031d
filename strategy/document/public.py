"""The public edition: functions stand where the names of agents stood."""

import re
from collections.abc import Callable, Mapping

from strategy.document import walk
from strategy.document.draft import DraftData, GovernanceData
from strategy.document.model import Document
from strategy.document.record import Record

SOMEBODY = "un agent de la collectivité"
NO_WORDS = frozenset(
    "anchor at changed_on code edition electricity end href kind language png pue ref reference requirement start url "
    "value".split()
)
"""Fields of a document that hold no words: what names, addresses, draws or dates."""


def agents(data: DraftData | Record) -> tuple[str, ...]:
    """What was typed where a person or a service is named, once each: elected members are public figures."""
    typed = [data.governance.pilot_name]
    typed += [choice.pilot for choice in data.choices]
    typed += [indicator.owner for indicator in data.indicators]
    return tuple(dict.fromkeys(name.strip() for name in typed if name.strip()))


def without_names(data: DraftData, functions: Mapping[str, str]) -> DraftData:
    """The draft with each name replaced by its function, wherever the name is written as a whole.

    The pilot's name gives way to the pilot's function, whether told in `functions` or not.
    """
    replaced: DraftData = walk.mapped(data, _mend(data.governance, functions), str)
    return replaced


def document_without_names(document: Document, functions: Mapping[str, str]) -> Document:
    """The same for a document that is already made, and carries its record."""
    if document.record is None:
        return document
    replaced: Document = walk.mapped(document, _mend(document.record.governance, functions), str, NO_WORDS)
    return replaced


def _mend(governance: GovernanceData, functions: Mapping[str, str]) -> Callable[[str], str]:
    """What puts functions in the place of names in a text."""
    told = dict(functions)
    if pilot := governance.pilot_name.strip():
        told.setdefault(pilot, governance.pilot_role.strip() or SOMEBODY)
    known = {name: function.strip() or SOMEBODY for name, function in told.items() if name.strip()}
    if not known:
        return lambda text: text
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: pattern.sub(lambda found: known[found[1]], text)
