"""Scales hold what they must show, in few round steps; days fall where they are in their year."""

from decimal import Decimal

import pytest

from strategy.document.model import Run, Span
from strategy.document.scales import moments, over_years, scale, tick_words, years
from tests.documents import drawings


def chart(*values):
    """A chart of these values, a year each."""
    named = {str(2020 + index): value for index, value in enumerate(values)}
    return drawings.chart("Valeurs", (drawings.series("A", named),))


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["0"], ["0", "0,2", "0,4", "0,6", "0,8", "1"]),
        (["7"], ["0", "2", "4", "6", "8"]),
        (["100", "12.5"], ["0", "20", "40", "60", "80", "100"]),
        (["-3", "42.5"], ["−10", "0", "10", "20", "30", "40", "50"]),
        (["-0.25"], ["−0,25", "−0,2", "−0,15", "−0,1", "−0,05", "0"]),
        (["0.000001"], ["0", "0,0000002", "0,0000004", "0,0000006", "0,0000008", "0,000001"]),
        (["1250", "11800"], ["0", "5\u202f000", "10\u202f000", "15\u202f000"]),
    ],
)
def test_a_scale_has_few_round_ticks_and_zero(values, ticks):
    assert [tick_words(tick) for tick in scale(chart(*values)).ticks()] == ticks


@pytest.mark.parametrize("values", [["9" * 15, "-" + "9" * 15], ["0.000000000000001"], ["3", "-3"], ["-7"]])
def test_every_value_is_on_its_scale(values):
    found = scale(chart(*values))
    shares = [found.share(Decimal(value)) for value in ("0", *values)]
    assert min(shares) >= 0
    assert max(shares) <= 1
    assert 2 <= len(found.ticks()) <= 8


def test_years_are_in_order_and_other_words_as_they_come():
    late = drawings.series("B", {"2030": "1", "2019": "2"})
    assert moments(drawings.chart("Années", (late,))) == ["2019", "2030"]
    words = drawings.series("C", {"mars": "1", "2019": "2", "avril": "3"})
    assert moments(drawings.chart("Mois", (words, late))) == ["mars", "2019", "avril", "2030"]
    assert not over_years(drawings.chart("Mois", (words,)))
    assert not over_years(drawings.chart("Chiffres d’ailleurs", (drawings.series("D", {"٢٠٢٥": "1"}),)))


def span(start, end):
    """A span between two days."""
    return Span((Run("Action"),), "", start, end)


@pytest.mark.parametrize(
    ("start", "end", "reach"),
    [
        ("2025-01-01", "2025-12-31", (0.0, 0.5)),
        ("2026-01-01", "2026-12-31", (0.5, 1.0)),
        ("2025-07-02", None, (182 / 365 / 2, 1.0)),
        (None, "2026-01-01", (0.0, 0.5 + 1 / 365 / 2)),
    ],
)
def test_days_fall_where_they_are_in_their_year(start, end, reach):
    known = years((span("2025-03-01", None), span(None, "2026-02-01")))
    assert known.marked() == [2025, 2026]
    assert known.reach(span(start, end)) == pytest.approx(reach)


def test_many_years_are_written_every_so_many():
    assert years((span("0001-01-01", "9999-12-31"),)).marked()[:3] == [1, 1001, 2001]
    assert years((span(None, None),)) is None
    assert years(()) is None
