"""Documents as JSON and back: deterministic, strict, without loss.

A block is an object whose `type` is one of `BLOCK_TYPES`. A field at its default value is left out. What cannot be
read raises `DocumentError`, which names the place (`sections[2].blocks[0].rows[3]`) and what is wrong there.
"""

import hashlib
import json
import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from reen.enums import Vocabulary
from strategy.document.integrity import verify
from strategy.document.model import (
    SCHEMA_VERSION,
    BulletList,
    Chart,
    Document,
    Facts,
    Notice,
    Paragraph,
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
}
"""The published name of each kind of block, under the key `type`."""

_BLOCK_NAMES = {block: name for name, block in BLOCK_TYPES.items()}
_WORDS = {str: "un texte", int: "un entier", bool: "vrai ou faux", tuple: "une liste", dict: "un objet"}


def to_json(document: Document) -> str:
    """The document as indented JSON with sorted keys and a final newline: same document, same text."""
    return json.dumps(_encode(document), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


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
        raise DocumentError("schema_version", f"version inconnue, seule la version {SCHEMA_VERSION} se lit")
    try:
        document: Document = _decode_object(Document, data, "")
        verify(document)
    except RecursionError as error:
        raise DocumentError("sections", "les niveaux imbriqués sont trop nombreux") from error
    return document


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
        twice = next(key for index, (key, _) in enumerate(pairs) if key in dict(pairs[:index]))
        raise DocumentError("", f"la clé «\u202f{twice}\u202f» est écrite deux fois dans le même objet")
    return result


def _refuse_constant(name: str) -> NoReturn:
    raise DocumentError("", f"«\u202f{name}\u202f» n’est pas une valeur permise")


def _encode(value: object) -> object:
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if not is_dataclass(value):
        return value
    result: dict[str, object] = {}
    for entry in fields(value):
        item = getattr(value, entry.name)
        if entry.name == "schema_version" or entry.default is MISSING or item != entry.default:
            result[entry.name] = _encode(item)
    if type(value) in _BLOCK_NAMES:
        result["type"] = _BLOCK_NAMES[type(value)]
    return result


def _decode(kind: Any, value: object, path: str) -> Any:
    if get_origin(kind) is types.UnionType:
        options = get_args(kind)
        if types.NoneType not in options:
            return _decode_block(value, path)
        return None if value is None else _decode(options[0], value, path)
    if get_origin(kind) is tuple:
        return tuple(
            _decode(get_args(kind)[0], item, f"{path}[{index}]")
            for index, item in enumerate(_expect(list, tuple, value, path))
        )
    if kind in _BLOCK_NAMES:
        block = _decode_block(value, path)
        return block if type(block) is kind else _refuse_block(_BLOCK_NAMES[kind], path)
    if is_dataclass(kind):
        return _decode_object(kind, _expect(dict, dict, value, path), path)
    if issubclass(kind, Vocabulary):
        return _decode_choice(kind, _expect(str, str, value, path), path)
    return _expect(kind, kind, value, path)


def _expect(kind: type, named: type, value: object, path: str) -> Any:
    if type(value) is not kind:
        raise DocumentError(path, f"il faut {_WORDS[named]}")
    return value


def _decode_choice(kind: type[Vocabulary], value: str, path: str) -> Vocabulary:
    try:
        return kind(value)
    except ValueError:
        choices = ", ".join(kind)
        raise DocumentError(path, f"«\u202f{value}\u202f» n’est pas l’un de {choices}") from None


def _decode_block(value: object, path: str) -> object:
    data = dict(_expect(dict, dict, value, path))
    name = data.pop("type", None)
    if not isinstance(name, str) or name not in BLOCK_TYPES:
        raise DocumentError(f"{path}.type", f"bloc inconnu, il faut l’un de {', '.join(BLOCK_TYPES)}")
    return _decode_object(BLOCK_TYPES[name], data, path)


def _refuse_block(wanted: str, path: str) -> NoReturn:
    raise DocumentError(f"{path}.type", f"il faut un bloc «\u202f{wanted}\u202f»")


def _decode_object(kind: Any, data: dict[str, object], path: str) -> Any:
    hints, required = _shape(kind)
    prefix = f"{path}." if path else ""
    if unknown := sorted(data.keys() - hints.keys()):
        raise DocumentError(prefix + unknown[0], "cette clé est inconnue")
    if missing := sorted(required - data.keys()):
        raise DocumentError(prefix + missing[0], "cette clé manque")
    return kind(**{name: _decode(hints[name], value, prefix + name) for name, value in data.items()})


@cache
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The type of each field of a dataclass, and the names of those without a default."""
    return get_type_hints(kind), frozenset(entry.name for entry in fields(kind) if entry.default is MISSING)
