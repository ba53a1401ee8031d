"""What no reader of a French document should meet: English words, names of the code, raw keys, values of Python."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

from reen import enums as catalogue_enums
from reen.enums import Vocabulary
from strategy import enums
from strategy.document import draft, measures, model
from strategy.document.coverage import RULES

CONTENT = Path(__file__).parents[3] / "reen" / "content"
ENGLISH = frozenset(
    """
    about above after again all already also always amount an and another answer any are as ask at away back be
    because been before began begin behind below between both but by call came can cannot changed choice choose
    chosen city could count covered current day deadline default delete did different do does done draft each
    early either else empty end ending enough error even ever every expected false few field fields file finding first
    followed following for found from funding further gave get give given goes got had half has have he her here high
    him his how however if in indicator indicators into investment is it its just keep kept key kind kinds know known
    large later least left less let line lines link links list listed low made make many may mean means
    measured meet might missing more most much must name named near need needs never new next no nobody none not
    nothing now null objectives of off old once one only open or other others our out over own owner part
    pending perhaps pilot planned priority proposed public quite rather read reader ready really related
    required review right row rows running said same saved see seen set several shall she should show since small so
    some something start started state status still step steps such sum target tax than that the their them then there
    these they thing things this those through title titles to today together too total true two type typed unit
    unknown until up upon used using value values very was way we were what when where whether which while
    who whole whose why will with within without word words would write written wrong year yearly years yes yet you your
    """.split()
)
"""Common words of English, and those of our code."""
FRENCH_TOO = frozenset("but en or an are as public total type part on".split())
"""Those that are French as well: nothing can be said of them."""
FRENCH_KEYS = frozenset({"existant", "garde"})
"""Values that are also a French word, spelled as it is."""
PYTHON = re.compile(
    r"\b(?:None|True|False|NaN|nan|null|Decimal|datetime|tuple|dict|dataclass|StrEnum)\b"
    r"|[A-Z][a-z]+[A-Z][a-z]+\(|\{\{|\}\}|\{%|%\}|<[a-z/]+>|\b\d{4}-\d{2}-\d{2}\b|\w\.\w+\(\)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[-_][^\W_]+)*")


@cache
def keys() -> frozenset[str]:
    """Values and names of vocabularies, names of fields, references: what code calls things, unless people do too."""
    words: set[str] = set()
    labels: set[str] = set()
    for vocabulary in vocabularies():
        for member in vocabulary:
            labels.update(_WORD.findall(member.label.lower()))
            words |= {member.value, member.name}
    for module in (draft, measures, model):
        for item in vars(module).values():
            if hasattr(item, "__dataclass_fields__"):
                words |= {entry.name for entry in fields(item) if "_" in entry.name}
    words |= {ref for ref in (*RULES, *references()) if "-" in ref}
    words -= {word for word in words if word.lower() in labels or word in FRENCH_KEYS}
    return frozenset(word for word in words if not word.isdigit() and len(word) > 2)


def vocabularies() -> Iterator[type[Vocabulary]]:
    """Every vocabulary of the code."""
    for module in (catalogue_enums, enums, model):
        for item in vars(module).values():
            if isinstance(item, type) and issubclass(item, Vocabulary) and item is not Vocabulary:
                yield item


def references() -> Iterator[str]:
    """The references of the catalogue."""
    for path in CONTENT.rglob("*.yaml"):
        yield from re.findall(
            r"^\s*(?:- )?ref: ([a-z0-9-]+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        )


def leaks(texts: Iterable[str]) -> list[str]:
    """What should not be read in these texts, each with some of the text around it."""
    found = []
    for text in texts:
        bare = _ADDRESS.sub(" ", text)
        words = [
            match[0]
            for match in _WORD.finditer(bare)
            if match[0] in keys() or (match[0].lower() in ENGLISH and match[0].lower() not in FRENCH_TOO)
        ]
        words += PYTHON.findall(bare)
        found += [f"{word}: {text[:80]}" for word in words]
    return found
