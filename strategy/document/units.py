"""Whether two units written by hand are the same; pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reen.rules.names import singular

ASIDE = re.compile(r"\([^)]*\)")
EITHER = re.compile(r" ou | et (?!par )")
SIGNS = {"%": " pourcent ", "pour cent": " pourcent ", "€": " euro ", "/": " par ", "co2": " co2 "}
FILLERS = {"e", "eq", "equivalent", "de", "d", "du", "des", "la", "le", "les", "l", "en", "et", "nombre"}
SAME = {
    "pourcentage": "pourcent",
    "t": "tonne",
    "kg": "kilo",
    "kilogramme": "kilo",
    "g": "gramme",
    "teq": "tonne",
    "kgeq": "kilo",
    "h": "heure",
    "ans": "an",
    "annee": "an",
    "annuel": "an",
    "kilowattheure": "kwh",
    "megawattheure": "mwh",
    "gigawattheure": "gwh",
    "hab": "habitant",
}
MEASURES = frozenset(
    """
    pourcent tonne kilo gramme co2 euro an mois jour heure wh kwh mwh gwh mo go to m3 litre km
    oui non score note
    """.split()
)


SCALES = {
    **dict.fromkeys(("kwh", "mwh", "gwh"), "wh"),
    **dict.fromkeys(("tonne", "kilo"), "gramme"),
    **dict.fromkeys(("go", "to"), "mo"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit taken apart: `what` is counted or weighed (nothing said is a plain count), `per` what it is divided by."""

    what: frozenset[str]
    per: frozenset[str]

    def agrees(self, other: "Reading") -> bool:
        """Whether they say the same; a plain count agrees with any count of things, and with no measure."""
        counts = not (self.what and other.what) and not (self.what | other.what) & MEASURES
        return self.per == other.per and (self.what == other.what or counts)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same, however they are written; one that is not given contradicts nothing.

    « % » and « pour cent », « t CO₂e » and « tonnes de CO₂ équivalent » are the same; « kWh » and « MWh » are not.
    « par an » is left aside, since values are followed by year, and « % du parc » is a percentage like another.
    """
    return _any_agree(readings(one), readings(other))


def same_measure(one: str, other: str) -> bool:
    """Whether two units are the same but for their scale: « kWh » and « MWh », « kg » and « t »."""
    return _any_agree(_unscaled(one), _unscaled(other))


def _any_agree(ones: Sequence[Reading], others: Sequence[Reading]) -> bool:
    return not ones or not others or any(first.agrees(second) for first in ones for second in others)


@lru_cache(maxsize=1024)  # the same few units are compared with one another all over a draft
def readings(unit: str) -> tuple[Reading, ...]:
    """What the unit may mean: « nombre ou % » is two units."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", unit.lower()) if not unicodedata.combining(c))
    text = ASIDE.sub(" ", flat.replace("’", "'"))
    for sign, word in SIGNS.items():
        text = text.replace(sign, word)
    return tuple(read(part) for part in EITHER.split(text) if words(part))


@lru_cache(maxsize=1024)
def _unscaled(unit: str) -> tuple[Reading, ...]:
    """The same, each at the scale that all of its kind are brought to."""
    return tuple(
        Reading(frozenset(SCALES.get(word, word) for word in each.what), each.per) for each in readings(unit)
    )


def read(text: str) -> Reading:
    """One unit, taken apart at « par »."""
    what, *per = (kept(part) for part in re.split(r"\bpar\b", text))
    divided = frozenset(word for part in per for word in part) - {"an"}
    return Reading(frozenset({"pourcent"}) if "pourcent" in what else what, divided)


def kept(text: str) -> frozenset[str]:
    """The words that tell a unit from another, in the singular."""
    return frozenset(SAME.get(word, word) for word in map(singular, words(text))) - FILLERS


def words(text: str) -> list[str]:
    """Words and figures, without their signs."""
    return re.findall(r"[a-z0-9]+", text)
