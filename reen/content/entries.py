"""How each kind of entry is written in the YAML."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db.models import Model

from reen.content import streams
from reen.content.items import Item
from reen.content.rows import ContentError, Row, rows_of
from reen.content.suggestion_rules import rule_links, suggestion_rule
from reen.enums import (
    Audience,
    Certainty,
    Cost,
    Effort,
    Family,
    Horizon,
    Kind,
    Need,
    Part,
    Provenance,
    Size,
    Subject,
    TextGroup,
    Theme,
)
from reen.models import Action, FieldReport, Indicator, LegalText, Requirement, Resource, SuggestionRule

Values = dict[str, Any]

LINKS = {
    "requirements": Requirement,
    "legal_texts": LegalText,
    "indicators": Indicator,
    "resources": Resource,
    "field_reports": FieldReport,
    "before": Action,
    "related": Action,
    "actions": Action,
}


def _common(row: Row) -> Values:
    caution = row.text("caution", optional=True)
    by_default = Certainty.TO_CONFIRM if caution else Certainty.READ_ONCE
    certainty = row.choice("certainty", Certainty, optional=True) or by_default.value
    if certainty == Certainty.TO_CONFIRM and not caution:
        raise row.error("caution", "dire ce qui reste à confirmer.")
    return {
        "ref": row.text("ref"),
        "title": row.text("title"),
        "sources": streams.sources(row),
        "certainty": certainty,
        "caution": caution,
        "checked_on": row.day("checked_on"),
    }


def requirement(row: Row) -> Values:
    """A requirement of the decree."""
    return _common(row) | {
        "part": row.choice("part", Part),
        "order": row.integer("order") or 0,
        "explanation": row.text("explanation"),
        "how": row.text("how"),
        "mandatory": row.flag("mandatory"),
        "basis": row.text("basis"),
        "deadline": row.optional_day("deadline"),
    }


def legal_text(row: Row) -> Values:
    """An article of the law or a neighbouring obligation."""
    return _common(row) | {
        "group": row.choice("group", TextGroup),
        "number": row.text("number", optional=True),
        "summary": row.text("summary"),
        "who": row.text("who"),
        "importance": row.text("importance", optional=True),
        "timetable": streams.timetable(row, "timetable"),
        "codified": row.text("codified", optional=True),
        "note": row.text("note", optional=True),
    }


def indicator(row: Row) -> Values:
    """An indicator."""
    return _common(row) | {
        "unit": row.text("unit"),
        "method": row.text("method"),
        "frequency": row.text("frequency"),
        "data_source": row.text("data_source"),
        "direction": row.text("direction", optional=True),
        "themes": row.choices("themes", Theme),
        "origin": row.choice("origin", Provenance),
    }


def resource(row: Row) -> Values:
    """A resource."""
    return _common(row) | {
        "producer": row.text("producer"),
        "type": row.text("type"),
        "family": row.choice("family", Family),
        "subjects": row.choices("subjects", Subject),
        "needs": row.choices("needs", Need),
        "audience": row.text("audience", optional=True),
        "audiences": row.choices("audiences", Audience),
        "sizes": row.choices("sizes", Size),
        "year": row.integer("year"),
        "free": row.flag("free", optional=True),
        "url": row.address("url"),
        "opened": bool(row.flag("opened")),
        "description": row.text("description"),
        "themes": row.choices("themes", Theme),
        "licence": row.text("licence", optional=True),
        **{name: row.text(name, optional=True) for name in Resource.GRID},
    }


def field_report(row: Row) -> Values:
    """A field report."""
    return _common(row) | {
        "body": row.text("body"),
        "body_kind": row.text("body_kind", optional=True),
        "kinds": row.choices("kinds", Kind),
        "population": row.integer("population"),
        "year": row.integer("year"),
        "status": row.text("status", optional=True),
        "themes": row.choices("themes", Theme),
        "measures": streams.items(row, "measures"),
        "figures": streams.items(row, "figures"),
        "note": row.text("note", optional=True),
    }


def action(row: Row) -> Values:
    """An action sheet, its links apart; a short one may lack steps, pitfall and effect."""
    short = bool(row.flag("short", optional=True))
    steps = streams.steps(row, "steps")
    if not steps and not short:
        raise row.error("steps", "à remplir, sauf pour une fiche courte.")
    return (
        _common(row)
        | {"short": short, "steps": steps, "pitfall": row.text("pitfall", optional=short)}
        | {name: streams.items(row, name) for name in ("prerequisites", "evidence")}
        | {name: row.text(name) for name in ("summary", "why")}
        | {
            name: row.text(name, optional=True)
            for name in ("who_small", "who_large", "fit", "sharing", "small_case")
        }
        | {"theme": row.choice("theme", Theme)}
        | {"kinds": row.choices("kinds", Kind), "sizes": row.choices("sizes", Size)}
        | _effect(row.row("effect"), short=short)
        | _estimate(row, "effort", Effort)
        | _estimate(row, "cost", Cost)
        | _estimate(row, "horizon", Horizon)
    )


def _effect(row: Row, *, short: bool) -> Values:
    effect = {
        "effect_quantified": row.flag("quantified"),
        "effect_text": row.text("text", optional=short),
        "effect_low": row.number("low"),
        "effect_high": row.number("high"),
        "effect_unit": row.text("unit", optional=True),
        "effect_perimeter": row.text("perimeter", optional=True),
        "effect_source_url": row.address("source_url"),
    }
    if effect["effect_quantified"] and not effect["effect_source_url"]:
        raise row.error("source_url", "un effet chiffré donne l’adresse où il a été lu.")
    row.finish()
    return effect


def _estimate(row: Row, name: str, vocabulary: type[Effort] | type[Cost] | type[Horizon]) -> Values:
    inner = row.row(name)
    values = {
        f"{name}_small": inner.choice("small", vocabulary, optional=True),
        f"{name}_large": inner.choice("large", vocabulary, optional=True),
        f"{name}_why": inner.text("why", optional=True),
    }
    inner.finish()
    return values


def action_links(row: Row) -> dict[str, list[str]]:
    """The entries an action points at."""
    names = [name for name in LINKS if name != "actions"]
    return {name: row.texts("legal" if name == "legal_texts" else name) for name in names}


Reader = Callable[[Row], Values]
FILES: tuple[tuple[str, type[Model], Reader], ...] = (
    ("requirements.yaml", Requirement, requirement),
    ("legal_texts.yaml", LegalText, legal_text),
    ("indicators.yaml", Indicator, indicator),
    ("resources.yaml", Resource, resource),
    ("field_reports.yaml", FieldReport, field_report),
    ("actions/*.yaml", Action, action),
    ("suggestion_rules.yaml", SuggestionRule, suggestion_rule),
)
LINKED: dict[type[Model], Callable[[Row], dict[str, list[str]]]] = {
    Action: action_links,
    SuggestionRule: rule_links,
}


def entries(folder: Path) -> Iterator[Item]:
    """Every entry of the catalogue, then the rules; raises ContentError with everything that is wrong at once."""
    wrong: list[str] = []
    for pattern, model, reader in FILES:
        seen: set[str] = set()
        order = 0
        for path in sorted(folder.glob(pattern)):
            for row in rows_of(path):
                order += 1
                try:
                    links = LINKED[model](row) if model in LINKED else {}
                    values = reader(row)
                    row.finish()
                    if row.ref in seen:
                        raise row.error("ref", "cette référence est déjà prise.")
                except ContentError as error:
                    wrong += error.messages
                    continue
                seen.add(row.ref)
                if model is LegalText:
                    values["order"] = order
                yield Item(model, row, {"ref": row.ref}, values, links)
    if wrong:
        raise ContentError(*wrong)
