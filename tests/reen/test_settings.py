"""The settings of every installation."""

import pytest

from reen.settings.base import database

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
