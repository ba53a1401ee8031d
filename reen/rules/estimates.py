"""The team's estimates: one for small collectivités, one for large ones, and how they are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reen.enums import Cost, Size, Vocabulary

Value = TypeVar("Value", bound=Vocabulary)


@dataclass(frozen=True, slots=True)
class Estimate(Generic[Value]):
    """What is estimated up to 3 500 inhabitants and over 50 000; None where the action does not apply."""

    small: Value | None = None
    large: Value | None = None

    @classmethod
    def read(cls, vocabulary: type[Value], small: str, large: str) -> "Estimate[Value]":
        """From the values stored, "" standing for what does not apply."""
        return cls(vocabulary(small) if small else None, vocabulary(large) if large else None)

    def at(self, size: Size | None) -> tuple[Value, ...]:
        """The estimate for a size; in between, or when no size is known, both; the same one once."""
        if size is Size.UNDER_3500:
            return () if self.small is None else (self.small,)
        if size is Size.OVER_50000:
            return () if self.large is None else (self.large,)
        return tuple(dict.fromkeys(value for value in (self.small, self.large) if value is not None))


def estimate_words(estimates: Mapping[str, Estimate[Any]], size: Size | None) -> list[str]:
    """Each estimate that applies, in a few words; « selon la taille » when the two ends differ."""
    words = []
    for name, estimate in estimates.items():
        values = estimate.at(size)
        if len(values) > 1:
            words.append(f"{name} selon la taille")
        elif values:
            words.append(values[0].short if isinstance(values[0], Cost) else values[0].label)
    return words
