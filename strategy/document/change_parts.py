"""The changes of each part of a strategy, as lines under the name of what they concern."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reen.rules.profile import Nature
from reen.typography import euros
from strategy.document import change_labels as labels
from strategy.document.change_words import (
    ENDS,
    Names,
    arrow,
    end_of,
    entry_text,
    field_text,
    linked,
    moved,
    rewritten,
    years,
)
from strategy.document.compare import Change, Changed, Difference, Inside, Rows, Value
from strategy.document.measures import ChoiceData, ObjectiveData
from strategy.document.model import Run, Text
from strategy.document.record import Record
from strategy.document.words import period, plain

LISTS = {
    "action": "actions",
    "objectif": "objectifs",
    "indicateur": "indicateurs",
    "plan": "articulation",
}
"""The section that holds the rows of a kind."""
NATURES = dict(Nature.choices())


@dataclass(frozen=True, slots=True)
class Told:
    """Lines about one thing, which `anchor` shows in the document; with a `heading` they make a card of their own."""

    anchor: str
    title: str
    lines: tuple[Text, ...]
    heading: bool = False

    @property
    def sentences(self) -> tuple[Text, ...]:
        """The lines, each saying what it is about."""
        if self.heading or not self.title:
            return self.lines
        return tuple((*plain(f"{self.title} : "), *line) for line in self.lines)


def names_of(before: Record, after: Record, requirements: Mapping[str, str]) -> Names:
    """How what others name is called; the later name counts."""
    objectives = {row.key: row.statement for row in (*before.objectives, *after.objectives)}
    return Names(objectives, {row.key: row.name for row in (*before.plans, *after.plans)}, requirements)


def rows_told(
    rows: Rows,
    prefix: str,
    title: Callable[[Any], str],
    lines: Callable[[Changed], Iterable[Text]],
    about: Callable[[Any], str] = lambda row: "",
    *,
    feminine: bool = False,
) -> tuple[Told, ...]:
    """Rows that came, rows that went, then a card for each that changed; then that they changed places."""
    e = "e" if feminine else ""
    found = []
    for each, verb in ((rows.added, "Ajouté"), (rows.removed, "Retiré")):
        for row in each:
            anchor, details = f"{prefix}-{row.key}", about(row)
            href = f"#{anchor}" if verb == "Ajouté" else None
            line = (Run(f"{verb}{e}\u00a0: ", strong=True), *plain(title(row), href))
            found.append(
                Told(anchor, "", ((*line, *plain(f" ({details}).")) if details else (*line, Run(".")),))
            )
    found += [
        Told(f"{prefix}-{row.after.key}", title(row.after), tuple(lines(row)), heading=True)
        for row in rows.changed
    ]
    if rows.moved:
        found.append(Told(LISTS[prefix], "", (plain("L’ordre change."),)))
    return tuple(found)


def fields_told(
    row: Changed, names: Mapping[str, str], others: Callable[[Change], Iterable[Text]]
) -> Iterator[Text]:
    """Each field that changed: both ends of a measure first, then `others` for what is no plain value."""
    paired: set[str] = set()
    for subject, value, when, due in ENDS.get(type(row.after), ()):
        paired |= {value, when}
        if line := moved(subject, row, value, when, due):
            yield line
    for change in row.changes:
        if change.field in paired:
            continue
        special = tuple(others(change))
        if special:
            yield from special
        elif isinstance(change, Value):
            yield field_text(names[change.field], change)


def objectives(difference: Difference) -> tuple[Told, ...]:
    """Objectives."""
    return rows_told(
        difference.rows("objectives"),
        "objectif",
        lambda row: row.statement,
        lambda row: fields_told(row, labels.OBJECTIVE, lambda change: ()),
        objective_words,
    )


def objective_words(row: ObjectiveData) -> str:
    """« 850 MWh en 2031 »."""
    told = (row.target_value, row.target_year) != (None, None)
    return end_of(row.target_value, row.target_year, row.unit) if told else ""


def actions(difference: Difference, names: Names) -> tuple[Told, ...]:
    """Actions, with their budgets and their links."""

    def others(row: Changed) -> Callable[[Change], Iterator[Text]]:
        def say(change: Change) -> Iterator[Text]:
            if isinstance(change, Rows):
                yield from years(row, change)
            elif change.field == "entry":
                yield entry_text(change)
            elif isinstance(change, Value) and change.field in ("objectives", "plans", "requirements"):
                yield linked(labels.CHOICE[change.field], change, getattr(names, change.field))

        return say

    return rows_told(
        difference.rows("choices"),
        "action",
        lambda row: row.title,
        lambda row: _fields(row, labels.CHOICE, others(row)),
        action_words,
        feminine=True,
    )


def _fields(
    row: Changed, names: Mapping[str, str], others: Callable[[Change], Iterator[Text]]
) -> Iterator[Text]:
    known = tuple(change for change in row.changes if change.field in names)
    yield from fields_told(Changed(row.key, row.before, row.after, known), names, others)
    if not known:
        yield plain("Sa mention « texte proposé par le catalogue » change.")


def action_words(row: ChoiceData) -> str:
    """« Direction du numérique, du 1er janvier 2027 au 30 juin 2027, 1 250 € »."""
    cost = euros(row.cost) if row.cost is not None else ""
    return ", ".join(part for part in (row.pilot, period(row.start, row.end), cost) if part)


def indicators(difference: Difference, names: Names) -> tuple[Told, ...]:
    """Indicators, with their values."""

    def others(row: Changed) -> Callable[[Change], Iterator[Text]]:
        def say(change: Change) -> Iterator[Text]:
            if isinstance(change, Rows):
                yield from years(row, change)
            elif change.field == "entry":
                yield entry_text(change)
            elif isinstance(change, Value) and change.field == "objective":
                yield linked(labels.INDICATOR["objective"], change, names.objectives)

        return say

    return rows_told(
        difference.rows("indicators"),
        "indicateur",
        lambda row: row.title,
        lambda row: fields_told(row, labels.INDICATOR, others(row)),
        lambda row: row.owner,
    )


def plans(difference: Difference) -> tuple[Told, ...]:
    """Plans and reports the strategy meets."""
    return rows_told(
        difference.rows("plans"),
        "plan",
        lambda row: row.name,
        lambda row: fields_told(row, labels.PLAN, lambda change: ()),
    )


def bodies(difference: Difference) -> tuple[Told, ...]:
    """The collectivités of the cover."""
    rows = difference.rows("bodies")
    found = [Told("champ", f"{row.name}, {row.role.label}", (plain("ajout."),)) for row in rows.added]
    found += [Told("champ", f"{row.name}, {row.role.label}", (plain("retrait."),)) for row in rows.removed]
    found += [
        Told("champ", row.after.name, tuple(fields_told(row, labels.BODY, nature))) for row in rows.changed
    ]
    if rows.moved:
        found.append(Told("champ", "", (plain("L’ordre change."),)))
    return tuple(found)


def nature(change: Change) -> Iterator[Text]:
    """What a collectivité is by law, in words."""
    if isinstance(change, Value) and change.field == "nature":
        before, after = (NATURES.get(code, code) for code in (change.before, change.after))
        yield arrow(labels.BODY["nature"], before, after)


def governance(difference: Difference) -> tuple[Told, ...]:
    """Who leads, with whom, with what means."""
    return tuple(part(difference.inside("governance"), labels.GOVERNANCE))


def part(changes: Iterable[Change], names: Mapping[str, tuple[str, str]]) -> Iterator[Told]:
    """Fields of a part of the draft, each with the section that shows it."""
    for change in changes:
        label, anchor = names[change.field]
        match change:
            case Value():
                yield Told(anchor, "", (field_text(label, change),))
            case Rows():
                yield from (Told(anchor, "", (line,)) for line in actor_lines(label, change))


def actor_lines(label: str, rows: Rows) -> Iterator[Text]:
    """Actors that came, went, or are associated otherwise."""
    for row in rows.added:
        yield plain(f"{label} : {row.name} (ajout).")
    for row in rows.removed:
        yield plain(f"{label} : {row.name} (retrait).")
    for row in rows.changed:
        for change in row.changes:
            if isinstance(change, Value):
                yield field_text(f"{row.after.name}, {labels.ACTOR[change.field]}", change)
    if rows.moved:
        yield plain("L’ordre des acteurs change.")


def baseline(difference: Difference) -> tuple[Told, ...]:
    """The work programme and both estimates."""
    return (
        *part(difference.inside("baseline"), labels.BASELINE),
        *estimate(difference, "organisation", "impact-organisation", "Empreinte de l’organisation"),
        *estimate(difference, "territory", "impact-territoire", "Ordre de grandeur du territoire"),
    )


def estimate(difference: Difference, field: str, anchor: str, title: str) -> Iterator[Told]:
    """One of the two estimates: made, left, or computed from other figures."""
    whole = difference.value(field)
    if whole:
        yield Told(anchor, title, (plain("ajout." if whole.after else "retrait."),))
    names = labels.ORGANISATION if field == "organisation" else labels.TERRITORY
    lines = tuple(line for change in difference.inside(field) for line in estimate_lines(change, names))
    if lines:
        yield Told(anchor, title, lines)
    elif difference.inside(field):
        yield Told(anchor, title, (plain("d’autres facteurs publiés servent au calcul."),))


def estimate_lines(change: Change, names: Mapping[str, str]) -> Iterator[Text]:
    """What was typed; figures that come with an edition are told by its name."""
    match change:
        case Rows():
            for row in change.added:
                yield plain(f"{row.label or row.ref} : {row.number} (ajout).")
            for row in change.removed:
                yield plain(f"{row.label or row.ref} : {row.number} (retrait).")
            for row in change.changed:
                yield from equipment_lines(row)
        case Value(field=field, before=before, after=after) if field in names:
            if hasattr(before or after, "value") and not isinstance(before or after, str):
                before, after = (own.value if own else None for own in (before, after))
            yield arrow(names[field], before, after)
        case Inside(field=field, changes=inner) if field in names:
            for one in inner:
                if isinstance(one, Value):
                    yield field_text(names[field], one)


def equipment_lines(row: Changed) -> Iterator[Text]:
    """One type of equipment."""
    for change in row.changes:
        if isinstance(change, Value) and change.field in labels.EQUIPMENT:
            label = f"{row.after.label or row.after.ref}, {labels.EQUIPMENT[change.field]}"
            yield (
                rewritten(label, change.before, change.after)
                if change.field == "reason"
                else arrow(label, change.before, change.after)
            )
