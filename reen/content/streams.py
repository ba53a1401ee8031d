"""Turns rows of the YAML into the raw data of streams."""

from html import escape
from typing import Any

from reen.content.rows import Row
from reen.enums import Origin
from reen.typography import date_words

Raw = list[dict[str, Any]]


def items(row: Row, name: str) -> Raw:
    """A list of sentences."""
    return [{"type": "item", "value": text} for text in row.texts(name)]


def source(row: Row) -> dict[str, Any]:
    """One source; an address says whether somebody opened it."""
    value = {"title": row.text("title"), "url": row.address("url"), "page": row.integer("page")}
    value["opened"] = bool(row.flag("opened", optional=not value["url"]))
    row.finish()
    return value


def sources(row: Row, name: str = "sources") -> Raw:
    """The sources of an entry."""
    return [{"type": "source", "value": source(inner)} for inner in row.rows(name)]


def steps(row: Row, name: str) -> Raw:
    """Steps; one that comes from a guide must name it and give its address, advice names none."""
    raw = []
    for inner in row.rows(name):
        value: dict[str, Any] = {"text": inner.text("text"), "origin": inner.choice("origin", Origin)}
        if value["origin"] == Origin.GUIDE:
            value |= source(inner.row("source"))
            if not value["url"]:
                raise inner.error("source.url", "une étape d’après un guide donne l’adresse de ce guide.")
        elif inner.data.get("source"):
            raise inner.error("source", "un conseil de la rédaction n’a pas de guide.")
        inner.asked.add("source")
        inner.finish()
        raw.append({"type": "step", "value": value})
    return raw


def timetable(row: Row, name: str) -> Raw:
    """Due dates, in words; a date the sources do not give precisely is a text already."""
    raw = []
    for inner in row.rows(name):
        written = inner.data.get("date")
        words = inner.text("date") if isinstance(written, str) else date_words(inner.day("date"))
        raw.append({"type": "row", "value": {"date": words, "what": inner.text("what")}})
        inner.finish()
    return raw


def body(row: Row, name: str) -> Raw:
    """Running text: each heading, then its paragraphs and its list as simple rich text."""
    raw: Raw = []
    for inner in row.rows(name):
        raw.append({"type": "heading", "value": inner.text("heading")})
        text = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in inner.texts("paragraphs"))
        if points := inner.texts("items"):
            text += f"<ul>{''.join(f'<li>{escape(point, quote=False)}</li>' for point in points)}</ul>"
        raw.append({"type": "text", "value": text})
        inner.finish()
    return raw


def highlights(row: Row, names: tuple[str, ...]) -> Raw:
    """The sections of the home page."""
    raw = []
    for name in names:
        inner = row.row(name)
        points = []
        for point in inner.rows("items"):
            points.append({"title": point.text("title"), "text": point.text("text")})
            point.finish()
        raw.append({"type": "section", "value": {"heading": inner.text("heading"), "points": points}})
    return raw
