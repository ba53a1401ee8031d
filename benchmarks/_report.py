"""What every benchmark gives: measures beside a reference, as a table for people or as JSON for programs."""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `reference` is what it is held against, in the same unit: a budget, or another way to do it."""

    name: str
    value: float
    unit: str
    reference: float

    @property
    def ratio(self) -> float:
        """How many times the reference."""
        return self.value / self.reference


def report(measures: Iterable[Measure]) -> None:
    """Prints a line a measure as they come; with `--json`, one object keyed by name."""
    if "--json" in sys.argv:
        with redirect_stdout(sys.stderr):  # what the commands it runs have to say
            found = {m.name: entry(m) for m in measures}
        print(json.dumps(found, indent=1))
        return
    print(f"{'measure':44} {'value':>10} {'reference':>10} {'unit':8} {'ratio':>6}")
    for m in measures:
        print(f"{m.name:44} {m.value:10.4g} {m.reference:10.4g} {m.unit:8} {m.ratio:6.2f}", flush=True)


def entry(measure: Measure) -> dict[str, object]:
    """A measure as JSON holds it."""
    return {
        "value": float(f"{measure.value:.6g}"),
        "unit": measure.unit,
        "reference": float(f"{measure.reference:.6g}"),
        "ratio": round(measure.ratio, 3),
    }


def side_by_side(*ways: Callable[[], object], rounds: int) -> list[float]:
    """The median seconds of each way, warm; they take turns, so that a busy machine slows them alike."""
    for way in ways:
        way()
    seconds: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, spent in zip(ways, seconds, strict=True):
            began = time.perf_counter()
            way()
            spent.append(time.perf_counter() - began)
    return [statistics.median(spent) for spent in seconds]
