"""The team's estimates in words."""

from reen.enums import Size, Vocabulary


def estimate_words(vocabulary: type[Vocabulary], small: str, large: str, size: Size | None) -> str:
    """One estimate in words, or two with whom each is for; "" when the estimate does not apply."""
    labels = [vocabulary(value).label for value in values_for(small, large, size)]
    if len(labels) < 2:
        return "".join(labels)
    return f"{labels[0]} (petite collectivité) ou {labels[1]} (grande)"


def values_for(small: str, large: str, size: Size | None) -> list[str]:
    """The estimate made for small collectivités up to 3 500 inhabitants, the one for large ones over 50 000.

    In between, or when no size is given, both; the same one once, those that do not apply left out.
    """
    one_end: dict[Size | None, tuple[str, ...]] = {Size.UNDER_3500: (small,), Size.OVER_50000: (large,)}
    values = one_end.get(size, (small, large))
    return list(dict.fromkeys(value for value in values if value))
