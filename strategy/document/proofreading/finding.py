"""What a rule says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look. `key` is the row in that step, or None for the step itself."""

    step: str
    key: int | None
    text: str


def named(title: str) -> str:
    """A title as it is cited."""
    return f"«\u202f{title}\u202f»"


def twice(titles: list[str]) -> list[str]:
    """The titles given more than once, each once, capitals and spaces apart."""
    seen: dict[str, list[str]] = {}
    for title in titles:
        seen.setdefault(" ".join(title.casefold().split()), []).append(title)
    return [same[0] for same in seen.values() if len(same) > 1]
