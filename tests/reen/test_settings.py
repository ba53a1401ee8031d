"""The settings of every installation."""

import pytest

from reen.settings.base import cache, database

ADDRESS = "postgres://reen:secret@localhost/reen"


@pytest.mark.parametrize(
    ("address", "options"),
    [
        (ADDRESS, {"options": "-c jit=off"}),
        (f"{ADDRESS}?sslmode=require", {"options": "-c jit=off", "sslmode": "require"}),
        (f"{ADDRESS}?options=-c%20jit%3Don", {"options": "-c jit=on"}),
    ],
)
def test_postgresql_compiles_no_query_unless_told_to(address, options):
    assert database(address)["OPTIONS"] == options


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("filecache:///var/cache/reen", 10_000),
        ("filecache:///var/cache/reen?max_entries=500", 500),
        ("rediscache://127.0.0.1:6379/1", None),
    ],
)
def test_a_cache_keeps_the_counts_of_a_busy_day(address, most):
    assert cache(address).get("OPTIONS", {}).get("MAX_ENTRIES") == most
