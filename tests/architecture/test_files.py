"""Names, sizes and contents that no file of the project may have."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import APPS, ROOT, files, text

BIGGEST_FILE = 2_000_000
VAGUE_NAMES = {"utils", "helpers", "common", "core", "misc", "tools"}
# An address of a package registry, or a folder of somebody's machine.
REGISTRY = re.compile(r"https?://[^\s\"'<>]*(?:pypi|pythonhosted|npmjs|artifact|nexus|deb\.debian)")
MACHINE = re.compile(r"""(?:^|[\s"'`=(:])/(?:work|root|home|Users)/\w""", re.MULTILINE)


@pytest.mark.parametrize(
    ("pattern", "sample"),
    [(REGISTRY, "index = https://pypi.example/simple"), (MACHINE, 'path = "/home/somebody/project"')],
)
def test_patterns_find_what_they_are_for(pattern, sample):
    assert pattern.search(sample)


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE])
def test_no_file_names_a_registry_or_a_machine(pattern):
    this = Path(__file__).relative_to(ROOT)
    assert [str(path) for path in files() if path != this and pattern.search(text(path))] == []


def test_no_file_is_big():
    assert [str(path) for path in files() if (ROOT / path).stat().st_size > BIGGEST_FILE] == []


def test_no_module_is_long():
    def limit(path: Path) -> int:
        if "migrations" in path.parts:
            return 250  # beyond, the definitions of blocks leaked into a migration
        return 500 if path.parts[0] == "tests" else 400

    assert [str(path) for path in files("*.py") if text(path).count("\n") > limit(path)] == []


def test_no_module_has_a_vague_name():
    named = (path for path in files("*.py") if path.parts[0] in {*APPS, "tests", "benchmarks"})
    assert [str(path) for path in named if VAGUE_NAMES & {*path.parts[:-1], path.stem}] == []


def test_tests_mirror_the_source():
    """A folder `tests/strategy/services` tests `strategy/services` or `strategy/services.py`."""
    folders = {path.parent.relative_to("tests") for path in files("test_*.py")}
    mirrors = [folder for folder in folders if folder.parts and folder.parts[0] in APPS]
    absent = [f for f in mirrors if not (ROOT / f).is_dir() and not (ROOT / f).with_suffix(".py").is_file()]
    assert sorted(map(str, absent)) == []
