"""The lines and links of a draft, of whatever they hang on, in one query."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from django.db.models import CharField, DecimalField, F, Value
from django.db.models.functions import Cast

from strategy.document.draft import ActorData
from strategy.document.measures import BudgetYearData, IndicatorYearData
from strategy.enums import ActorKind
from strategy.models import Actor, BudgetYear, Choice, Draft, IndicatorYear

AMOUNT = DecimalField(max_digits=15, decimal_places=3)
NOTHING = Cast(Value(None), AMOUNT)
CENTS, THOUSANDTHS = Decimal("0.01"), Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Links:
    """What an action is linked to: keys of the collectivités of the cover, of objectives and of plans."""

    bodies: tuple[int, ...] = ()
    objectives: tuple[int, ...] = ()
    plans: tuple[int, ...] = ()


@dataclass(slots=True)
class Hanging:
    """By key of an action, its links and its budget; by key of an indicator, its values; then the actors, in order."""

    links: dict[int, Links] = field(default_factory=lambda: defaultdict(Links))
    budgets: dict[int, list[BudgetYearData]] = field(default_factory=lambda: defaultdict(list))
    values: dict[int, list[IndicatorYearData]] = field(default_factory=lambda: defaultdict(list))
    actors: list[ActorData] = field(default_factory=list)


def hanging_on(draft: Draft) -> Hanging:
    """All of it: a row is a kind, an owner, a year or a key, four amounts and three texts."""
    values = IndicatorYear.objects.filter(indicator__draft=draft)
    budgets = BudgetYear.objects.filter(choice__draft=draft)
    actors = Actor.objects.filter(governance__draft=draft)
    parts = [
        rows("values", values, "indicator_id", "year", amounts=("expected", "measured")),
        rows("budgets", budgets, "choice_id", "year", amounts=("investment", "running", "funding", "fte")),
        rows("actors", actors, "governance_id", "pk", texts=("name", "kind", "involvement")),
    ]
    for name in (each.name for each in fields(Links)):
        through = Choice._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        target = Choice._meta.get_field(name).m2m_reverse_field_name()  # type: ignore[union-attr]
        linked = through.objects.filter(choice__draft=draft)
        parts.append(rows(name, linked, "choice_id", f"{target}_id"))
    return gathered(sorted(parts[0].union(*parts[1:], all=True), key=lambda row: row[:3]))


def rows(
    kind: str, found: Any, owner: str, number: str, amounts: Sequence[str] = (), texts: Sequence[str] = ()
) -> Any:
    """Rows of one kind, fit to be joined to those of the others."""
    figures = [*(Cast(name, AMOUNT) for name in amounts), *[NOTHING] * (4 - len(amounts))]
    words = [*(Cast(name, CharField()) for name in texts), *[Value("", CharField())] * (3 - len(texts))]
    return found.order_by().values_list(Value(kind, CharField()), F(owner), F(number), *figures, *words)


def gathered(found: list[tuple[Any, ...]]) -> Hanging:
    """Rows sorted by kind, owner and number, as what they stand for."""
    hanging = Hanging()
    linked: dict[int, dict[str, tuple[int, ...]]] = defaultdict(dict)
    for kind, owner, number, *others in found:
        amounts, texts = others[:4], others[4:]
        if kind == "values":
            hanging.values[owner].append(IndicatorYearData(number, *map(in_thousandths, amounts[:2])))
        elif kind == "budgets":
            hanging.budgets[owner].append(BudgetYearData(number, *map(in_cents, amounts)))
        elif kind == "actors":
            name, nature, involvement = texts
            hanging.actors.append(ActorData(name, ActorKind(nature), involvement))
        else:
            linked[owner][kind] = (*linked[owner].get(kind, ()), number)
    hanging.links |= {owner: Links(**keys) for owner, keys in linked.items()}
    return hanging


def in_cents(amount: Decimal | None) -> Decimal | None:
    """As the lines of a budget are kept, with two decimals."""
    return None if amount is None else amount.quantize(CENTS)


def in_thousandths(amount: Decimal | None) -> Decimal | None:
    """As the values of an indicator are kept, with three decimals."""
    return None if amount is None else amount.quantize(THOUSANDTHS)
