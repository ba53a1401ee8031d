"""The rows of a draft from its record, under the numbers they had; each is checked before it is written."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from strategy.document.measures import ChoiceData, EntryData, IndicatorData
from strategy.document.record import Record
from strategy.errors import DocumentError
from strategy.models import (
    BudgetYear,
    Choice,
    Draft,
    DraftBody,
    FollowedIndicator,
    IndicatorYear,
    Objective,
    Plan,
)

Row = TypeVar("Row", bound=models.Model)


def checked(row: Row, path: str) -> Row:
    """The row, if its columns can hold what it says. Raises DocumentError with the place."""
    for field in row._meta.concrete_fields:
        if field.is_relation or field.primary_key:
            continue
        value = getattr(row, field.attname)
        try:
            if isinstance(value, str) and field.max_length is not None and len(value) > field.max_length:
                raise ValidationError(f"{len(value)} caractères, pour {field.max_length} au plus.")
            if value not in field.empty_values:
                field.clean(value, row)
            elif (value is None and not field.null) or (value == "" and not field.blank):
                raise ValidationError("Cette valeur manque.")
        except ValidationError as error:
            words = " ".join(error.messages).rstrip(".")
            raise DocumentError(f"{path}.{field.name}", f"{field.verbose_name}, {words}") from error
    return row


def rebuild_rows(draft: Draft, whole: Record, bodies: Sequence[DraftBody]) -> None:
    """Plans, objectives, actions and indicators, with their links and their years."""
    plans = written(
        [
            Plan(
                draft=draft,
                number=row.key,
                kind=row.kind.value,
                title=row.title,
                period=row.period,
                link=row.link,
                articulation=row.articulation,
            )
            for row in whole.plans
        ],
        "record.plans",
    )
    names = "statement quantity unit baseline_value baseline_year target_value target_year".split()
    objectives = written(
        [
            Objective(
                draft=draft,
                number=row.key,
                perimeter=row.perimeter.value,
                rhythm=row.rhythm.value if row.rhythm else "",
                **{name: getattr(row, name) for name in names},
            )
            for row in whole.objectives
        ],
        "record.objectives",
    )
    choices = written(
        [choice_row(draft, row, place) for place, row in enumerate(whole.choices)], "record.choices"
    )
    indicators = written(
        [indicator_row(draft, row, objectives) for row in whole.indicators], "record.indicators"
    )
    link(whole.choices, choices, objectives, plans, bodies)
    write_years(whole, choices, indicators)
    numbers = [number for rows in (plans, objectives, choices, indicators) for number in rows]
    Draft.objects.filter(pk=draft.pk).update(last_number=max(numbers, default=0))


def written(rows: list[Row], path: str) -> dict[int, Row]:
    """The rows, checked and kept in their order, by number."""
    for index, row in enumerate(rows):
        checked(row, f"{path}[{index}]")
    model = type(rows[0]) if rows else None
    kept = model._default_manager.bulk_create(rows) if model else []
    return {row.number: row for row in kept}  # type: ignore[attr-defined]


def copied(entry: EntryData | None) -> dict[str, Any]:
    """What a row keeps of the catalogue entry it was copied from."""
    if entry is None:
        return {}
    return {
        "ref": entry.ref,
        "revision": entry.revision,
        "revised_on": entry.revised_on,
        "checked_on": entry.checked_on,
        "catalogue_title": entry.title,
        "url": entry.url,
        "sources": [asdict(source) for source in entry.sources],
    }


def choice_row(draft: Draft, row: ChoiceData, place: int) -> Choice:
    """An action. The catalogue's text is known only where nobody adapted it."""
    names = "title summary pilot elected partners start end budget funding means evidence communes".split()
    return Choice(
        draft=draft,
        number=row.key,
        position=place,
        theme=row.theme.value,
        requirements=list(row.requirements),
        status=row.status.value if row.status else "",
        priority=row.priority.value if row.priority else "",
        catalogue_summary="" if row.adapted else row.summary,
        **{name: getattr(row, name) for name in names},
        **copied(row.entry),
    )


def indicator_row(draft: Draft, row: IndicatorData, objectives: dict[int, Objective]) -> FollowedIndicator:
    """An indicator. What the catalogue said of its unit or method is not known: it counts as adapted here."""
    names = (
        "title unit method frequency baseline_value baseline_date target_value target_year owner data_source"
    )
    return FollowedIndicator(
        draft=draft,
        number=row.key,
        objective=None if row.objective is None else objectives[row.objective],
        **{name: getattr(row, name) for name in names.split()},
        **copied(row.entry),
    )


def link(
    told: Iterable[ChoiceData],
    choices: dict[int, Choice],
    objectives: dict[int, Objective],
    plans: dict[int, Plan],
    bodies: Sequence[DraftBody],
) -> None:
    """What each action is linked to; collectivités are told by name, in the order of the cover."""
    named: dict[str, list[DraftBody]] = defaultdict(list)
    for body in bodies:
        named[body.collectivity.name].append(body)
    linked: dict[str, list[Any]] = {"objectives": [], "plans": [], "bodies": []}
    for row in told:
        choice = choices[row.key]
        linked["objectives"] += [(choice, objectives[key]) for key in row.objectives]
        linked["plans"] += [(choice, plans[key]) for key in row.plans]
        for name in dict.fromkeys(row.bodies):
            linked["bodies"] += [(choice, body) for body in named[name][: row.bodies.count(name)]]
    for field, pairs in linked.items():
        through = getattr(Choice, field).through
        target = Choice._meta.get_field(field).m2m_reverse_field_name()  # type: ignore[union-attr]
        rows = [through(**{"choice_id": choice.pk, f"{target}_id": other.pk}) for choice, other in pairs]
        through.objects.bulk_create(rows)


def write_years(whole: Record, choices: dict[int, Choice], indicators: dict[int, FollowedIndicator]) -> None:
    """The lines of the budgets and the values of the indicators."""
    budgets = [
        checked(BudgetYear(choice=choices[row.key], **asdict(line)), f"record.choices[{index}].years")
        for index, row in enumerate(whole.choices)
        for line in row.years
    ]
    values = [
        checked(
            IndicatorYear(indicator=indicators[row.key], **asdict(line)), f"record.indicators[{index}].years"
        )
        for index, row in enumerate(whole.indicators)
        for line in row.years
    ]
    BudgetYear.objects.bulk_create(budgets)
    IndicatorYear.objects.bulk_create(values)
