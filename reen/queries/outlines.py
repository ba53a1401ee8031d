"""The catalogue in outline: what sorting and suggesting read of it, in one query whatever its size."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from reen.enums import Theme
from reen.fields import having
from reen.models import Action, FieldReport, LegalText
from reen.models.action import ESTIMATES
from reen.queries.gathering import Rows, gathered, linked, links, members_of
from reen.queries.rules import rule_reads, rules_in
from reen.rules.estimates import Estimate
from reen.rules.names import plain, searchable
from reen.rules.outlines import ActionOutline, ReportOutline
from reen.rules.suggestion_rule import Rule

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
            **rule_reads(),
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
        rules=rules_in(read),
        reports=sorted(_reports(read["reports"]), key=lambda report: report.ref),
        legal_texts={
            text.ref: text.label for text in sorted(texts, key=lambda text: (text.group, text.order))
        },
        found=frozenset(row["ref"] for row in read["found"]) if words else None,
    )


def _actions(read: dict[str, Rows]) -> Iterator[ActionOutline]:
    links_of = linked(read, Action, ACTION_LINKS)
    members = {name: members_of(Action, name) for name in ("kinds", "sizes")}
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


def _reports(rows: Rows) -> Iterator[ReportOutline]:
    for row in rows:
        yield ReportOutline(**row, url=reverse("reen:field_report", args=[row["ref"]]))
