"""The path of an indicator: what is aimed at and what was measured, year by year, drawn and told."""

from collections.abc import Mapping
from decimal import Decimal

from reen.typography import typeset
from strategy.document.measures import IndicatorData
from strategy.document.model import Block, Chart, Column, Point, Series, Table, Text
from strategy.document.words import NONE, YES_NO, amount, plain

Values = dict[int, Decimal]
AIMED, MEASURED = "Valeur attendue", "Valeur mesurée"


def baseline(indicator: IndicatorData) -> Values:
    """Where both paths begin, once its value and its day are known."""
    if indicator.baseline_value is None or indicator.baseline_date is None:
        return {}
    return {indicator.baseline_date.year: indicator.baseline_value}


def measured_path(indicator: IndicatorData) -> Values:
    """The baseline, then what was measured; a value of a year comes before a baseline of that year."""
    path = baseline(indicator)
    path |= {line.year: line.measured for line in indicator.years if line.measured is not None}
    return dict(sorted(path.items()))


def aimed_path(indicator: IndicatorData) -> Values:
    """From the baseline to the target, by the values expected on the way."""
    path = baseline(indicator)
    if indicator.target_value is not None and indicator.target_year is not None:
        path[indicator.target_year] = indicator.target_value
    path |= {line.year: line.expected for line in indicator.years if line.expected is not None}
    return dict(sorted(path.items()))


def track(indicator: IndicatorData) -> tuple[Block, ...]:
    """A chart with its data from two years on; else the table if there are lines; else nothing."""
    aimed, measured = aimed_path(indicator), measured_path(indicator)
    years = sorted({*aimed, *measured})
    if len(years) < 2 or indicator.unit == YES_NO:
        return (table(indicator, aimed, measured),) if indicator.years and years else ()
    series = [Series(AIMED, points(aimed, indicator.unit), planned=True)] if aimed else []
    if measured:
        series.append(Series(MEASURED, points(measured, indicator.unit)))
    chart = Chart(
        caption=f"Évolution\u00a0: {indicator.title}",
        alternative=told(indicator, aimed, measured),
        unit=indicator.unit,
        series=tuple(series),
        data=table(indicator, aimed, measured),
    )
    return (chart,)


def points(path: Mapping[int, Decimal], unit: str) -> tuple[Point, ...]:
    """The values of a path as a chart takes them."""
    return tuple(
        Point(str(year), f"{value.normalize():f}", amount(value, unit)) for year, value in path.items()
    )


def table(indicator: IndicatorData, aimed: Values, measured: Values) -> Table:
    """A row a year."""

    def cell(path: Values, year: int) -> Text:
        return plain(amount(path[year], indicator.unit) if year in path else NONE)

    columns = (
        Column("Année"),
        Column(AIMED, 2, numeric=True),
        Column(MEASURED, 2, numeric=True),
    )
    rows = tuple(
        (plain(str(year)), cell(aimed, year), cell(measured, year)) for year in sorted({*aimed, *measured})
    )
    return Table(f"Valeurs par année\u00a0: {indicator.title}", columns, rows)


def told(indicator: IndicatorData, aimed: Values, measured: Values) -> str:
    """The chart in words: where each path starts and where it ends."""
    parts = []
    for path, what in ((aimed, "attendue"), (measured, "mesurée")):
        ends = [f"{amount(path[year], indicator.unit)} en {year}" for year in path]
        if len(ends) == 1:
            parts.append(f"valeur {what}, {ends[0]}")
        elif ends:
            parts.append(f"valeur {what}, de {ends[0]} à {ends[-1]}")
    return typeset(f"{indicator.title} : {' ; '.join(parts)}.")
