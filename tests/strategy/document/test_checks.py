"""What an auditor checks: each slip planted in a document is found, where it is, and nothing else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategy.document import walk
from strategy.document.build import build
from strategy.document.checking import dates, figures
from strategy.document.checking.check import Check, Outcome, Subject
from strategy.document.checking.indicators import ASPECTS
from strategy.document.checks import checks, to_look_at
from strategy.document.model import Document, Run, Section, Table
from strategy.enums import ChoiceStatus
from tests.documents import large
from tests.strategy.document.drafts import REQUIREMENTS, choice, complete, empty, indicator, objective


def document(**parts: object) -> Document:
    """A complete strategy whose measures are all behind it."""
    rows = tuple(replace(indicator(key, objective=key, unit="tonnes"), years=()) for key in (1, 2))
    return build(complete(**{"indicators": rows} | parts), REQUIREMENTS)


def wrong(found: Document) -> list[tuple[str, str | None]]:
    """What is to be looked at, and where."""
    return [
        (check.what, check.anchor)
        for check in checks(found)
        if check.outcome in (Outcome.MISSING, Outcome.DIFFERS)
    ]


def mended(section: Section, anchor: str, mend: object) -> Section:
    """The section with one table of the section `anchor` mended."""
    blocks = tuple(
        mend(block) if section.anchor == anchor and isinstance(block, Table) else block
        for block in section.blocks
    )
    parts = tuple(mended(part, anchor, mend) for part in section.sections)
    return replace(section, blocks=blocks, sections=parts)


def with_cell(found: Document, anchor: str, row: int, column: int, words: str) -> Document:
    """The document with another figure printed in a table."""

    def mend(table: Table) -> Table:
        rows = [list(cells) for cells in table.rows]
        rows[row][column] = (Run(words),)
        return replace(table, rows=tuple(map(tuple, rows)))

    return replace(found, sections=tuple(mended(section, anchor, mend) for section in found.sections))


def test_nothing_is_wrong_with_what_is_whole():
    found = checks(document())
    assert to_look_at(found) == 0
    assert {check.subject for check in found} == set(Subject)
    assert sum(check.outcome is Outcome.HOLDS for check in found) > len(ASPECTS)


def test_a_document_without_record_is_not_checked():
    assert checks(replace(document(), record=None)) == ()


def test_a_draft_that_was_just_opened_has_nothing_to_check_but_the_count():
    found = checks(build(empty(), REQUIREMENTS))
    assert {check.what for check in found if check.outcome is Outcome.HOLDS} == {figures.COUNTED}
    assert to_look_at(found) == 0


@pytest.mark.parametrize(
    ("aspect", "missing", "words"),
    [
        ("Définition", {"method": ""}, "mode de calcul"),
        ("Définition", {"unit": "", "method": ""}, "unité, mode de calcul"),
        ("Source", {"data_source": ""}, "source des données"),
        ("Départ daté", {"baseline_date": None}, "date"),
        ("Cible", {"target_value": None, "target_year": None}, "valeur, année"),
        ("Responsable", {"owner": ""}, "responsable"),
    ],
)
def test_what_an_indicator_lacks_is_named(aspect, missing, words):
    row = replace(indicator(1, unit="tonnes"), years=(), **missing)
    found = checks(document(indicators=(row,)))
    assert [
        check for check in found if check.subject is Subject.INDICATORS and check.outcome is not Outcome.HOLDS
    ] == [Check(Subject.INDICATORS, aspect, Outcome.MISSING, words, row.title, "indicateur-1")]


def test_a_figure_printed_otherwise_than_the_lines_above_give_is_found():
    sound = document()
    assert wrong(with_cell(sound, "budget-annees", 0, 1, "1\u202f001\u00a0€")) == [
        (figures.COLUMNS, "budget-annees")
    ]
    assert wrong(with_cell(sound, "action-2", 0, 1, "1\u202f000,01\u00a0€")) == [
        (figures.COLUMNS, "action-2")
    ]


def test_a_total_that_the_data_do_not_give_is_found_wherever_it_is_printed():
    sound = document()
    cheaper = replace(sound.record.choices[0], years=(), budget=Decimal(1))
    record = replace(sound.record, choices=(cheaper, *sound.record.choices[1:]))
    found = wrong(replace(sound, record=record))
    assert {what for what, _ in found} == {figures.OVERALL}
    assert [anchor for _, anchor in found] == ["essentiel", "moyens", "budget-annees", "budget-themes"]


def test_money_of_an_action_that_was_dropped_is_in_no_total():
    dropped = replace(complete().choices[0], status=ChoiceStatus.DROPPED)
    assert wrong(document(choices=(dropped, *complete().choices[1:]))) == []


def test_the_totals_of_a_large_strategy_are_all_looked_at():
    found = checks(build(large.draft(), large.requirements()))
    outcomes = {
        check.what: (check.outcome, check.words) for check in found if check.subject is Subject.FIGURES
    }
    assert outcomes[figures.COLUMNS] == (Outcome.HOLDS, "rien à signaler sur 38")


def test_states_counted_otherwise_on_the_cover_are_found():
    sound = document()
    cover = replace(sound.coverage, answered=sound.coverage.answered - 1)
    assert wrong(replace(sound, coverage=cover)) == [(figures.COUNTED, "tracabilite")]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {"choices": (choice(1, start=date(2028, 1, 1), end=date(2027, 1, 1)),)},
            (dates.ACTIONS, "action-1"),
        ),
        ({"objectives": (objective(1, baseline_year=2031),)}, (dates.OBJECTIVES, "objectif-1")),
        (
            {"indicators": (replace(indicator(1, unit="tonnes"), years=(), target_year=2020),)},
            (dates.INDICATORS, "indicateur-1"),
        ),
        (
            {
                "indicators": (
                    replace(indicator(1, unit="tonnes"), years=(), baseline_date=date(2026, 12, 1)),
                )
            },
            (dates.MEASURED, "indicateur-1"),
        ),
        (
            {"baseline": replace(complete().baseline, programme_date=date(2027, 1, 1))},
            (dates.PROGRAMME, "programme"),
        ),
    ],
)
def test_what_does_not_follow_in_time_is_found(parts, expected):
    assert expected in wrong(document(**parts))
    assert expected not in wrong(document())


def test_every_check_leads_to_a_section_of_the_document():
    found = build(large.draft(), large.requirements())
    anchors = {visit.section.anchor for visit in walk.sections(found)}
    assert {check.anchor for check in checks(found)} - {None} <= anchors
