"""Files named on a command line, « - » being a standard stream: read or refused, written whole or not at all."""

import os
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.management.base import CommandError

STREAM = "-"


def read_bytes(name: str, *, most: int = -1) -> bytes:
    """A file, or standard input, and no more than `most` bytes of it; raises `CommandError` when there is none."""
    try:
        if name == STREAM:
            return sys.stdin.buffer.read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise CommandError(f"{name}\u00a0: lecture impossible ({error.strerror})") from error


def read_text(name: str) -> str:
    """The UTF-8 text of a file, or of standard input; raises `CommandError` when there is none."""
    try:
        return read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{name}\u00a0: ce n’est pas un texte en UTF-8 (octet {error.start})") from error


def write_bytes(name: str, data: bytes) -> None:
    """Writes a file whole or not at all, or to standard output; raises `CommandError` when it cannot."""
    if name == STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as partial:
            partial.write(data)
        _replace(Path(partial.name), path)
    except OSError as error:
        raise CommandError(f"{name}\u00a0: écriture impossible ({error.strerror})") from error


def _replace(partial: Path, path: Path) -> None:
    """Gives the temporary file its name, readable as a file made by `open` would be."""
    umask = os.umask(0)
    os.umask(umask)
    try:
        partial.chmod(0o666 & ~umask)
        partial.replace(path)
    except OSError:
        partial.unlink()
        raise
