"""Duties by kind and size: the thresholds are named one by one."""

import pytest

from reen.enums import Kind, Size
from reen.rules.duties import FIRST, Duty, binds, binds_in_part, last_of, strategy_duty
from reen.rules.scope import Answer

EVERYBODY = tuple(Kind)


@pytest.mark.parametrize("size", Size)
def test_bands_begin_and_end_where_sizes_do(size: Size):
    assert Size.of(FIRST[size]) is size
    if size is not Size.OVER_50000:
        assert Size.of(int(last_of(size))) is size
        assert Size.of(int(last_of(size)) + 1) is not size


@pytest.mark.parametrize(
    ("threshold", "bound", "in_part"),
    [
        (None, "all", []),
        (3_500, [Size.FROM_3500, Size.FROM_20000, Size.OVER_50000], []),
        (20_001, [Size.FROM_20000, Size.OVER_50000], [Size.FROM_20000]),
        (50_001, [Size.OVER_50000], []),
        (100_000, [Size.OVER_50000], [Size.OVER_50000]),
    ],
)
def test_a_threshold_binds_the_sizes_that_reach_it(threshold, bound, in_part):
    duty = Duty((Kind.COMMUNE,), threshold)
    assert [size for size in Size if binds(duty, Kind.COMMUNE, size)] == (
        list(Size) if bound == "all" else bound
    )
    assert [size for size in Size if binds_in_part(duty, Kind.COMMUNE, size)] == in_part


def test_a_text_binds_the_kinds_it_names_only():
    duty = Duty((Kind.COMMUNE, Kind.EPCI))
    assert [kind for kind in Kind if binds(duty, kind, Size.OVER_50000)] == [Kind.COMMUNE, Kind.EPCI]
    assert not any(binds(Duty(), kind, size) for kind in Kind for size in Size)


def test_threshold_is_told_in_words():
    assert Duty(EVERYBODY, 50_001).threshold_words == "à partir de 50\u202f001 habitants"
    assert Duty(EVERYBODY).threshold_words == ""


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        (Kind.COMMUNE, [Answer.VOLUNTARY] * 3 + [Answer.BOUND]),
        (Kind.EPCI, [Answer.VOLUNTARY] * 3 + [Answer.BOUND]),
        (Kind.EPT, [Answer.OUT_OF_SCOPE] * 4),
        (Kind.DEPARTEMENT, [Answer.OUT_OF_SCOPE] * 4),
        (Kind.REGION, [Answer.OUT_OF_SCOPE] * 4),
        (Kind.SYNDICAT, [Answer.OUT_OF_SCOPE] * 4),
    ],
)
def test_article_35_answers_each_kind_and_size(kind: Kind, answers: list[Answer]):
    assert [strategy_duty(kind, size).answer for size in Size] == answers


def test_the_reason_says_the_threshold():
    assert strategy_duty(Kind.EPCI, Size.OVER_50000).reason.endswith("elle vous concerne.")
    assert "50\u202f001" in strategy_duty(Kind.COMMUNE, Size.FROM_20000).reason
