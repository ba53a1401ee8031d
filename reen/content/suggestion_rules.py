"""How a rule of suggestion is written in the YAML."""

from typing import Any

from reen.content.rows import Row
from reen.models.suggestion_rule import LINKS, SETS
from reen.rules.suggestion_rule import ReasonKind, Trigger


def suggestion_rule(row: Row) -> dict[str, Any]:
    """A rule, its links apart; the model checks its points and the words of its reason."""
    return (
        {name: row.text(name) for name in ("ref", "title", "reason")}
        | {"kind": row.choice("kind", ReasonKind), "weight": row.integer("weight")}
        | {"trigger": row.choice("trigger", Trigger, optional=True)}
        | {"lighter": bool(row.flag("lighter", optional=True))}
        | {name: row.choices(name, vocabulary) for name, vocabulary in SETS.items()}
    )


def rule_links(row: Row) -> dict[str, list[str]]:
    """The actions and requirements a rule is about."""
    return {name: row.texts(name) for name in LINKS}
