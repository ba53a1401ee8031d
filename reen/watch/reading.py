"""What the watch reads of an entry or page: its texts, its sources, its estimates, as plain data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from typing import Any

from django.db import models
from wagtail.fields import StreamField

from reen.enums import Certainty
from reen.models import Action, Resource
from reen.models.action import ESTIMATES
from reen.models.written import written_fields


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the field it is typed in; `prose` is False for what is quoted or named rather than written."""

    field: str
    text: str
    prose: bool = True


@dataclass(frozen=True, slots=True)
class Cited:
    """An address and the field that cites it."""

    field: str
    url: str


@dataclass(frozen=True, slots=True)
class GivenEstimate:
    """An estimate of the team, and why."""

    field: str
    label: str
    given: bool
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry or page as the checker reads it; the address of a resource is a source of its sheet."""

    kind: str
    title: str
    passages: tuple[Passage, ...]
    cited: tuple[Cited, ...]
    sources: int
    links_to_law: bool
    checked_on: date | None
    to_confirm: bool = False
    estimates: tuple[GivenEstimate, ...] = ()
    effect_quantified: bool = False
    effect_text: str = ""
    effect_source_url: str = ""


NAMES = frozenset(
    {"producer", "licence", "body", "audience", "sources", "codified", "decree_reference", "unit"}
)
"""Fields that name or quote: their words are not ours."""
CODED = frozenset({"origin", "type", "id"})
"""Keys of blocks whose value is a code."""


def read(entry: Any, *, links_to_law: bool = False) -> Reading:
    """The entry or page as it is in memory, without asking the database."""
    passages, cited = _contents(entry)
    return Reading(
        kind=entry._meta.model_name,
        title=entry.title,
        passages=tuple(passages),
        cited=tuple(cited),
        sources=len(entry.sources) + (isinstance(entry, Resource) and bool(entry.url)),
        links_to_law=links_to_law,
        checked_on=entry.checked_on,
        to_confirm=getattr(entry, "certainty", "") == Certainty.TO_CONFIRM,
        estimates=tuple(_estimates(entry)),
        effect_quantified=getattr(entry, "effect_quantified", False),
        effect_text=getattr(entry, "effect_text", ""),
        effect_source_url=getattr(entry, "effect_source_url", ""),
    )


def _estimates(entry: Any) -> Iterator[GivenEstimate]:
    for name in ESTIMATES if isinstance(entry, Action) else ():
        given = bool(getattr(entry, f"{name}_small") or getattr(entry, f"{name}_large"))
        label = entry._meta.get_field(f"{name}_why").verbose_name
        yield GivenEstimate(f"{name}_why", label, given, getattr(entry, f"{name}_why"))


def _contents(entry: Any) -> tuple[list[Passage], list[Cited]]:
    passages: list[Passage] = []
    cited: list[Cited] = []
    for field, value in written_fields(entry):
        if isinstance(field, StreamField):
            for key, text in _strings(value.raw_data):
                _sort(field.name, key, text, passages, cited)
        elif value:
            key = "url" if isinstance(field, models.URLField) else ""
            _sort(field.name, key, value, passages, cited)
    return passages, cited


def _sort(field: str, key: str, text: str, passages: list[Passage], cited: list[Cited]) -> None:
    """An address is cited, a rich text is both, anything else is a passage."""
    if key == "url":
        cited.append(Cited(field, text))
        return
    if key == "rich":
        page = _RichText()
        page.feed(text)
        cited += [Cited(field, url) for url in page.addresses]
        text = "".join(page.words)
    prose = field not in NAMES and not (key == "title" and field in {"steps", "sources"})
    passages.append(Passage(field, text, prose))


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every typed string of a stream, with the key it is under; « rich » when it is HTML."""
    if isinstance(value, str):
        if value and key not in CODED:
            yield ("rich" if value.startswith("<") else key), value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not ({"type", "value"} <= value.keys() and name in CODED):
                yield from _strings(inner, name)
    elif hasattr(value, "__iter__"):
        for inner in value:
            yield from _strings(inner, key)


class _RichText(HTMLParser):
    """The words of a rich text, and the addresses of other sites it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href") or ""
        if tag == "a" and href.startswith(("http://", "https://")):
            self.addresses.append(href)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "h2", "h3", "h4"):
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
