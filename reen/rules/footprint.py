"""What an organisation's equipment and a territory weigh, in kg CO₂e a year: pure, explained, never added up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reen.rules.factors import Equipment, NationalFigure, Published
from reen.typography import NO_BREAK, figure, number

ZERO = Decimal(0)
TONNE = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A value and the range the sources leave it in; without a range the three are equal."""

    value: Decimal
    low: Decimal
    high: Decimal

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.value + other.value, self.low + other.low, self.high + other.high)

    @property
    def is_open(self) -> bool:
        return self.low != self.high


NOTHING = Bounds(ZERO, ZERO, ZERO)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a collectivité says of one type. What it leaves None is as published; `reason` explains its own values."""

    equipment: Equipment
    number: int
    refurbished: int = 0
    lifetime: Decimal | None = None
    making: Decimal | None = None
    consumption: Decimal | None = None
    avoided: Decimal | None = None
    reason: str = ""

    @property
    def years(self) -> Decimal | None:
        """How long a device is used: as observed, else the convention; None forbids the calculation."""
        return (self.equipment.lifetime if self.lifetime is None else self.lifetime) or None

    @property
    def spared(self) -> Decimal:
        """What one refurbished device avoids in a year; nothing when no figure is known."""
        if self.avoided is not None:
            return self.avoided
        published = self.equipment.refurbished
        return published.avoided or ZERO if published else ZERO


@dataclass(frozen=True, slots=True)
class Energy:
    """Electricity in kg CO₂e a kWh, None when unknown; `pue` weighs on what stands in a server room only."""

    electricity: Decimal | None
    pue: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """The result of one type; `missing` names what is unknown, and then the line stays out of every total."""

    counted: Counted
    making: Bounds = NOTHING
    use: Bounds = NOTHING
    missing: tuple[str, ...] = ()
    formula: str = ""

    @property
    def total(self) -> Bounds:
        return self.making + self.use


@dataclass(frozen=True, slots=True)
class Estimate:
    """All the lines; `counted` make the totals, `left_out` are said beside them."""

    lines: tuple[Line, ...]

    @property
    def counted(self) -> tuple[Line, ...]:
        """Those that could be computed, the heaviest first."""
        known = (line for line in self.lines if not line.missing)
        return tuple(sorted(known, key=lambda line: -line.total.value))

    @property
    def left_out(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.missing)

    @property
    def making(self) -> Bounds:
        return sum((line.making for line in self.counted), NOTHING)

    @property
    def use(self) -> Bounds:
        return sum((line.use for line in self.counted), NOTHING)

    @property
    def total(self) -> Bounds:
        return self.making + self.use

    @property
    def making_percent(self) -> int | None:
        """The share of manufacture, or None when nothing was counted."""
        total = self.total.value
        return int((100 * self.making.value / total).quantize(Decimal(1), ROUND_HALF_UP)) if total else None


def estimate(counted: Iterable[Counted], energy: Energy) -> Estimate:
    """Every line of an inventory, computed with the same energy."""
    return Estimate(tuple(line_of(one, energy) for one in counted))


def line_of(counted: Counted, energy: Energy) -> Line:
    """number × (making ÷ years + consumption × PUE × electricity), less what second-hand avoids."""
    equipment = counted.equipment
    making = chosen(counted.making, equipment.making)
    consumption = chosen(counted.consumption, equipment.consumption)
    electricity = ZERO if consumption is not None and not consumption.high else energy.electricity
    years = counted.years
    unknown = {
        "la durée d’usage": years,
        "le facteur de fabrication": making,
        "la consommation": consumption,
        "le facteur d’électricité": electricity,
    }
    if making is None or consumption is None or years is None or electricity is None:
        return Line(counted, missing=tuple(name for name, value in unknown.items() if value is None))
    spared = min(counted.spared, making.value / years)
    each = electricity * (energy.pue if equipment.server_room else 1)
    return Line(
        counted,
        making=Bounds(*(made(counted, value, years) for value in (making.value, making.low, making.high))),
        use=Bounds(
            *(
                counted.number * value * each
                for value in (consumption.value, consumption.low, consumption.high)
            )
        ),
        formula=formula(counted, energy, making.value / years, consumption.value, spared, making.value),
    )


def chosen(own: Decimal | None, published: Published) -> Bounds | None:
    """The value to compute with. One's own has no range, unless it picks one where the sources settle none."""
    value = published.value if own is None else own
    if value is None:
        return None
    if published.low is None or published.high is None or (own is not None and published.value is not None):
        return Bounds(value, value, value)
    return Bounds(value, min(value, published.low), max(value, published.high))


def made(counted: Counted, making: Decimal, years: Decimal) -> Decimal:
    """Manufacture in a year: what second-hand avoids is taken from the refurbished devices, never below zero."""
    each = making / years
    fresh = counted.number - counted.refurbished
    return fresh * each + counted.refurbished * max(ZERO, each - counted.spared)


def formula(
    counted: Counted, energy: Energy, yearly: Decimal, consumption: Decimal, spared: Decimal, making: Decimal
) -> str:
    """« 500 × (185,1 ÷ 5 + 48 × 0,0461) », with the PUE and the refurbished part where they count."""
    uses = [consumption]
    if consumption and counted.equipment.server_room:
        uses.append(energy.pue)
    if consumption and energy.electricity is not None:
        uses.append(energy.electricity)
    used = " × ".join(map(figure, uses))
    text = f"{number(counted.number)} × ({figure(making)} ÷ {figure(counted.years or ZERO)} + {used})"
    if counted.refurbished and spared:
        limited = " (toute la fabrication)" if spared == yearly else ""
        shown = figure(spared.quantize(Decimal("0.01"), ROUND_HALF_UP))
        text += f" − {number(counted.refurbished)} × {shown}{limited}"
    return text


def territory(population: int, own: Decimal | None, national: NationalFigure) -> Bounds:
    """Inhabitants × a figure per inhabitant; the national one brings its published bounds, one's own has none."""
    if own is not None:
        return Bounds(*[population * own] * 3)
    whole = population * national.value
    return Bounds(whole, whole * national.low_percent / 100, whole * national.high_percent / 100)


# --- In words -----------------------------------------------------------------


def two_figures(value: Decimal) -> Decimal:
    """The value with two significant figures: 40 613 gives 41 000, 7,258 gives 7,3."""
    if not value:
        return ZERO
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 1), ROUND_HALF_UP) + ZERO


def mass(kilograms: Decimal) -> str:
    """« 41 t CO₂e », « 640 kg CO₂e »: two significant figures, in tonnes from one tonne."""
    value, unit = _rounded(kilograms)
    return f"{value}{NO_BREAK}{unit}"


def mass_range(bounds: Bounds) -> str:
    """« de 23 à 61 t CO₂e », or that nothing published leaves a range."""
    if not bounds.is_open:
        return "sans plage publiée"
    (low, unit), (high, other) = _rounded(bounds.low), _rounded(bounds.high)
    return f"de {low}{'' if unit == other else NO_BREAK + unit} à {high}{NO_BREAK}{other}"


def _rounded(kilograms: Decimal) -> tuple[str, str]:
    value = two_figures(kilograms)
    value, unit = (value / TONNE, "t") if value >= TONNE else (value, "kg")
    return figure(value), f"{unit}{NO_BREAK}CO₂e"
