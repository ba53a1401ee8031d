"""What hangs on the actions and indicators of a draft, lines and links, in one query."""

from collections import defaultdict
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from django.db.models import CharField, DecimalField, F, Value
from django.db.models.functions import Cast

from strategy.document.measures import BudgetYearData, IndicatorYearData
from strategy.models import BudgetYear, Choice, Draft, IndicatorYear

AMOUNT = DecimalField(max_digits=15, decimal_places=3)
NOTHING = Cast(Value(None), AMOUNT)
CENTS = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Links:
    """What an action is linked to: keys of the collectivités of the cover, of objectives and of plans."""

    bodies: tuple[int, ...] = ()
    objectives: tuple[int, ...] = ()
    plans: tuple[int, ...] = ()


@dataclass(slots=True)
class Hanging:
    """By key of an action, its links and its budget; by key of an indicator, its values; years in their order."""

    links: dict[int, Links] = field(default_factory=lambda: defaultdict(Links))
    budgets: dict[int, list[BudgetYearData]] = field(default_factory=lambda: defaultdict(list))
    values: dict[int, list[IndicatorYearData]] = field(default_factory=lambda: defaultdict(list))


def hanging_on(draft: Draft) -> Hanging:
    """All of it: a row is a kind, an owner, a year or a key, and four amounts."""
    values = IndicatorYear.objects.filter(indicator__draft=draft)
    budgets = BudgetYear.objects.filter(choice__draft=draft)
    parts = [
        rows("values", values, "indicator_id", "year", F("expected"), F("measured"), NOTHING, NOTHING),
        rows(
            "budgets",
            budgets,
            "choice_id",
            "year",
            *(Cast(name, AMOUNT) for name in ("investment", "running", "funding", "fte")),
        ),
    ]
    for name in (each.name for each in fields(Links)):
        through = Choice._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        target = Choice._meta.get_field(name).m2m_reverse_field_name()  # type: ignore[union-attr]
        linked = through.objects.filter(choice__draft=draft)
        parts.append(rows(name, linked, "choice_id", f"{target}_id", *[NOTHING] * 4))
    return gathered(sorted(parts[0].union(*parts[1:], all=True), key=lambda row: row[:3]))


def rows(kind: str, found: Any, owner: str, number: str, *amounts: Any) -> Any:
    """Rows of one kind, fit to be joined to those of the others."""
    return found.order_by().values_list(Value(kind, CharField()), F(owner), F(number), *amounts)


def gathered(found: list[tuple[Any, ...]]) -> Hanging:
    """Rows sorted by kind, owner and number, as what they stand for."""
    hanging = Hanging()
    linked: dict[int, dict[str, tuple[int, ...]]] = defaultdict(dict)
    for kind, owner, number, *amounts in found:
        if kind == "values":
            hanging.values[owner].append(IndicatorYearData(number, *amounts[:2]))
        elif kind == "budgets":
            hanging.budgets[owner].append(BudgetYearData(number, *map(in_cents, amounts)))
        else:
            linked[owner][kind] = (*linked[owner].get(kind, ()), number)
    hanging.links |= {owner: Links(**keys) for owner, keys in linked.items()}
    return hanging


def in_cents(amount: Decimal | None) -> Decimal | None:
    """As the lines of a budget are kept, with two decimals."""
    return None if amount is None else amount.quantize(CENTS)
