"""Writing the reference documents in each format, warm: seconds, against the budget of ten seconds a document."""

from collections.abc import Iterator
from functools import partial

from benchmarks._report import Measure, report, side_by_side
from strategy.renderers.registry import RENDERERS
from tests.documents import files

BUDGET = 10.0


def measures() -> Iterator[Measure]:
    """One a document and format."""
    for name in sorted(files.NAMES):
        document = files.document(name)
        for identifier, renderer in RENDERERS.items():
            (seconds,) = side_by_side(partial(renderer.render, document), rounds=5)
            yield Measure(f"{name}_{identifier}", seconds, "s", BUDGET)


if __name__ == "__main__":
    report(measures())
