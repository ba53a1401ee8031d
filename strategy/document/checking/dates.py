"""Dates and years in order: in actions, objectives and indicators."""

from collections.abc import Iterator
from datetime import date

from reen.typography import date_words
from strategy.document.checking.check import Check, Problem, Subject, told
from strategy.document.proofreading import actions, indicators, objectives
from strategy.document.record import Record

ACTIONS = "Dates des actions et années de leurs montants"
OBJECTIVES = "Années de départ et d’arrivée des objectifs"
INDICATORS = "Années des indicateurs"
MEASURED = "Mesures qui ne sont pas à venir"
PROGRAMME = "Date du programme de travail"


def of_dates(record: Record, on: date) -> Iterator[Check]:
    """What does not follow in time; `on` is the day of the document."""
    dates = Subject.DATES
    yield from told(dates, ACTIONS, len(record.choices), of_actions(record))
    yield from told(dates, OBJECTIVES, len(record.objectives), of_objectives(record, on.year))
    yield from told(dates, INDICATORS, len(record.indicators), of_indicators(record, on.year))
    yield from told(dates, MEASURED, len(record.indicators), to_come(record, on))
    day = record.baseline.programme_date
    late = [("", f"{date_words(day)}, après la date du document.", "programme")] if day and day > on else []
    yield from told(dates, PROGRAMME, int(day is not None), late)


def of_actions(record: Record) -> Iterator[Problem]:
    """Ends before starts, amounts out of the period, actions that begin after the year they aim at."""
    ends = {row.key: row.target_year for row in record.objectives if row.target_year}
    for row in record.choices:
        for words in actions.disagreements(row, ends):
            yield row.title, words, f"action-{row.key}"


def of_objectives(record: Record, year: int) -> Iterator[Problem]:
    """Years that go backwards, or that were over when the document was issued."""
    for row in record.objectives:
        for words in objectives.disagreements(row, year):
            yield row.statement, words, f"objectif-{row.key}"


def of_indicators(record: Record, year: int) -> Iterator[Problem]:
    """The same of indicators, and values expected after the last year."""
    for row in record.indicators:
        for words in indicators.disagreements(row, year):
            yield row.title, words, f"indicateur-{row.key}"


def to_come(record: Record, on: date) -> Iterator[Problem]:
    """What is said to be measured after the day of the document."""
    for row in record.indicators:
        anchor = f"indicateur-{row.key}"
        if row.baseline_date and row.baseline_date > on:
            yield row.title, f"un départ mesuré le {date_words(row.baseline_date)}.", anchor
        late = [str(line.year) for line in row.years if line.measured is not None and line.year > on.year]
        if late:
            yield row.title, f"une valeur mesurée en {', '.join(late)}.", anchor
