"""French typesetting of plain text: spaces, apostrophes, numbers, amounts and dates as readers expect them."""

import re
from datetime import date
from decimal import Decimal
from html import unescape
from unicodedata import category, normalize

NARROW = "\u202f"
"""Narrow no-break space: before ; ! ? », after «, between thousands."""
NO_BREAK = "\u00a0"
"""No-break space: before a colon, a unit, % and €."""

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)

_SPACE = f"[ {NO_BREAK}{NARROW}]"
_PROTECTED = re.compile(
    r"((?:https?://|www\.|mailto:)\S*[^\s.,;:!?»)\]…]"  # addresses, without the punctuation that follows them
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mails; the look-behind keeps long words linear
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b)"  # times
)
_UNITS = (
    "k€|M€|Md€|kg|g|t|km|m²|m³|m|cm|kWh|MWh|GWh|TWh|Wh|kW|MW|W|ko|Mo|Go|To|Po|h|min|°C"
    "|kgCO2e|kgCO₂e|tCO2e|tCO₂e|kg CO₂e|t CO₂e|kg CO2e|t CO2e"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.\.\.+"), "…"),
    (re.compile(r"(?<=[^\W\d_])'(?=[\w«“])"), "’"),
    (re.compile(f"«{_SPACE}*(?=[^»\\s])"), f"«{NARROW}"),
    (re.compile(f"(?<=[^«\\s]){_SPACE}*»"), f"{NARROW}»"),
    (re.compile(f"(?<!{_SPACE}){_SPACE}+(?=[;!?])"), NARROW),
    (re.compile(r"(?<=[\w)\]»”’%€…°])(?=[;!?]+(?:[\s)\]»”…]|$))"), NARROW),
    (re.compile(f"(?<!{_SPACE}){_SPACE}+:(?=\\s|$)"), f"{NO_BREAK}:"),
    (re.compile(r"(?<=[\w)\]»”’%€…°]):(?=\s|$)"), f"{NO_BREAK}:"),
    (re.compile(r"(?<![\d.,/:-])(\d{1,3})((?: \d{3})+)(?![\d/])"), ""),  # thousands, see `_thousands`
    (re.compile(f"(?<=\\d){_SPACE}?(?=[%€‰])"), NO_BREAK),
    (re.compile(f"(?<=\\d)[ {NARROW}](?=(?:{_UNITS})(?!\\w))"), NO_BREAK),
    (re.compile(r"(?<=\b[nN]°) ?(?=\d)"), NO_BREAK),
    (re.compile(r"(?<=\b[aA]rt\.) (?=[\dLRD])"), NO_BREAK),
    (re.compile(r"(?<=\b[LRD]\.) (?=\d{3})"), NO_BREAK),
)
_CONCERNED = re.compile(r"[\d'«»:;!?]|\.[. ]")
"""What every rule needs to find something: a figure, a sign, or a point that something follows."""


def typeset(text: str) -> str:
    """The same text with French spaces, apostrophes and ellipses.

    Typesetting twice changes nothing more. Web and e-mail addresses and times (14:02) are left as they are.
    """
    if not _CONCERNED.search(text):
        return text  # most of the texts of a document
    return "".join(
        piece if index % 2 else _typeset_prose(piece) for index, piece in enumerate(_PROTECTED.split(text))
    )


def _typeset_prose(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement or _thousands, text)
    return text


def _thousands(match: re.Match[str]) -> str:
    return match[0].replace(" ", NARROW)


def number(value: int | Decimal) -> str:
    """1250 gives « 1 250 »; a Decimal keeps its decimals, after a comma."""
    whole, _, decimals = (
        f"{abs(value):,f}".partition(".") if isinstance(value, Decimal) else (f"{abs(value):,}", "", "")
    )
    sign = "−" if value < 0 else ""
    return sign + whole.replace(",", NARROW) + ("," + decimals if decimals else "")


def figure(value: Decimal) -> str:
    """« 185,1 »: a decimal without useless zeros."""
    return number(value.normalize() if value % 1 else value.quantize(Decimal(1)))


def euros(amount: Decimal) -> str:
    """« 1 250 € »; cents are written only when there are some."""
    cents = amount.quantize(Decimal("0.01"))
    return number(int(cents) if cents == cents.to_integral_value() else cents) + NO_BREAK + "€"


def weight(size: int) -> str:
    """The weight of a file of that many octets: « 850 ko », « 1,2 Mo »; never less than 1 ko."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NO_BREAK}ko"
    return figure(Decimal(size / 1_000_000).quantize(Decimal("0.1"))) + f"{NO_BREAK}Mo"


def date_words(day: date) -> str:
    """« 1er janvier 2025 », the day never parted from its month."""
    return f"{'1er' if day.day == 1 else day.day}{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def capitalised(text: str) -> str:
    """The same words, as a sentence begins; what follows the first letter is left as it is."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """« Réduire les achats »: words cited within a sentence, without the point that ended their own."""
    bare = text.rstrip()
    return f"«{NARROW}{bare if bare.endswith('..') else bare.removesuffix('.')}{NARROW}»"


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """« 1 action », « 2 actions »; zero is singular. `nouns` is the plural when it is not `noun` + s."""
    return number(count) + NO_BREAK + (noun if abs(count) < 2 else nouns or noun + "s")


# --- Pasted words ---------------------------------------------------------------

_OFFICE = re.compile(r"<!--\[if|<o:p|mso-|class=\"?Mso|</(?:p|span|font)>", re.IGNORECASE)
_UNSEEN_MARKUP = re.compile(
    r"<!--.*?-->|<!\[.*?\]>|<(style|script|xml|head)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_LINE_TAGS = re.compile(r"<(?:br|/p|/div|/li|/h\d|/tr)\b[^<>]*>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-z][\w:-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_BULLETS = re.compile(
    "^[ \t\u00a0]*[\u00b7\u2022\u25aa\u25cf\u25e6\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u00a0]*", re.MULTILINE
)
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})


def tidy(text: str) -> str:
    """The words that were pasted, without what a word processor left in them; tidying twice changes nothing more.

    Markup copied as text, soft hyphens and other unseen characters go; bullets become « - », tabs and runs of spaces
    one space, broken accents and ligatures plain letters. Line ends stay, two in a row at most.
    """
    if _OFFICE.search(text):
        bare = _TAGS.sub("", _LINE_TAGS.sub("\n", _UNSEEN_MARKUP.sub("", text)))
        text = unescape(bare)
    text = normalize("NFC", _LINE_ENDS.sub("\n", text)).translate(_LIGATURES)
    text = _BULLETS.sub("- ", text)
    text = "".join(letter for letter in text.replace("\t", " ") if letter == "\n" or _is_seen(letter))
    lines = (re.sub(" {2,}", " ", line).strip(" ") for line in text.split("\n"))
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_seen(letter: str) -> bool:
    return category(letter) not in ("Cc", "Cf") or letter == "\u200d"
