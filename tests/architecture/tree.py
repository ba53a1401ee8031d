"""The files of the project, for the tests that hold its conventions."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = ("reen", "strategy")


@cache
def files(pattern: str = "*") -> list[Path]:
    """Files that are committed or about to be, relative to the root, whose path matches."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (Path(name) for name in listing.stdout.split("\0") if name)
    return sorted(path for path in paths if path.match(pattern) and (ROOT / path).is_file())


def text(path: Path) -> str:
    """The content of a file; empty when it is not text."""
    content = (ROOT / path).read_bytes()
    return "" if b"\0" in content else content.decode()
