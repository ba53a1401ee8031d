"""Due dates on the days around them."""

from datetime import date, timedelta

import pytest

from reen.enums import Part
from reen.rules.deadlines import NO_PENALTY, due_dates, programme, strategy, yearly_report

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("rule", "due", "words"),
    [
        (programme, date(2023, 1, 1), "1er\u00a0janvier 2023"),
        (strategy, date(2025, 1, 1), "1er\u00a0janvier 2025"),
    ],
)
def test_one_off_duty_is_past_from_its_date(rule, due, words):
    assert rule(due).on == due
    assert [rule(day).passed for day in (due - ONE_DAY, due, due + ONE_DAY)] == [False, True, True]
    assert rule(due - ONE_DAY).words == f"à établir avant le {words}"
    assert rule(due).words == f"échéance dépassée depuis le {words}"
    assert rule(due).advice.startswith("Que faire\u00a0: ")


@pytest.mark.parametrize(
    ("day", "budget", "words"),
    [
        (date(2024, 12, 31), 2026, "à présenter chaque année à partir du 1er\u00a0janvier 2025"),
        (date(2025, 1, 1), 2026, "projet de budget 2026 (ou 2025, si ce débat n’a pas encore eu lieu)"),
        (date(2026, 11, 21), 2027, "projet de budget 2027 (ou 2026, si ce débat n’a pas encore eu lieu)"),
        (date(2027, 1, 1), 2028, "projet de budget 2028 (ou 2027, si ce débat n’a pas encore eu lieu)"),
    ],
)
def test_yearly_report_names_the_next_budget(day, budget, words):
    report = yearly_report(day)
    assert (report.budget, report.passed) == (budget, False)
    assert report.words.endswith(words)


def test_the_three_duties_come_in_the_order_of_the_law():
    assert [due.part for due in due_dates(date(2026, 11, 21))] == [Part.PROGRAMME, Part.STRATEGY, Part.YEARLY]


def test_no_penalty_is_only_said_of_the_texts_read():
    assert "dans les textes lus" in NO_PENALTY
