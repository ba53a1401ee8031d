"""One remark of the checker."""

from dataclasses import dataclass

LONGEST = 255


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong in which field, in words; cut to what a row of the desk holds."""

    rule: str
    field: str
    words: str

    def __post_init__(self) -> None:
        if len(self.words) > LONGEST:
            object.__setattr__(self, "words", self.words[: LONGEST - 1] + "…")


def excerpt(text: str, start: int, end: int, around: int = 24) -> str:
    """« …the words between start and end, with a few on each side… », on one line."""
    first, last = max(0, start - around), min(len(text), end + around)
    inside = " ".join(text[first:last].split(" ")).replace("\n", " ").strip()
    return f"«\u202f{'…' if first else ''}{inside}{'…' if last < len(text) else ''}\u202f»"
