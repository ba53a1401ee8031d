"""YAML files of content, read and written by the fast half of the library: the tests do so hundreds of times."""

from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def read(path: Path) -> Any:
    """What a file holds."""
    return yaml.load(path.read_bytes(), Loader=LOADER)


def write(path: Path, data: object) -> None:
    """Make a file hold that."""
    path.write_text(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False))
