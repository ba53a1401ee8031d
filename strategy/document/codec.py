"""Frozen dataclasses as JSON and back: deterministic, strict, without loss.

A field at its default value is left out. What cannot be read raises `DocumentError`, which names the place
(`sections[2].blocks[0].rows[3]`) and what is wrong there.
"""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from reen.enums import Vocabulary
from strategy.errors import DocumentError

_WORDS = {str: "un texte", int: "un entier", bool: "vrai ou faux", tuple: "une liste", dict: "un objet"}
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,8}[1-9])?")
_LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Codec:
    """Writes and reads dataclasses; `named` are those told apart by a key `type`, by published name.

    `always` are the fields written even at their default.
    """

    named: Mapping[str, type]
    always: frozenset[str] = frozenset()
    names: Mapping[type, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", {kind: name for name, kind in self.named.items()})

    def encode(self, value: object) -> object:
        """What `json` writes; an amount is a text (« 1250.5 »), a day is ISO."""
        if isinstance(value, tuple):
            return [self.encode(item) for item in value]
        if isinstance(value, Decimal):
            return decimal_text(value)
        if isinstance(value, date):
            return value.isoformat()
        if not is_dataclass(value):
            return value
        result: dict[str, object] = {}
        for entry in fields(value):
            item = getattr(value, entry.name)
            if entry.name in self.always or entry.default is MISSING or item != entry.default:
                result[entry.name] = self.encode(item)
        if type(value) in self.names:
            result["type"] = self.names[type(value)]
        return result

    def decode(self, kind: Any, value: object, path: str) -> Any:
        """The value of that type which `value` tells; `path` is where it stands."""
        if get_origin(kind) is types.UnionType:
            options = get_args(kind)
            if types.NoneType not in options:
                return self._named(value, path)
            return None if value is None else self.decode(options[0], value, path)
        if get_origin(kind) is tuple:
            return tuple(
                self.decode(get_args(kind)[0], item, f"{path}[{index}]")
                for index, item in enumerate(_expect(list, tuple, value, path))
            )
        if kind in self.names:
            block = self._named(value, path)
            return block if type(block) is kind else self._refuse(self.names[kind], path)
        if is_dataclass(kind):
            return self.decode_object(kind, _expect(dict, dict, value, path), path)
        return _scalar(kind, value, path)

    def decode_object(self, kind: Any, data: dict[str, object], path: str) -> Any:
        """The dataclass whose fields are the keys of `data`; none is unknown, none without a default is missing."""
        hints, required = _shape(kind)
        prefix = f"{path}." if path else ""
        if unknown := sorted(data.keys() - hints.keys()):
            raise DocumentError(prefix + unknown[0], "cette donnée est inconnue de ce site")
        if missing := sorted(required - data.keys()):
            raise DocumentError(prefix + missing[0], "cette donnée manque")
        return kind(**{name: self.decode(hints[name], value, prefix + name) for name, value in data.items()})

    def _named(self, value: object, path: str) -> object:
        data = dict(_expect(dict, dict, value, path))
        name = data.pop("type", None)
        if not isinstance(name, str) or name not in self.named:
            raise DocumentError(f"{path}.type", f"bloc inconnu, il faut l’un de {', '.join(self.named)}")
        return self.decode_object(self.named[name], data, path)

    def _refuse(self, wanted: str, path: str) -> NoReturn:
        raise DocumentError(f"{path}.type", f"il faut un bloc «\u202f{wanted}\u202f»")


def decimal_text(value: Decimal) -> str:
    """« 1250.5 »: one way to write an amount, without useless zeros."""
    text = format(value.normalize(), "f")
    return "0" if text == "-0" else text


def _scalar(kind: Any, value: object, path: str) -> Any:
    if issubclass(kind, Vocabulary):
        return _choice(kind, _expect(str, str, value, path), path)
    if kind is Decimal:
        text = _expect(str, str, value, path)
        if not _DECIMAL.fullmatch(text):
            raise DocumentError(path, "un nombre s’écrit comme «\u202f1250.5\u202f», sans zéro inutile")
        return Decimal(text)
    if kind is date:
        return _day(_expect(str, str, value, path), path)
    given = _expect(kind, kind, value, path)
    if kind is int and abs(given) > _LARGEST:
        raise DocumentError(path, "cet entier est trop grand")
    return given


def _day(text: str, path: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise DocumentError(path, "une date s’écrit AAAA-MM-JJ, par exemple 2025-01-31")
    return day


def _expect(kind: type, named: type, value: object, path: str) -> Any:
    if type(value) is not kind:
        raise DocumentError(path, f"il faut {_WORDS[named]}")
    return value


def _choice(kind: type[Vocabulary], value: str, path: str) -> Vocabulary:
    try:
        return kind(value)
    except ValueError:
        choices = ", ".join(kind)
        raise DocumentError(path, f"«\u202f{value}\u202f» n’est pas l’un de {choices}") from None


@cache
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The type of each field of a dataclass, and the names of those without a default."""
    hints = get_type_hints(kind)
    names = {entry.name for entry in fields(kind)}
    required = frozenset(entry.name for entry in fields(kind) if entry.default is MISSING)
    return {name: hint for name, hint in hints.items() if name in names}, required
