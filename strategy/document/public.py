"""The public edition: functions stand where the names of agents stood."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from strategy.document.draft import DraftData

SOMEBODY = "un agent de la collectivité"


def agents(data: DraftData) -> tuple[str, ...]:
    """What was typed where a person or a service is named, once each: elected members are public figures."""
    typed = [data.governance.pilot_name]
    typed += [choice.pilot for choice in data.choices]
    typed += [indicator.owner for indicator in data.indicators]
    return tuple(dict.fromkeys(name.strip() for name in typed if name.strip()))


def without_names(data: DraftData, functions: Mapping[str, str]) -> DraftData:
    """The draft with each name replaced by its function, wherever the name is written as a whole.

    The pilot's name gives way to the pilot's function, whether told in `functions` or not.
    """
    told = dict(functions)
    if pilot := data.governance.pilot_name.strip():
        told.setdefault(pilot, data.governance.pilot_role.strip() or SOMEBODY)
    known = {name: function.strip() or SOMEBODY for name, function in told.items() if name.strip()}
    if not known:
        return data
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    replaced: DraftData = _replaced(data, lambda text: pattern.sub(lambda found: known[found[1]], text))
    return replaced


def _replaced(value: Any, mend: Any) -> Any:
    """The same value, each free text mended: vocabularies, dates and figures are left as they are."""
    if type(value) is str:
        return mend(value)
    if isinstance(value, tuple):
        return tuple(_replaced(item, mend) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {entry.name: getattr(value, entry.name) for entry in fields(value)}
    return replace(value, **{name: _replaced(part, mend) for name, part in parts.items()})
