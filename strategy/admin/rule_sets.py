"""Which rules a screen of the admin reads: those in force, all drafts, or one change alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reen.queries.rules import RuleState, rule_state, rules_waiting
from reen.rules.suggestion_rule import Rule

IN_FORCE, DRAFTS, DRAFT_OF, WITHOUT = "", "brouillons", "brouillon-", "sans-"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules under a name; `value` asks for them in an address; `left_out` names the drafts that lack something."""

    value: str
    label: str
    rules: Sequence[Rule]
    left_out: tuple[str, ...] = ()


def rule_set(value: str, in_force: Sequence[Rule]) -> RuleSet:
    """What an address asks for; anything unknown gives the rules in force."""
    if value == DRAFTS:
        waiting = rules_waiting()
        ready = [state for state in waiting if state.drafted]
        return RuleSet(
            value,
            "avec les brouillons en cours",
            with_drafts(in_force, ready),
            tuple(state.title for state in waiting if state.incomplete),
        )
    for prefix, words in ((DRAFT_OF, "avec le brouillon de"), (WITHOUT, "sans la règle")):
        key = value.removeprefix(prefix)
        if value.startswith(prefix) and key.isdecimal() and len(key) < 10 and (state := rule_state(int(key))):
            rules = with_drafts(in_force, [state]) if prefix == DRAFT_OF else without(in_force, state)
            return RuleSet(value, f"{words} «\u202f{state.title}\u202f»", rules)
    return RuleSet(IN_FORCE, "publiées", in_force)


def with_drafts(in_force: Iterable[Rule], states: Iterable[RuleState]) -> list[Rule]:
    """The rules in force, each of these rules as its draft has it."""
    drafted = {state.ref: state.drafted for state in states if state.drafted}
    kept = [rule for rule in in_force if rule.ref not in drafted]
    return by_weight([*kept, *drafted.values()])


def without(in_force: Iterable[Rule], state: RuleState) -> list[Rule]:
    """The rules in force, but that one."""
    return [rule for rule in in_force if rule.ref != state.ref]


def by_weight(rules: Iterable[Rule]) -> list[Rule]:
    """In the order everything tells them."""
    return sorted(rules, key=lambda rule: (-rule.weight, rule.ref))
