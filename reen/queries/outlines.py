"""The catalogue in outline: what sorting and suggesting read of it, in one query whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model
from django.urls import reverse

from reen.enums import Theme
from reen.fields import having
from reen.models import Action, FieldReport, LegalText, SuggestionRule
from reen.models.action import ESTIMATES
from reen.models.suggestion_rule import LINKS as RULE_LINKS
from reen.models.suggestion_rule import SETS as RULE_SETS
from reen.queries.gathering import Read, Rows, gathered
from reen.rules.estimates import Estimate
from reen.rules.names import plain, searchable
from reen.rules.outlines import ActionOutline, ReportOutline
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger

ACTION_LINKS = ("requirements", "legal_texts", "before", "field_reports")
ESTIMATED = tuple(f"{name}_{end}" for name in ESTIMATES for end in ("small", "large"))
MOST_WORDS = 20
"""Each is a condition: SQLite refuses some thousand of them."""


@dataclass(frozen=True, slots=True)
class CatalogueOutline:
    """What is published: actions by theme and title, rules by weight, field reports, the names of legal texts by
    reference. `found` holds the actions that have all the words asked for, None when none was.
    """

    actions: list[ActionOutline]
    rules: list[Rule]
    reports: list[ReportOutline]
    legal_texts: dict[str, str]
    found: frozenset[str] | None


def catalogue_outline(text: str = "") -> CatalogueOutline:
    """The whole of it, without its long texts; of `text`, words beyond the twentieth are not asked.

    A rule keeps the references of what it is about when that is unpublished: it is then about nothing, not everything.
    """
    words = searchable(text).split()[:MOST_WORDS]
    names = ("id", "ref", "title", "summary", "theme", "kinds", "sizes", *ESTIMATED)
    read = gathered(
        {
            "actions": (Action.objects.live(), names),
            **dict(links(Action, ACTION_LINKS, live=True)),
            "rules": (
                SuggestionRule.objects.filter(live=True),
                ("id", "ref", "kind", "reason", "weight", "trigger", "lighter", *RULE_SETS),
            ),
            **dict(links(SuggestionRule, RULE_LINKS, live=False)),
            "reports": (FieldReport.objects.live(), ("ref", "body", "body_kind", "population", "year")),
            "legal": (LegalText.objects.live(), ("ref", "group", "number", "title", "order")),
            "found": (
                Action.objects.live().filter(having(words)) if words else Action.objects.none(),
                ("ref",),
            ),
        }
    )
    texts = [LegalText(**row) for row in read["legal"]]
    return CatalogueOutline(
        actions=sorted(_actions(read), key=lambda action: (action.theme, plain(action.title), action.ref)),
        rules=sorted(_rules(read), key=lambda rule: (-rule.weight, rule.ref)),
        reports=sorted(_reports(read["reports"]), key=lambda report: report.ref),
        legal_texts={
            text.ref: text.label for text in sorted(texts, key=lambda text: (text.group, text.order))
        },
        found=frozenset(row["ref"] for row in read["found"]) if words else None,
    )


def links(model: type[Model], names: Iterable[str], *, live: bool) -> Iterator[tuple[str, Read]]:
    """A read for each link of a model: the key it comes from and the reference it leads to."""
    for name in names:
        field: Any = model._meta.get_field(name)
        target = field.m2m_reverse_field_name()
        through = field.remote_field.through.objects.all()
        if live:
            through = through.filter(**{f"{target}__live": True})
        yield (
            f"{model._meta.model_name} {name}",
            (through, {"id": f"{field.m2m_field_name()}_id", "ref": f"{target}__ref"}),
        )


def linked(
    read: dict[str, Rows], model: type[Model], names: Iterable[str]
) -> dict[str, dict[int, list[str]]]:
    """The references each row leads to, sorted, by link and by key."""
    found: dict[str, dict[int, list[str]]] = {name: defaultdict(list) for name in names}
    for name, refs in found.items():
        for row in sorted(read[f"{model._meta.model_name} {name}"], key=lambda row: row["ref"]):
            refs[row["id"]].append(row["ref"])
    return found


def _actions(read: dict[str, Rows]) -> Iterator[ActionOutline]:
    links_of = linked(read, Action, ACTION_LINKS)
    members = {name: _members(Action, name) for name in ("kinds", "sizes")}
    address = reverse("reen:action", args=["ref"]).removesuffix("ref/")
    for row in read["actions"]:
        values: dict[str, Any] = {name: member(row[name]) for name, member in members.items()}
        values |= {name: tuple(refs.get(row["id"], ())) for name, refs in links_of.items()}
        for name, vocabulary in ESTIMATES.items():
            values[name] = Estimate.read(vocabulary, row[f"{name}_small"], row[f"{name}_large"])
        yield ActionOutline(
            ref=row["ref"],
            title=row["title"],
            summary=row["summary"],
            theme=Theme(row["theme"]),
            url=f"{address}{row['ref']}/",
            **values,
        )


def _rules(read: dict[str, Rows]) -> Iterator[Rule]:
    links_of = linked(read, SuggestionRule, RULE_LINKS)
    members = {name: _members(SuggestionRule, name) for name in RULE_SETS}
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


def _reports(rows: Rows) -> Iterator[ReportOutline]:
    for row in rows:
        yield ReportOutline(**row, url=reverse("reen:field_report", args=[row["ref"]]))


def _members(model: type[Model], name: str) -> Any:
    """What reads a set of values as stored; the same text is read once."""
    return cache(model._meta.get_field(name).to_python)  # type: ignore[union-attr]
