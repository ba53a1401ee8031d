"""One change in French: a figure or a date with an arrow, a text by the words that differ, a target as a sentence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from reen.enums import Vocabulary
from reen.typography import NARROW, capitalised, date_words, euros, figure, number, typeset
from strategy.document.brevity import shortened
from strategy.document.compare import Change, Changed, Inside, Rows, Value
from strategy.document.differences import Change as Fate
from strategy.document.differences import differences
from strategy.document.measures import BudgetYearData, IndicatorData, IndicatorYearData, ObjectiveData
from strategy.document.model import Text
from strategy.document.words import amount, plain

ARROW = "\u00a0→ "
OWN_POINT = tuple(f"{sign}{NARROW}»" for sign in ".!?…")
LONGEST = 90
"""Characters: beyond, a text is told by the passages that differ."""
MOST_PASSAGES, MOST_WORDS = 8, 60


@dataclass(frozen=True, slots=True)
class Names:
    """How what others name is called, before and after: objectives and plans by number, requirements by reference."""

    objectives: Mapping[int, str]
    plans: Mapping[int, str]
    requirements: Mapping[str, str]


def told(value: Any) -> str:
    """A value alone, as it is read; free text between quotation marks."""
    match value:
        case bool():
            return "oui" if value else "non"
        case Vocabulary():
            return value.label
        case date():
            return date_words(value)
        case Decimal():
            return figure(value)
        case int() if value >= 10_000:  # no year has five digits
            return number(value)
        case int():
            return str(value)
        case tuple():
            return ", ".join(map(str, value))
    return typeset(f"« {value} »")


def is_nothing(value: Any) -> bool:
    """Whether nobody wrote anything there."""
    return value is None or value is False or value in ("", ())


def arrow(label: str, before: Any, after: Any, say: Callable[[Any], str] = told) -> Text:
    """« Fin : 31 décembre 2027 → 31 décembre 2028 », or that it was added or taken away."""
    if is_nothing(before):
        return plain(f"{label} : {say(after)} (ajout).")
    if is_nothing(after):
        return plain(f"{label} : {say(before)} (retrait).")
    return sentence(f"{label} : {say(before)}{ARROW}{say(after)}")


def sentence(text: str) -> Text:
    """The text with its point, unless the words it cites last bring their own."""
    return plain(text if text.endswith(OWN_POINT) else f"{text}.")


def rewritten(label: str, before: str, after: str) -> Text:
    """A text: both when they are short, else the passages that differ, else that it was written anew."""
    if is_nothing(before) or is_nothing(after) or max(len(before), len(after)) <= LONGEST:
        return arrow(label, brief(before), brief(after))
    passages = list(pairs(before, after))
    if not passages:
        return plain(f"{label} : seule la mise en forme change.")
    if len(passages) > MOST_PASSAGES:
        return sentence(f"{label} : texte récrit, {brief(before, 25)}{ARROW}{brief(after, 25)}")
    return sentence(f"{label} : {' ; '.join(passages)}")


def brief(text: str, words: int = MOST_WORDS) -> str:
    """A text on one line, no longer than that."""
    return shortened(" ".join(text.split()), words, words * 12)


def pairs(before: str, after: str) -> Iterator[str]:
    """« a » → « b » for each passage that differs."""
    gone = ""
    for passage in differences(before, after):
        words = brief(passage.text)
        if passage.change is Fate.REMOVED:
            gone = words
            continue
        if passage.change is Fate.ADDED and words:
            yield f"{told(gone)}{ARROW}{told(words)}" if gone else f"ajout de {told(words)}"
        elif gone:
            yield f"retrait de {told(gone)}"
        gone = ""
    if gone:
        yield f"retrait de {told(gone)}"


def end_of(value: Decimal | None, year: Any, unit: str) -> str:
    """« 900 MWh en 2030 »; a day is told as such."""
    when = "" if year is None else f" le {date_words(year)}" if isinstance(year, date) else f" en {year}"
    return f"{amount(value, unit)}{when}".strip()


def moved(subject: str, row: Changed, value: str, when: str, due: str) -> Text | None:
    """« L’objectif passe de 900 à 850 MWh, échéance 2030 → 2031 »; None when neither end of it moved."""
    before, after = row.before, row.after
    old, new = getattr(before, value), getattr(after, value)
    since, until = getattr(before, when), getattr(after, when)
    if (old, since) == (new, until):
        return None
    if (old, since) == (None, None):
        return plain(f"{capitalised(subject)} : {end_of(new, until, after.unit)} (ajout).")
    if (new, until) == (None, None):
        return plain(f"{capitalised(subject)} : {end_of(old, since, before.unit)} (retrait).")
    said = []
    if old != new:
        both = None not in (old, new)
        same = both and before.unit == after.unit and old and new
        former = figure(old) if same else amount(old, before.unit)
        whence, whither = f"de {former}" if former else "d’une valeur inconnue", amount(new, after.unit)
        said.append(f"{subject} passe {whence} à {whither or 'une valeur inconnue'}")
    if since != until:
        dates = [("non dite" if day is None else told(day)) for day in (since, until)]
        said.append(f"{due} {dates[0]}{ARROW}{dates[1]}")
    return plain(capitalised(", ".join(said)) + ".")


ENDS: dict[type, tuple[tuple[str, str, str, str], ...]] = {
    ObjectiveData: (
        ("l’objectif", "target_value", "target_year", "échéance"),
        ("le départ", "baseline_value", "baseline_year", "année de départ"),
    ),
    IndicatorData: (
        ("la cible", "target_value", "target_year", "échéance"),
        ("le départ", "baseline_value", "baseline_date", "mesure du"),
    ),
}
"""Both ends of what is measured: each value is told with its year."""
MONEY = {"investment": "investissement", "running": "fonctionnement", "funding": "financement attendu"}


def years(row: Changed, rows: Rows) -> Iterator[Text]:
    """The lines of a budget, or of the values of an indicator, year by year."""
    unit = getattr(row.after, "unit", "")
    for line in rows.removed:
        yield plain(f"{line.year} : {year_words(line, unit)} (retrait).")
    for line in rows.changed:
        for change in line.changes:
            if isinstance(change, Value):
                label, say = year_part(change.field, unit)
                yield arrow(f"{line.after.year}, {label}", change.before, change.after, say)
    for line in rows.added:
        yield plain(f"{line.year} : {year_words(line, unit)} (ajout).")


def year_words(line: BudgetYearData | IndicatorYearData, unit: str) -> str:
    """All that is told of one year."""
    names = (*MONEY, "fte") if isinstance(line, BudgetYearData) else ("expected", "measured")
    values = [(year_part(name, unit), getattr(line, name)) for name in names]
    return ", ".join(f"{label} {say(value)}" for (label, say), value in values if value is not None) or "rien"


def year_part(name: str, unit: str) -> tuple[str, Callable[[Any], str]]:
    """What a figure of a year is called, and how it is read."""
    if name in MONEY:
        return MONEY[name], euros
    if name == "fte":
        return "temps de travail", lambda value: amount(value, "ETP")
    return {"expected": "valeur attendue", "measured": "valeur mesurée"}[name], lambda value: amount(
        value, unit
    )


def linked(label: str, change: Value, names: Mapping[Any, str]) -> Text:
    """Objectives, plans or requirements that an action serves, or serves no more."""
    before, after = (_keys(value) for value in (change.before, change.after))
    said = [f"ajout de {told(names.get(key, str(key)))}" for key in after if key not in before]
    said += [f"retrait de {told(names.get(key, str(key)))}" for key in before if key not in after]
    return plain(f"{label} : {' ; '.join(said) or 'autre ordre'}.")


def _keys(value: Any) -> Sequence[Any]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def field_text(label: str, change: Value) -> Text:
    """Any other field."""
    before, after = change.before, change.after
    if label.startswith("Budget") and isinstance(before or after, Decimal):
        return arrow(label, before, after, euros)
    if type(before or after) is str:
        return rewritten(label, before or "", after or "")
    if type(before or after) is int and "habitants" in label:
        return arrow(label, before, after, number)
    return arrow(label, before, after)


def entry_text(change: Change) -> Text:
    """The entry of the catalogue: another revision, or another entry."""
    if isinstance(change, Inside):
        revision = next((one for one in change.changes if one.field == "revision"), None)
        if isinstance(revision, Value):
            return arrow("Révision de la fiche du catalogue", revision.before, revision.after)
        return plain("Fiche du catalogue : ses sources ou leurs dates de lecture changent.")
    if isinstance(change, Value):
        before, after = (entry.title if entry else "" for entry in (change.before, change.after))
        return arrow("Fiche du catalogue", before, after)
    return ()
