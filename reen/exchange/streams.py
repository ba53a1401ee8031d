"""Blocks of a stream in a cell: a sentence each, a source as « Titre <adresse> p. 12 (relu) », a step and its guide."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from reen.content.streams import raw_blocks
from reen.enums import Origin
from reen.exchange.errors import CellError

Raw = dict[str, Any]

_SOURCE = re.compile(
    r"(?P<title>[^<]*?)(?:\s*<(?P<url>[^>]*)>\s*(?:p\.\s*(?P<page>\d{1,6}))?\s*(?P<opened>\(relu\))?)?",
    re.DOTALL,
)
_STEP = re.compile(r"(?P<text>.*?)\s*\[d[’']après\s*:\s*(?P<source>.*)\]", re.DOTALL)


@dataclass(frozen=True)
class StreamCell:
    """How one block of a stream is written among the parts of a cell."""

    help: str
    read: Callable[[str], Raw]
    write: Callable[[Raw], str]


def raw(stream: Any) -> list[Raw]:
    """The blocks of a stream, or of what was read for it."""
    return stream if isinstance(stream, list) else raw_blocks(stream)


def _read_item(text: str) -> Raw:
    return {"type": "item", "value": text}


def _write_item(block: Raw) -> str:
    return str(block["value"])


def _source_of(text: str) -> dict[str, Any]:
    found = _SOURCE.fullmatch(text)
    if found is None or not found["title"]:
        raise CellError(
            f"«\u202f{text}\u202f» n’est pas une source. Écrivez Titre <https://adresse>, puis p.\u00a012 et (relu) "
            "s’il y a lieu."
        )
    url = (found["url"] or "").strip()
    try:
        if url:
            URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        raise CellError(f"«\u202f{url}\u202f» n’est pas une adresse. Elle commence par https://.") from error
    page = int(found["page"]) if found["page"] else None
    return {"title": found["title"], "url": url, "page": page or None, "opened": bool(found["opened"])}


def _words_of(source: dict[str, Any]) -> str:
    if not (source["url"] or source["page"] or source["opened"]):
        return str(source["title"])
    parts = [
        f"{source['title']} <{source['url'] or ''}>",
        f"p.\u00a0{source['page']}" if source["page"] else "",
        "(relu)" if source["opened"] else "",
    ]
    return " ".join(part for part in parts if part)


def _read_source(text: str) -> Raw:
    return {"type": "source", "value": _source_of(text)}


def _write_source(block: Raw) -> str:
    return _words_of(block["value"])


def _read_step(text: str) -> Raw:
    if found := _STEP.fullmatch(text):
        source = _source_of(found["source"])
        if not source["url"]:
            raise CellError(f"«\u202f{text}\u202f»\u00a0: donnez l’adresse du guide entre < et >.")
        return {"type": "step", "value": {"text": found["text"], "origin": Origin.GUIDE.value} | source}
    empty = {"title": "", "url": "", "page": None, "opened": False}
    return {"type": "step", "value": {"text": text, "origin": Origin.ADVICE.value} | empty}


def _write_step(block: Raw) -> str:
    value = block["value"]
    if value["origin"] != Origin.GUIDE:
        return str(value["text"])
    return f"{value['text']} [d’après\u00a0: {_words_of(value)}]"


ITEMS = StreamCell("Des phrases.", _read_item, _write_item)
SOURCES = StreamCell(
    "Des sources\u00a0: Titre <https://adresse> p.\u00a012 (relu). Le titre suffit\u202f; (relu) dit que "
    "le lien a été ouvert.",
    _read_source,
    _write_source,
)
STEPS = StreamCell(
    "Des étapes. D’après un guide\u00a0: Étape [d’après\u00a0: Titre <https://adresse> p.\u00a012 (relu)].",
    _read_step,
    _write_step,
)
