"""Indicators of the catalogue as sheets."""

from collections.abc import Iterable

from reen.models import Indicator
from reen.queries.sources import common
from reen.sheets import IndicatorSheet


def indicator_sheets(refs: Iterable[str] | None = None) -> list[IndicatorSheet]:
    """Published indicators by title, all or those named, in one query."""
    indicators = Indicator.objects.live()
    if refs is not None:
        indicators = indicators.filter(ref__in=list(refs))
    return [
        IndicatorSheet(
            **common(indicator),
            unit=indicator.unit,
            method=indicator.method,
            frequency=indicator.frequency,
            data_source=indicator.data_source,
            direction=indicator.direction,
            themes=indicator.themes,
            url=indicator.get_absolute_url(),
        )
        for indicator in indicators
    ]
