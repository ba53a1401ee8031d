"""Reads one entry of the YAML, field by field; whatever is wrong is told with its file, entry and field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from reen.enums import Vocabulary


class ContentError(Exception):
    """The YAML cannot be loaded; nothing was written. `messages` holds one sentence for each thing to mend."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def read_yaml(path: Path) -> Any:
    """The content of a file; raises ContentError when it is absent, or with the line when it is not YAML."""
    try:
        return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as error:
        raise ContentError(
            f"{path.name}\u00a0: fichier illisible ou absent du dossier {path.parent}."
        ) from error
    except yaml.YAMLError as error:
        raise ContentError(f"{path.name}\u00a0: YAML illisible\u00a0: {error}") from error


@dataclass
class Row:
    """A mapping of the YAML. Each reader checks its field; `finish` refuses fields nobody asked for."""

    file: str
    ref: str
    data: dict[str, Any]
    prefix: str = ""
    asked: set[str] = field(default_factory=set)
    folder: Path = Path()

    def error(self, name: str, message: str) -> ContentError:
        """The error to raise about a field."""
        return ContentError(
            f"{self.file}, {self.ref or 'sans référence'}, {self.prefix}{name}\u00a0: {message}"
        )

    def finish(self) -> None:
        """Raises ContentError when fields remain that were not read: most often a misspelt name."""
        if left := set(self.data) - self.asked:
            raise self.error(", ".join(sorted(left)), "champ inconnu.")

    def _value(self, name: str, kind: type | tuple[type, ...], optional: bool) -> Any:
        self.asked.add(name)
        value = self.data.get(name)
        if value is None:
            if optional:
                return None
            raise self.error(name, "à remplir." if name in self.data else "champ absent.")
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(name, f"valeur inattendue\u00a0: {value!r}.")
        return value

    def text(self, name: str, *, optional: bool = False) -> str:
        """A text without surrounding blanks; "" for an optional one that is absent."""
        value = str(self._value(name, (str, int), optional) or "").strip()
        if not value and not optional:
            raise self.error(name, "à remplir.")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts, none of them empty; an absent list is empty."""
        values = self._value(name, list, optional=True) or []
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.error(name, "liste de textes attendue.")
        return [value.strip() for value in values]

    def flag(self, name: str, *, optional: bool = False) -> bool | None:
        """True, False, or None for what is unknown."""
        value: bool | None = self._value(name, bool, optional)
        return value

    def integer(self, name: str) -> int | None:
        """A whole number, or None."""
        value: int | None = self._value(name, int, optional=True)
        return value

    def number(self, name: str) -> float | None:
        """A number, or None."""
        value: float | None = self._value(name, (int, float), optional=True)
        return value

    def day(self, name: str) -> date:
        """A date."""
        value: date = self._value(name, date, optional=False)
        return value

    def optional_day(self, name: str) -> date | None:
        """A date, or None."""
        value: date | None = self._value(name, date, optional=True)
        return value

    def address(self, name: str) -> str:
        """A web address, or ""; refuses anything that is not http or https."""
        value = self.text(name, optional=True)
        if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc):
            raise self.error(name, f"adresse inattendue\u00a0: {value!r}.")
        return value

    def choice(self, name: str, vocabulary: type[Vocabulary], *, optional: bool = False) -> str:
        """A value of a vocabulary; "" for an optional one that is absent."""
        value = self.text(name, optional=optional)
        if value and value not in {member.value for member in vocabulary}:
            known = ", ".join(member.value for member in vocabulary)
            raise self.error(name, f"{value!r} n’est pas dans la liste ({known}).")
        return value

    def choices(self, name: str, vocabulary: type[Vocabulary]) -> tuple[Vocabulary, ...]:
        """Values of a vocabulary, in its order."""
        values = self.texts(name)
        known = {member.value: member for member in vocabulary}
        if unknown := [value for value in values if value not in known]:
            raise self.error(name, f"{', '.join(unknown)} n’est pas dans la liste ({', '.join(known)}).")
        return tuple(member for member in vocabulary if member.value in values)

    def row(self, name: str) -> "Row":
        """A mapping inside this one."""
        data = self._value(name, dict, optional=False)
        return Row(self.file, self.ref, data, f"{self.prefix}{name}.", folder=self.folder)

    def rows(self, name: str) -> Iterator["Row"]:
        """The mappings of a list inside this one; an absent list is empty."""
        for index, data in enumerate(self._value(name, list, optional=True) or [], start=1):
            if not isinstance(data, dict):
                raise self.error(f"{name}[{index}]", "une suite de champs est attendue.")
            yield Row(self.file, self.ref, data, f"{self.prefix}{name}[{index}].", folder=self.folder)


def rows_of(path: Path) -> Iterator[Row]:
    """The entries of a file that is a list; raises ContentError when it is not one."""
    data = read_yaml(path) or []
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        raise ContentError(f"{path.name}\u00a0: une liste de fiches est attendue.")
    for entry in data:
        yield Row(path.name, str(entry.get("ref") or ""), entry, folder=path.parent)
