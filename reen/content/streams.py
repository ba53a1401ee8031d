"""Turns rows of the YAML into the raw data of streams, and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reen.content.rich_text import html_of, in_words
from reen.content.rows import Row
from reen.enums import Origin
from reen.typography import date_words

Raw = list[dict[str, Any]]


@dataclass(frozen=True)
class Stream:
    """A kind of stream: how a row gives its raw blocks, and how the YAML tells them."""

    read: Callable[[Row, str], Raw]
    write: Callable[[Raw], list[Any]]


def raw_blocks(stream: Any) -> Raw:
    """The blocks of a stream as they are stored, without their numbers."""
    return [{"type": block.block_type, "value": block.block.get_prep_value(block.value)} for block in stream]


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {name: inner for name, inner in value.items() if inner not in (None, "", [])}


# --- Sentences ------------------------------------------------------------------


def _read_items(row: Row, name: str) -> Raw:
    return [{"type": "item", "value": text} for text in row.texts(name)]


def _write_items(raw: Raw) -> list[str]:
    return [block["value"] for block in raw]


# --- Sources and steps ----------------------------------------------------------


def _read_source(row: Row) -> dict[str, Any]:
    """One source; an address says whether somebody opened it."""
    value = {"title": row.text("title"), "url": row.address("url"), "page": row.integer("page")}
    value["opened"] = bool(row.flag("opened", optional=not value["url"]))
    row.finish()
    return value


def _write_source(value: dict[str, Any]) -> dict[str, Any]:
    opened = value["opened"] if value["url"] else value["opened"] or None
    return _without_empty({name: value[name] for name in ("title", "url", "page")} | {"opened": opened})


def _read_sources(row: Row, name: str) -> Raw:
    return [{"type": "source", "value": _read_source(inner)} for inner in row.rows(name)]


def _write_sources(raw: Raw) -> list[dict[str, Any]]:
    return [_write_source(block["value"]) for block in raw]


def _read_steps(row: Row, name: str) -> Raw:
    """Steps; one that comes from a guide must name it and give its address, advice names none."""
    raw = []
    for inner in row.rows(name):
        value: dict[str, Any] = {"text": inner.text("text"), "origin": inner.choice("origin", Origin)}
        if value["origin"] == Origin.GUIDE:
            value |= _read_source(inner.row("source"))
            if not value["url"]:
                raise inner.error("source.url", "une étape d’après un guide donne l’adresse de ce guide.")
        elif inner.data.get("source"):
            raise inner.error("source", "un conseil de la rédaction n’a pas de guide.")
        inner.asked.add("source")
        inner.finish()
        raw.append({"type": "step", "value": value})
    return raw


def _write_steps(raw: Raw) -> list[dict[str, Any]]:
    """A source left on advice is shown nowhere, and is not written."""
    steps = []
    for value in (block["value"] for block in raw):
        step = {"text": value["text"], "origin": value["origin"]}
        if value["origin"] == Origin.GUIDE:
            step["source"] = _write_source(value)
        steps.append(step)
    return steps


# --- Dates of an obligation -----------------------------------------------------


def _read_timetable(row: Row, name: str) -> Raw:
    """Due dates, in words; a date the sources do not give precisely is a text already."""
    raw = []
    for inner in row.rows(name):
        written = inner.data.get("date")
        words = inner.text("date") if isinstance(written, str) else date_words(inner.day("date"))
        raw.append({"type": "row", "value": {"date": words, "what": inner.text("what")}})
        inner.finish()
    return raw


def _write_timetable(raw: Raw) -> list[dict[str, Any]]:
    return [{name: block["value"][name] for name in ("date", "what")} for block in raw]


# --- Running text ---------------------------------------------------------------


def _read_body(row: Row, name: str) -> Raw:
    """Each heading, then its text: paragraphs and a list in plain words, or rich text as `html`."""
    raw: Raw = []
    for inner in row.rows(name):
        if heading := inner.text("heading", optional=True):
            raw.append({"type": "heading", "value": heading})
        html = inner.text("html", optional=True)
        if html := html or html_of(inner.texts("paragraphs"), inner.texts("items")):
            raw.append({"type": "text", "value": html})
        inner.finish()
    return raw


def _write_body(raw: Raw) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = []
    for block in raw:
        if block["type"] == "heading":
            sections.append({"heading": block["value"]})
            continue
        if not (sections and set(sections[-1]) == {"heading"}):
            sections.append({})
        sections[-1] |= in_words(block["value"])
    return sections


# --- Sections of the home page --------------------------------------------------


def _read_highlights(row: Row, name: str) -> Raw:
    raw = []
    for inner in row.rows(name):
        points = []
        for point in inner.rows("items"):
            points.append({"title": point.text("title"), "text": point.text("text")})
            point.finish()
        raw.append({"type": "section", "value": {"heading": inner.text("heading"), "points": points}})
        inner.finish()
    return raw


def _write_highlights(raw: Raw) -> list[dict[str, Any]]:
    return [
        {
            "heading": block["value"]["heading"],
            "items": [
                {name: point["value"][name] for name in ("title", "text")}
                for point in block["value"]["points"]
            ],
        }
        for block in raw
    ]


ITEMS = Stream(_read_items, _write_items)
SOURCES = Stream(_read_sources, _write_sources)
STEPS = Stream(_read_steps, _write_steps)
TIMETABLE = Stream(_read_timetable, _write_timetable)
BODY = Stream(_read_body, _write_body)
HIGHLIGHTS = Stream(_read_highlights, _write_highlights)
