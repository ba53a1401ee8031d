"""The path of an indicator: drawn from two known years on, told in words and in a table."""

from datetime import date
from decimal import Decimal

from strategy.document.chapters.tracks import track
from strategy.document.measures import IndicatorYearData
from strategy.document.model import Chart, Table
from tests.strategy.document.drafts import MEASURES, indicator, suggested
from tests.strategy.document.parts import cells


def test_a_chart_has_both_paths_and_says_them():
    (chart,) = track(indicator(1, years=MEASURES))
    assert isinstance(chart, Chart)
    assert [(s.label, s.planned, [(p.at, p.value) for p in s.points]) for s in chart.series] == [
        ("Valeur attendue", True, [("2025", "12.5"), ("2027", "30"), ("2028", "40"), ("2030", "50")]),
        ("Valeur mesurée", False, [("2025", "12.5"), ("2027", "28.5")]),
    ]
    assert chart.alternative == (
        "Indicateur 1\u00a0: valeur attendue, de 12,5\u00a0% en 2025 à 50\u00a0% en 2030\u202f; valeur mesurée, de "
        "12,5\u00a0% en 2025 à 28,5\u00a0% en 2027."
    )
    assert cells(chart.data.rows) == [
        ["2025", "12,5\u00a0%", "12,5\u00a0%"],
        ["2027", "30\u00a0%", "28,5\u00a0%"],
        ["2028", "40\u00a0%", "–"],
        ["2030", "50\u00a0%", "–"],
    ]


def test_one_year_is_no_path():
    assert track(suggested(1)) == ()
    assert track(indicator(1, target_value=None)) == ()
    one = IndicatorYearData(2027, Decimal(1))
    (table,) = track(suggested(1, years=(one,)))
    assert isinstance(table, Table)
    assert track(suggested(1, years=(IndicatorYearData(2027),))) == ()


def test_yes_or_no_is_not_drawn():
    (table,) = track(indicator(1, unit="oui/non", years=(IndicatorYearData(2027, Decimal(1)),)))
    assert isinstance(table, Table)
    assert cells(table.rows)[1] == ["2027", "oui", "–"]


def test_a_measure_of_the_year_of_the_baseline_comes_first():
    measured = IndicatorYearData(2025, None, Decimal(20))
    (chart,) = track(indicator(1, baseline_date=date(2025, 3, 1), years=(measured,)))
    assert [point.value for point in chart.series[1].points] == ["20"]
