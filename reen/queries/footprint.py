"""Published footprint factors, read once from `reen/content/footprint*.yaml`.

`footprint.yaml` is the current edition; a former one stays beside it as `footprint-2026-11.yaml`, so that what was
computed with it never moves.
"""

from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from reen.rules.factors import (
    Category,
    Equipment,
    Factors,
    FactorSource,
    Landmark,
    NationalFigure,
    Published,
    Refurbished,
    Reliability,
    Setting,
    Uncertainty,
)

Given = dict[str, Any]
CURRENT = "footprint.yaml"


def current_factors() -> Factors:
    """The edition that a new calculation takes."""
    return editions()[0]


def factors_of(edition: str) -> Factors:
    """The edition of that name; the current one when no file has it."""
    return next((factors for factors in editions() if factors.edition == edition), current_factors())


@cache
def editions() -> tuple[Factors, ...]:
    """Every edition, the current one first."""
    return read_editions(resources.files("reen.content"))


def read_editions(folder: Traversable) -> tuple[Factors, ...]:
    """The editions of a folder, the current one first."""
    names = [file.name for file in folder.iterdir()]
    former = [name for name in names if name.startswith("footprint-") and name.endswith(".yaml")]
    ordered = [CURRENT, *sorted(former, reverse=True)]
    return tuple(read_factors(yaml.safe_load((folder / name).read_bytes())) for name in ordered)


def read_factors(given: Given) -> Factors:
    """An edition from its YAML. Raises KeyError, TypeError or ValueError when it is not of the right shape."""
    sources = {name: FactorSource(**source) for name, source in given["sources"].items()}
    territory = given["territory"]
    return Factors(
        edition=given["edition"],
        checked_on=given["checked_on"],
        equipment=tuple(_equipment(one, sources) for one in given["equipment"]),
        electricity=tuple(_setting(one, sources) for one in given["electricity"]),
        pue=tuple(_setting(one, sources) for one in given["pue"]),
        per_inhabitant=NationalFigure(**_sourced(territory["per_inhabitant"], sources)),
        territory_notes=tuple(territory["notes"]),
        landmark=Landmark(**_sourced(given["equipment_landmark"], sources)),
        method=tuple(given["method"]),
        limits=tuple(given["limits"]),
        licences=tuple(given["licences"]),
    )


def _equipment(given: Given, sources: dict[str, FactorSource]) -> Equipment:
    refurbished, uncertainty = given.get("refurbished"), given.get("uncertainty")
    return Equipment(
        **given
        | {
            "category": Category(given["category"]),
            "reliability": Reliability(given["reliability"]),
            "making": Published(**_sourced(given["making"], sources)),
            "consumption": Published(**_sourced(given["consumption"], sources)),
            "lifetime": _exact(given["lifetime"]),
            "refurbished": Refurbished(**_sourced(refurbished, sources)) if refurbished else None,
            "uncertainty": Uncertainty(**uncertainty) if uncertainty else None,
        }
    )


def _setting(given: Given, sources: dict[str, FactorSource]) -> Setting:
    return Setting(**_sourced(given, sources) | {"departments": tuple(given.get("departments", ()))})


def _exact(value: float | None) -> Decimal | None:
    """A figure as it is written in the file."""
    return None if value is None else Decimal(str(value))


def _sourced(given: Given, sources: dict[str, FactorSource]) -> Given:
    """The same values with exact decimals and the source for its name."""
    exact = {name: _exact(given[name]) for name in ("value", "low", "high", "avoided") if name in given}
    named = given["source"]
    return given | exact | {"source": sources[named] if named else None}
