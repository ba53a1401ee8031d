"""Numbers, years and days as the French write them."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms

from strategy.forms.fields import DayField, FrenchDecimalField, YearField

NOT_A_NUMBER = "Écrivez un nombre, par exemple 1\u202f250 ou 12,5."
NOT_A_YEAR = "Écrivez une année sur quatre chiffres, par exemple 2028."
NOT_A_DAY = "Écrivez une date, par exemple 31/12/2027."


def refusal(field: forms.Field, typed: str) -> str:
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1250", "1250"),
        ("1 250", "1250"),
        ("1\u202f250,5", "1250.5"),
        ("1\u00a0250,50\u00a0€", "1250.50"),
        ("12.5", "12.5"),
        ("-3", "-3"),
        ("0", "0"),
        (" 7 ", "7"),
    ],
)
def test_a_number_is_read_as_it_is_written(typed, value):
    assert FrenchDecimalField(max_digits=12, decimal_places=2).clean(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["abc", "12,5,3", "1.250,5", "NaN", "Infinity", "12 %", "\x00", "1" + "e" * 50]
)
def test_what_is_no_number_is_refused_with_an_example(typed):
    assert refusal(FrenchDecimalField(), typed) == NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["1e400", "9" * 5_000, "123456789012,5"])
def test_a_number_too_long_is_refused(typed):
    assert "chiffres" in refusal(FrenchDecimalField(max_digits=12, decimal_places=2), typed)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("1250.500"), "1250,5"),
        (Decimal("1250.000"), "1250"),
        (Decimal(100), "100"),
        (Decimal("0.000"), "0"),
        (None, None),
        ("12,5,3", "12,5,3"),
    ],
)
def test_a_number_is_shown_with_a_comma_and_no_useless_zero(value, shown):
    assert FrenchDecimalField().prepare_value(value) == shown


@pytest.mark.parametrize(
    ("initial", "typed", "changed"),
    [
        (Decimal("12.500"), "12,5", False),
        (Decimal("12.5"), "12,6", True),
        (None, "", False),
        (None, "abc", True),
    ],
)
def test_a_change_is_one_of_value(initial, typed, changed):
    assert FrenchDecimalField(required=False).has_changed(initial, typed) is changed


@pytest.mark.parametrize(("typed", "year"), [("2000", 2000), (" 2028 ", 2028), ("2100", 2100)])
def test_a_year_has_four_figures(typed, year):
    assert YearField().clean(typed) == year


@pytest.mark.parametrize("typed", ["28", "1999", "2101", "20028", "deux mille", "2028,5", "9" * 5_000])
def test_what_is_no_year_of_this_century_is_refused(typed):
    assert refusal(YearField(), typed) == NOT_A_YEAR


@pytest.mark.parametrize("typed", ["2027-12-31", "31/12/2027"])
def test_a_day_is_read_from_the_calendar_or_as_typed(typed):
    assert DayField().clean(typed) == date(2027, 12, 31)


@pytest.mark.parametrize("typed", ["31/02/2027", "12/31/2027", "demain", ""])
def test_what_is_no_day_is_refused_with_an_example(typed):
    assert refusal(DayField(), typed) == NOT_A_DAY
