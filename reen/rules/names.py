"""Words as people type them: accents, hyphens, apostrophes, ligatures and « St » made equal for search."""

import re
import unicodedata

ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
PARTICLES = frozenset({"d", "de", "des", "du", "l"})
ARTICLES = ("le", "la", "les", "l")

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "&": " et "})
_SLASHED_SUR = re.compile(r"(?<!\w)s/")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_SPACED_NUMBER = re.compile(
    r"(?<!\d)(\d{3})[\s.]?(\d{3})[\s.]?(\d{3})(?:[\s.]?\d{5})?(?!\d)|(?<!\d)(\d{2})\s(\d{3})(?!\d)"
)


def plain(text: str) -> str:
    """Lower-case ASCII words, one space apart: « L’Haÿ-les-Roses » → « l hay les roses »; « St » → « st »."""
    folded = _SLASHED_SUR.sub("sur ", text.casefold().translate(_LIGATURES))
    decomposed = unicodedata.normalize("NFKD", folded)
    ascii_only = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", ascii_only).strip()


def normalised(text: str) -> str:
    """`plain`, with « St », « Ste » and their plurals written out: the form two spellings of a name share."""
    return " ".join(ABBREVIATIONS.get(word, word) for word in plain(text).split())


def searchable(text: str) -> str:
    """`plain`, without plural `s` or `x`: how the texts of the catalogue, and what is asked of them, are compared."""
    return " ".join(map(singular, plain(text).split()))


def singular(word: str) -> str:
    """« tonnes » as « tonne »; short words end as they end."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def without_article(name: str) -> str:
    """A normalised name without its first article: « le havre » → « havre ». A lone article stays."""
    first, _, rest = name.partition(" ")
    return rest if first in ARTICLES and rest else name


def words(text: str) -> list[str]:
    """What a person asks for, word by word, the particles dropped when anything else is left.

    Spaced numbers are joined: « 219 740 115 » → « 219740115 », « 84 000 » → « 84000 »; a SIRET gives its
    SIREN.
    """
    joined = _SPACED_NUMBER.sub(
        lambda found: " " + "".join(part or "" for part in found.groups()) + " ", text
    )
    asked = plain(joined).split()
    return [word for word in asked if word not in PARTICLES] or asked


def spellings(word: str) -> tuple[str, ...]:
    """The forms a typed word may stand for: « st » is « saint », or the beginning of « Strasbourg »."""
    return (word, ABBREVIATIONS[word]) if word in ABBREVIATIONS else (word,)
