"""The team's estimates in words."""

from reen.enums import Cost, Effort, Horizon, Size


def estimate_words(
    vocabulary: type[Effort] | type[Cost] | type[Horizon], small: str, large: str, size: Size | None
) -> str:
    """One estimate in words: the small one up to 3 500 inhabitants, the large one over 50 000.

    In between, or when no size is given, both when they differ; "" when the estimate does not apply.
    """
    values = {Size.UNDER_3500: (small,), Size.OVER_50000: (large,)}.get(size, (small, large))
    labels = list(dict.fromkeys(vocabulary(value).label for value in values if value))
    if len(labels) < 2:
        return "".join(labels)
    return f"{labels[0]} (petite collectivité) ou {labels[1]} (grande)"
