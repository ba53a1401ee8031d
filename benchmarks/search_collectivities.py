"""How long a search in the official list takes, against the budget of 50 ms."""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import django

from benchmarks._report import Measure, report, side_by_side

BUDGET = 50.0
TEXTS = {
    "one_letter": "s",
    "common_word": "saint",
    "hyphens": "Saint-Denis",
    "two_words": "CA laval agglo",
    "department": "84",
    "postal_code": "84000",
    "siren": "219 740 115",
    "many_letters": "a b c d e f g h",
    "nothing": "introuvable",
}


def measures() -> Iterator[Measure]:
    """One a text, over a new SQLite file with the whole list."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "reen.settings.test"
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        from strategy.queries.collectivities import search_collectivities

        call_command("migrate", verbosity=0)
        call_command("import_collectivities", verbosity=0)
        for name, text in TEXTS.items():
            (seconds,) = side_by_side(partial(search_collectivities, text), rounds=15)
            yield Measure(f"search_{name}", seconds * 1000, "ms", BUDGET)
        connection.close()


if __name__ == "__main__":
    report(measures())
