"""Factors and results of an estimate in words, the same on a screen and on paper."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reen.rules.factors import Equipment, FactorSource, Published, Refurbished, Setting
from reen.rules.footprint import Counted, Line, mass, mass_range
from reen.typography import NO_BREAK, figure, number
from strategy.document.draft_footprint import OwnValue

MAKING = f"kg{NO_BREAK}CO₂e par appareil"
CONSUMPTION = f"kWh{NO_BREAK}par an"
AVOIDED = f"kg{NO_BREAK}CO₂e évités par an"
SECONDARY = "lecture secondaire"

Said = tuple[str, str, FactorSource | None]
"""A label, what is said of it, and the source of it."""


def published_words(factor: Published, unit: str) -> str:
    """« 185,1 kg CO₂e par appareil (sources : de 128,9 à 296) », or that it is unknown."""
    if factor.low is None or factor.high is None:
        spread = " (source unique, sans plage)"
    else:
        spread = (
            f" (sources{NO_BREAK}: de {figure(factor.low)} à {figure(factor.high)})"
            if factor.has_range
            else ""
        )
    if factor.value is None:
        return f"inconnue{spread if factor.has_range else ''}, à indiquer"
    return f"{figure(factor.value)}{NO_BREAK}{unit}{spread}"


def about(equipment: Equipment) -> tuple[Said, ...]:
    """All that is published of a type of equipment, each figure with its source."""
    lifetime = f"{figure(equipment.lifetime)} ans, par convention" if equipment.lifetime else "aucune publiée"
    trust = equipment.reliability.label
    if equipment.uncertainty:
        trust += (
            f"\u202f; ±{NO_BREAK}{equipment.uncertainty.percent}{NO_BREAK}%, {equipment.uncertainty.origin}"
        )
    if equipment.approximation:
        trust += "\u202f; approximation"
    said: list[Said] = [
        ("Fabrication", published_words(equipment.making, MAKING), equipment.making.source),
        ("Fiabilité", trust, None),
        ("Consommation", published_words(equipment.consumption, CONSUMPTION), equipment.consumption.source),
        ("Durée d’usage", lifetime, None),
    ]
    if equipment.refurbished:
        said.append(("Reconditionné", refurbished_words(equipment), equipment.refurbished.source))
    return (*said, ("À savoir", equipment.note, None)) if equipment.note else tuple(said)


def factor_cells(equipment: Equipment) -> tuple[str, ...]:
    """A row of the table of factors: manufacture, consumption, duration, reliability."""
    return (
        published_words(equipment.making, MAKING),
        published_words(equipment.consumption, CONSUMPTION),
        f"{figure(equipment.lifetime)}{NO_BREAK}ans" if equipment.lifetime else "à indiquer",
        equipment.reliability.value,
    )


def sources_of(equipment: Iterable[Equipment]) -> list[FactorSource]:
    """Each source of these factors once, in the order of first use: its number is its place in the list."""
    factors = (factor for one in equipment for factor in (one.making, one.consumption))
    return list(dict.fromkeys(factor.source for factor in factors if factor.source))


def source_numbers(equipment: Equipment, sources: Sequence[FactorSource]) -> str:
    """« 1, 2 »: where the sources of a type stand in the list."""
    return ", ".join(str(sources.index(source) + 1) for source in sources_of([equipment]))


def refurbished_words(equipment: Equipment) -> str:
    """What second-hand avoids, or that only a range of reduction is published."""
    known = equipment.refurbished
    if known is None:
        return ""
    percents = refurbished_range(known)
    read = f" ({SECONDARY})" if known.secondary else ""
    if known.avoided is None:
        return f"{percents}{read}\u202f; sans valeur en kg, rien n’est retiré"
    return f"{figure(known.avoided)}{NO_BREAK}{AVOIDED}{read}\u202f; {percents}"


def refurbished_range(known: Refurbished) -> str:
    """« de 43 à 97 % d’impact annuel en moins, tous indicateurs »."""
    return (
        f"de {known.low_percent} à {known.high_percent}{NO_BREAK}% d’impact annuel en moins, tous indicateurs"
    )


def replaced(counted: Counted) -> tuple[str, ...]:
    """Each value the collectivité replaced, with the former one: « fabrication 200 au lieu de 185,1 »."""
    equipment = counted.equipment
    avoided = equipment.refurbished.avoided if equipment.refurbished else None
    pairs = (
        ("fabrication", counted.making, equipment.making.value, MAKING),
        ("consommation", counted.consumption, equipment.consumption.value, CONSUMPTION),
        ("reconditionné", counted.avoided, avoided, AVOIDED),
    )
    return tuple(instead(name, own, former, unit) for name, own, former, unit in pairs if own is not None)


def instead(name: str, own: Decimal, former: Decimal | None, unit: str) -> str:
    """One's own value and the published one it replaces."""
    before = "d’une valeur inconnue" if former is None else f"de {figure(former)}"
    return f"{name}{NO_BREAK}: {figure(own)}{NO_BREAK}{unit}, au lieu {before}"


def setting_words(setting: Setting, own: OwnValue | None, unit: str) -> str:
    """The electricity or PUE a calculation takes, with its source; one's own with the former one and why."""
    published = "valeur inconnue"
    if setting.value is not None:
        source = f", {setting.source.words}" if setting.source else ""
        read = f", {SECONDARY}" if setting.secondary else ""
        published = f"{figure(setting.value)}{unit}{source}{read}"
    if setting.note:
        published += f". {setting.note.removesuffix('.')}"
    if own is None:
        return f"{setting.label}{NO_BREAK}: {published}"
    return f"{figure(own.value)}{unit} ({own.reason}), au lieu de {setting.label}{NO_BREAK}: {published}"


def number_words(counted: Counted) -> str:
    """« 300, dont 200 reconditionnés »."""
    part = f", dont {number(counted.refurbished)} reconditionnés" if counted.refurbished else ""
    return number(counted.number) + part


def years_words(counted: Counted) -> str:
    """« 5 ans », or « 5 ans (convention) » when the collectivité gave no duration of its own."""
    if counted.years is None:
        return "inconnue"
    return f"{figure(counted.years)}{NO_BREAK}ans" + (" (convention)" if counted.lifetime is None else "")


def result_words(line: Line) -> str:
    """« 24 t CO₂e par an, de 17 t CO₂e à 38 t CO₂e », or what is missing."""
    if line.missing:
        return f"Hors du total{NO_BREAK}: il manque {' et '.join(line.missing)}."
    return f"{mass(line.total.value)} par an, {mass_range(line.total)}"


def unspared(counted: Counted) -> str:
    """Says that second-hand devices are counted as new ones, for want of a figure; empty otherwise."""
    if not counted.refurbished or counted.spared:
        return ""
    known = counted.equipment.refurbished
    published = f" Publié{NO_BREAK}: {refurbished_range(known)}." if known else ""
    return f"Reconditionnés comptés comme neufs, faute de valeur en kg.{published}"


def counted_words(counted: Counted) -> str:
    """All that a collectivité says of one type, in a line."""
    said = [number_words(counted), years_words(counted), *replaced(counted)]
    return ", ".join([*said, counted.reason] if counted.reason else said)
