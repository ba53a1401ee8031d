"""How long a search in the official list takes, and how many times less than the budget of 50 ms."""

import os
import statistics
import tempfile
import time
from pathlib import Path

import django

BUDGET = 0.050
RUNS = 15
TEXTS = (
    "s",
    "saint",
    "Saint-Denis",
    "CA laval agglo",
    "84",
    "84000",
    "219 740 115",
    "a b c d e f g h",
    "introuvable",
)


def main() -> None:
    """Load the list into a new SQLite file, then time each search."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "reen.settings.test"
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        began = time.perf_counter()
        call_command("import_collectivities")
        print(f"import: {time.perf_counter() - began:.1f} s")
        for text in TEXTS:
            measure(text)
        connection.close()


def measure(text: str) -> None:
    """Print the median of several searches, its share of the budget, and how many bodies were found."""
    from strategy.queries.collectivities import search_collectivities

    durations = []
    for _ in range(RUNS):
        began = time.perf_counter()
        found = search_collectivities(text)
        durations.append(time.perf_counter() - began)
    median = statistics.median(durations)
    print(f"{median * 1000:6.1f} ms  {BUDGET / median:5.1f}× under budget  {found.total:6d} found  {text!r}")


if __name__ == "__main__":
    main()
