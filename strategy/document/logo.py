"""A picture of the cover."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG in base64, its size in pixels, and what it shows, in words."""

    png: str
    width: int
    height: int
    alternative: str
