"""Documents as JSON and back: deterministic, strict, without loss.

A block is an object whose `type` is one of `BLOCK_TYPES`. A field at its default value is left out. What cannot be
read raises `DocumentError`, which names the place (`sections[2].blocks[0].rows[3]`) and what is wrong there.
"""

import hashlib
import json
from collections import Counter
from typing import NoReturn

from strategy.document.codec import Codec
from strategy.document.integrity import verify
from strategy.document.model import (
    SCHEMA_VERSION,
    BulletList,
    Chart,
    Document,
    Facts,
    Notice,
    Paragraph,
    QrCode,
    Table,
    Timetable,
    Trace,
)
from strategy.errors import DocumentError

BLOCK_TYPES: dict[str, type] = {
    "paragraph": Paragraph,
    "list": BulletList,
    "notice": Notice,
    "facts": Facts,
    "table": Table,
    "trace": Trace,
    "chart": Chart,
    "timetable": Timetable,
    "qr": QrCode,
}
"""The published name of each kind of block, under the key `type`."""

_CODEC = Codec(BLOCK_TYPES, always=frozenset({"schema_version"}))


def to_json(document: Document) -> str:
    """The document as indented JSON with sorted keys and a final newline: same document, same text."""
    return json.dumps(_CODEC.encode(document), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def digest(document: Document) -> str:
    """SHA-256, in hexadecimal, of the document's JSON in UTF-8."""
    return hashlib.sha256(to_json(document).encode()).hexdigest()


def from_json(text: str) -> Document:
    """The document that `text` holds; raises `DocumentError` saying what is wrong and where."""
    data = _parse(text)
    if not isinstance(data, dict):
        raise DocumentError("", "le document doit être un objet JSON")
    version = data.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        newer = "\u202f; ce document est plus récent que ce site" if _is_newer(version) else ""
        raise DocumentError(
            "schema_version", f"version inconnue, seule la version {SCHEMA_VERSION} se lit{newer}"
        )
    try:
        document: Document = _CODEC.decode_object(Document, data, "")
        verify(document)
    except RecursionError as error:
        raise DocumentError("sections", "les niveaux imbriqués sont trop nombreux") from error
    return document


def _is_newer(version: object) -> bool:
    return type(version) is int and version > SCHEMA_VERSION


def _parse(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise DocumentError(
            "", f"ce n’est pas du JSON (ligne {error.lineno}, colonne {error.colno})"
        ) from error
    except RecursionError as error:
        raise DocumentError("", "les niveaux imbriqués sont trop nombreux") from error
    except ValueError as error:
        raise DocumentError("", "un nombre du JSON est trop long pour être lu") from error


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise DocumentError("", f"la clé «\u202f{twice}\u202f» est écrite deux fois dans le même objet")
    return result


def _refuse_constant(name: str) -> NoReturn:
    raise DocumentError("", f"«\u202f{name}\u202f» n’est pas une valeur permise")
