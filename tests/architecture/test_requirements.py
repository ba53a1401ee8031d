"""The pinned requirements satisfy pyproject.toml and say nothing of where they were made."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.architecture.tree import ROOT, files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUN = PROJECT["project"]["dependencies"]


def group(name: str) -> list[str]:
    """The requirements of a group, and of those that it includes."""
    found: list[str] = []
    for line in PROJECT["dependency-groups"][name]:
        found += [line] if isinstance(line, str) else group(line["include-group"])
    return found


def pinned(kind: str) -> dict[str, list[Requirement]]:
    """Requirements by normalised name; one name may have several, each with its marker."""
    found: dict[str, list[Requirement]] = {}
    for line in (ROOT / "requirements" / f"{kind}.txt").read_text().splitlines():
        requirement = Requirement(line)
        found.setdefault(normalised(requirement.name), []).append(requirement)
    return found


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("run", RUN),
        ("pades", RUN + group("pades")),
        ("test", RUN + group("test")),
        ("bench", RUN + group("bench")),
    ],
)
def test_pins_satisfy_the_project(kind, wanted):
    pins = pinned(kind)
    for line in wanted:
        requirement = Requirement(line)
        for pin in pins[normalised(requirement.name)]:
            (version,) = pin.specifier
            assert requirement.specifier.contains(version.version), f"{pin} does not satisfy {line}"


@pytest.mark.parametrize("kind", ["pades", "test", "bench"])
def test_what_is_tested_and_measured_is_what_is_served(kind):
    run, other = pinned("run"), pinned(kind)
    for name, pins in run.items():
        assert [str(pin.specifier) for pin in pins] == [str(pin.specifier) for pin in other[name]]


@pytest.mark.parametrize("kind", ["run", "pades", "test", "bench"])
def test_pins_hold_no_address(kind):
    content = (ROOT / "requirements" / f"{kind}.txt").read_text()
    assert re.findall(r"^\s*-|://|@", content, flags=re.MULTILINE) == []


def test_no_lock_file_names_its_registry():
    assert [path for path in files() if path.name in {"uv.lock", "poetry.lock", "Pipfile.lock"}] == []


def test_one_tool_configuration():
    others = {"setup.cfg", "tox.ini", "pytest.ini", "mypy.ini", "ruff.toml", ".importlinter", ".djlintrc"}
    assert [path for path in files() if path.name in others] == []
