"""What a browser session remembers for a while, as plain data."""

from dataclasses import asdict
from typing import Any, Self


class Remembered:
    """A frozen dataclass of plain values that a session keeps."""

    __slots__ = ()

    @classmethod
    def read(cls, kept: Any) -> Self | None:
        """From what `kept` gave; None if that is nothing of ours."""
        try:
            return cls(**kept)
        except TypeError:
            return None

    @property
    def kept(self) -> dict[str, Any]:
        """Plain data for a session."""
        return asdict(self)  # type: ignore[call-overload,no-any-return]
