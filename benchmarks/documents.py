"""Writing the reference documents in each format, warm: seconds, against the budget of ten seconds a document."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks._report import Measure, report, side_by_side
from strategy.document.serialize import from_json
from strategy.renderers.registry import RENDERERS

DOCUMENTS = Path(__file__).parents[1] / "tests" / "documents"
BUDGET = 10.0


def measures() -> Iterator[Measure]:
    """One a document and format."""
    for path in sorted(DOCUMENTS.glob("*.json")):
        document = from_json(path.read_text())
        for identifier, renderer in RENDERERS.items():
            (seconds,) = side_by_side(partial(renderer.render, document), rounds=5)
            yield Measure(f"{path.stem}_{identifier}", seconds, "s", BUDGET)


if __name__ == "__main__":
    report(measures())
