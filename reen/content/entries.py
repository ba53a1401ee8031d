"""How each kind of entry is written in the YAML."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Model
from wagtail.documents import get_document_model

from reen.content import streams
from reen.content.documents import FileLink
from reen.content.fields import (
    Field,
    Link,
    ReasonedLink,
    Values,
    address,
    choice,
    choices,
    day,
    flag,
    group,
    integer,
    number,
    read_fields,
    stream,
    text,
    write_fields,
)
from reen.content.items import Item
from reen.content.rows import ContentError, Row, rows_of
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
    Vocabulary,
)
from reen.models import (
    Action,
    FieldReport,
    Indicator,
    LegalText,
    Requirement,
    Resource,
    ResourceList,
    SuggestionRule,
    Synonyms,
)
from reen.models.suggestion_rule import SETS as RULE_SETS
from reen.rules.suggestion_rule import ReasonKind, Trigger


def _nothing_more(row: Row, values: Values) -> None:
    """Each field is right by itself."""


@dataclass(frozen=True)
class EntryKind:
    """A kind of entry: the files that hold it, what is read of each, and what fields must say together."""

    model: type[Model]
    files: str
    fields: tuple[Field, ...]
    links: tuple[Link, ...] = ()
    check: Callable[[Row, Values], None] = _nothing_more

    def item(self, row: Row, position: int) -> Item:
        """The entry of a row, the `position`-th of its kind; raises ContentError."""
        links = {link: link.read(row) for link in self.links}
        values = read_fields(self.fields, row)
        self.check(row, values)
        row.finish()
        if values.get("order", position) is None:
            values["order"] = position
        return Item(self.model, row, {"ref": row.ref}, values, links)

    def write(self, entry: Model) -> Values:
        """What the YAML says of an entry."""
        links = {link.name: link.write(entry) for link in self.links}
        return write_fields(self.fields, entry) | {name: refs for name, refs in links.items() if refs}


def _certainty(row: Row) -> Values:
    by_default = Certainty.TO_CONFIRM if row.data.get("caution") else Certainty.READ_ONCE
    return {"certainty": row.choice("certainty", Certainty, optional=True) or by_default.value}


IDENTITY = (text("ref"), text("title"))
TRUTH = (
    stream("sources", streams.SOURCES),
    day("checked_on"),
    Field("certainty", ("certainty",), _certainty, lambda entry: entry.certainty),
    text("caution", optional=True),
)
REPLACED_ON = day("replaced_on", optional=True)
THEMES = choices("themes", Theme)


def _doubt_is_told(row: Row, values: Values) -> None:
    if values["certainty"] == Certainty.TO_CONFIRM and not values["caution"]:
        raise row.error("caution", "dire ce qui reste à confirmer.")


def _sheet_is_whole(row: Row, values: Values) -> None:
    """A short sheet may lack steps, pitfall and effect; a figure says where it was read."""
    _doubt_is_told(row, values)
    if not values["short"]:
        if not values["steps"]:
            raise row.error("steps", "à remplir, sauf pour une fiche courte.")
        row.text("pitfall")
        row.row("effect").text("text")
    if values["effect_quantified"] and not values["effect_source_url"]:
        raise row.error("effect.source_url", "un effet chiffré donne l’adresse où il a été lu.")


def _estimate(name: str, vocabulary: type[Vocabulary]) -> Field:
    return group(
        name,
        choice("small", vocabulary, f"{name}_small", optional=True),
        choice("large", vocabulary, f"{name}_large", optional=True),
        text("why", f"{name}_why", optional=True),
    )


EFFECT = group(
    "effect",
    flag("quantified", "effect_quantified"),
    text("text", "effect_text", optional=True),
    number("low", "effect_low"),
    number("high", "effect_high"),
    text("unit", "effect_unit", optional=True),
    text("perimeter", "effect_perimeter", optional=True),
    address("source_url", "effect_source_url"),
)

REQUIREMENT = EntryKind(
    Requirement,
    "requirements.yaml",
    (
        *IDENTITY,
        choice("part", Part),
        integer("order"),
        text("explanation"),
        text("how"),
        flag("mandatory"),
        text("basis"),
        day("deadline", optional=True),
        *TRUTH,
    ),
    check=_doubt_is_told,
)
LEGAL_TEXT = EntryKind(
    LegalText,
    "legal_texts.yaml",
    (
        *IDENTITY,
        choice("group", TextGroup),
        integer("order"),
        text("number", optional=True),
        text("summary"),
        text("who"),
        choices("kinds", Kind),
        integer("population_from"),
        text("importance", optional=True),
        stream("timetable", streams.TIMETABLE),
        text("codified", optional=True),
        text("note", optional=True),
        REPLACED_ON,
        *TRUTH,
    ),
    (Link("replaced_by", LegalText, "replaced_by", single=True),),
    check=_doubt_is_told,
)
INDICATOR = EntryKind(
    Indicator,
    "indicators.yaml",
    (
        *IDENTITY,
        text("unit"),
        text("method"),
        text("frequency"),
        text("data_source"),
        text("direction", optional=True),
        THEMES,
        choice("origin", Provenance),
        *TRUTH,
    ),
    check=_doubt_is_told,
)
RESOURCE = EntryKind(
    Resource,
    "resources.yaml",
    (
        *IDENTITY,
        text("producer"),
        text("type"),
        choice("family", Family),
        choices("subjects", Subject),
        choices("needs", Need),
        text("audience", optional=True),
        choices("audiences", Audience),
        choices("sizes", Size),
        integer("year"),
        flag("free", unknown=True),
        address("url"),
        flag("opened"),
        text("description"),
        THEMES,
        text("licence", optional=True),
        *(text(name, optional=True) for name in Resource.GRID),
        REPLACED_ON,
        *TRUTH,
    ),
    (
        FileLink("documents", get_document_model(), "documents"),
        Link("replaced_by", Resource, "replaced_by", single=True),
    ),
    check=_doubt_is_told,
)
FIELD_REPORT = EntryKind(
    FieldReport,
    "field_reports.yaml",
    (
        *IDENTITY,
        text("body"),
        text("body_kind", optional=True),
        choices("kinds", Kind),
        integer("population"),
        integer("year"),
        text("status", optional=True),
        THEMES,
        stream("measures", streams.ITEMS),
        stream("figures", streams.ITEMS),
        text("note", optional=True),
        *TRUTH,
    ),
    check=_doubt_is_told,
)
ACTION = EntryKind(
    Action,
    "actions/*.yaml",
    (
        *IDENTITY,
        choice("theme", Theme),
        text("summary"),
        text("why"),
        flag("short", optional=True),
        stream("steps", streams.STEPS),
        text("who_small", optional=True),
        text("who_large", optional=True),
        stream("prerequisites", streams.ITEMS),
        stream("evidence", streams.ITEMS),
        text("pitfall", optional=True),
        EFFECT,
        _estimate("effort", Effort),
        _estimate("cost", Cost),
        _estimate("horizon", Horizon),
        choices("kinds", Kind),
        choices("sizes", Size),
        text("fit", optional=True),
        text("sharing", optional=True),
        text("small_case", optional=True),
        *TRUTH,
    ),
    (
        Link("requirements", Requirement, "requirements"),
        Link("legal", LegalText, "legal_texts"),
        Link("indicators", Indicator, "indicators"),
        Link("resources", Resource, "resources"),
        Link("field_reports", FieldReport, "field_reports"),
        Link("before", Action, "before"),
        Link("related", Action, "related"),
    ),
    check=_sheet_is_whole,
)
SUGGESTION_RULE = EntryKind(
    SuggestionRule,
    "suggestion_rules.yaml",
    (
        *IDENTITY,
        text("reason"),
        choice("kind", ReasonKind),
        integer("weight"),
        choice("trigger", Trigger, optional=True),
        flag("lighter", optional=True),
        *(choices(name, vocabulary) for name, vocabulary in RULE_SETS.items()),
    ),
    (Link("actions", Action, "actions"), Link("requirements", Requirement, "requirements")),
)
SYNONYMS = EntryKind(
    Synonyms,
    "synonyms.yaml",
    (
        text("ref"),
        Field(
            "terms",
            ("terms",),
            lambda row: {"terms": "\n".join(row.texts("terms"))},
            lambda group: group.as_list,
        ),
    ),
)
RESOURCE_LIST = EntryKind(
    ResourceList,
    "resource_lists.yaml",
    (*IDENTITY, text("introduction"), *TRUTH),
    (ReasonedLink("items", Resource, "items", target="resource"),),
    check=_doubt_is_told,
)
KINDS = (
    *(REQUIREMENT, LEGAL_TEXT, INDICATOR, RESOURCE, FIELD_REPORT, ACTION, RESOURCE_LIST),
    *(SUGGESTION_RULE, SYNONYMS),
)


def entries(folder: Path) -> Iterator[Item]:
    """Every entry of the catalogue, then the rules; raises ContentError with everything that is wrong at once."""
    wrong: list[str] = []
    for kind in KINDS:
        seen: set[str] = set()
        position = 0
        for path in sorted(folder.glob(kind.files)):
            for row in rows_of(path):
                position += 1
                try:
                    item = kind.item(row, position)
                    if row.ref in seen:
                        raise row.error("ref", "cette référence est déjà prise.")
                except ContentError as error:
                    wrong += error.messages
                    continue
                seen.add(row.ref)
                yield item
    if wrong:
        raise ContentError(*wrong)
