"""What may import what; the contracts themselves are in pyproject.toml."""

import pkgutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec

import pytest

from tests.architecture.tree import ROOT

CONFIGURATION = str(ROOT / "pyproject.toml")
PURE = [
    "reen.colours",
    "reen.enums",
    "reen.rules",
    "reen.sheets",
    "reen.typography",
    "strategy.document",
    "strategy.renderers",
    "strategy.wizard.navigation",
]
LIST_LOADED = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{sys.argv[1]}."):
    importlib.import_module(module.name)
print(*{name.split(".")[0] for name in sys.modules})
"""


def test_contracts_hold():
    """In a process of its own: import-linter silences every logger of the one it runs in."""
    source = f"import sys; from importlinter import cli; sys.exit(cli.lint_imports({CONFIGURATION!r}, no_cache=True))"
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", PURE)
def test_pure_module_loads_no_framework(name):
    assert find_spec(name)
    done = subprocess.run(
        [sys.executable, "-c", LIST_LOADED, name], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert {"django", "wagtail"} & set(done.stdout.split()) == set()


def test_every_module_of_reen_is_a_door_or_closed():
    """A new module of `reen` is closed to `strategy` until somebody decides otherwise."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (entry,) = (contract for contract in contracts if contract["name"].startswith("strategy enters reen"))
    modules = {f"reen.{module.name}" for module in pkgutil.iter_modules([str(ROOT / "reen")])}
    doors = {
        f"reen.{name}"
        for name in ("queries", "sheets", "rules", "limits", "addresses", "enums", "typography")
    }
    # Migrations depend on each other by name; the settings have a contract of their own.
    assert modules - doors - {"reen.migrations", "reen.settings"} == set(entry["forbidden_modules"])
