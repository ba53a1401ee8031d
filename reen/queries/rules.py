"""The rules of suggestion: those in force, those being drafted, and how all are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reen.models import Action, Requirement, SuggestionRule
from reen.models.suggestion_rule import LINKS, SETS
from reen.queries.gathering import Read, Rows, gathered, linked, links, members_of
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger


@dataclass(frozen=True, slots=True)
class ToldRules:
    """The rules in force, the weightiest first, and the published entries they name: title and address by `ref`."""

    rules: list[Rule]
    titles: dict[str, str]
    urls: dict[str, str]


@dataclass(frozen=True, slots=True)
class RuleState:
    """One rule as it stands in the admin: what is in force, and what its latest draft would put in force.

    `published` is None for a rule that is not; `drafted` is None when nothing waits, or when what waits lacks
    something mandatory, which `incomplete` tells.
    """

    pk: int
    ref: str
    title: str
    published: Rule | None
    drafted: Rule | None
    waiting: bool

    @property
    def incomplete(self) -> bool:
        return self.waiting and self.drafted is None


def rules_told() -> ToldRules:
    """What the public page tells, in one query."""
    in_force = {"live": True, "suggestion_rules__live": True}
    named = {model: (model.objects.filter(**in_force), ("ref", "title")) for model in (Action, Requirement)}
    read = gathered(rule_reads() | {str(model): its for model, its in named.items()})
    entries = [(model, row) for model in named for row in read[str(model)]]
    return ToldRules(
        rules=rules_in(read),
        titles={row["ref"]: row["title"] for _model, row in entries},
        urls={row["ref"]: model(ref=row["ref"]).get_absolute_url() for model, row in entries},
    )


def titles_of_entries() -> dict[str, str]:
    """The titles of everything a rule may be about, drafts included, by `ref`."""
    return {
        ref: title
        for model in (Action, Requirement)
        for ref, title in model.objects.values_list("ref", "title")
    }


def names_of_rules() -> dict[str, tuple[int, str]]:
    """The key and the name of every rule, by `ref`."""
    return {row.ref: (row.pk, str(row)) for row in SuggestionRule.objects.only("ref", "title")}


def rules_waiting() -> list[RuleState]:
    """The rules whose latest draft is not in force: changed since, or never published."""
    rows = SuggestionRule.objects.filter(has_unpublished_changes=True).select_related("latest_revision")
    in_force = {rule.ref: rule for rule in rules_told().rules}
    return [_state(row, in_force.get(row.ref)) for row in rows if row.live or row.first_published_at is None]


def rule_state(pk: int) -> RuleState | None:
    """One rule; of one that was taken out, the latest draft is what publishing it again would put in force."""
    row = SuggestionRule.objects.filter(pk=pk).select_related("latest_revision").first()
    return _state(row, row.as_rule() if row.live else None) if row else None


def _state(row: SuggestionRule, published: Rule | None) -> RuleState:
    draft = row.get_latest_revision_as_object() if row.latest_revision_id else row
    waiting = bool(row.has_unpublished_changes or not row.live)
    return RuleState(
        pk=row.pk,
        ref=row.ref,
        title=draft.title or row.title,
        published=published,
        drafted=draft.as_rule() if waiting else None,
        waiting=waiting,
    )


def rule_reads() -> dict[str, Read]:
    """What `gathered` reads of the rules in force."""
    names = ("id", "ref", "kind", "reason", "weight", "trigger", "lighter", *SETS)
    return {
        "rules": (SuggestionRule.objects.filter(live=True), names),
        **dict(links(SuggestionRule, LINKS, live=False)),
    }


def rules_in(read: dict[str, Rows]) -> list[Rule]:
    """The rules that were read, the weightiest first."""
    return sorted(_rules(read), key=lambda rule: (-rule.weight, rule.ref))


def _rules(read: dict[str, Rows]) -> Iterator[Rule]:
    links_of = linked(read, SuggestionRule, LINKS)
    members = {name: members_of(SuggestionRule, name) for name in SETS}
    for row in read["rules"]:
        sets: dict[str, Any] = {name: frozenset(member(row[name])) for name, member in members.items()}
        sets |= {name: frozenset(refs.get(row["id"], ())) for name, refs in links_of.items()}
        yield Rule(
            ref=row["ref"],
            kind=ReasonKind(row["kind"]),
            reason=row["reason"],
            weight=row["weight"],
            trigger=Trigger(row["trigger"]) if row["trigger"] else None,
            lighter=bool(row["lighter"]),
            **sets,
        )
