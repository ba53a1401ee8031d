"""What a document says of each requirement, once, with its page and the version that first said so."""

from dataclasses import replace
from datetime import date

from strategy.document.build import build
from strategy.document.chapters.proof import trace_row
from strategy.document.coverage import coverage
from strategy.document.model import Document, State, Status
from strategy.document.themes import NO_ACTION, themes_used
from strategy.document.tracing import rows_of, since_words, standings
from strategy.document.versioning import issued, withdrawn
from strategy.enums import ChoiceStatus
from strategy.renderers.pdf.renderer import PdfRenderer
from tests.strategy.document.drafts import REQUIREMENTS, complete, empty


def version(document: Document, number: int, before: Document | None = None) -> Document:
    return issued(
        document,
        number=number,
        status=Status.NUMBERED,
        code="K7QW-2FHX-9MRT",
        address="https://exemple.invalid/verifier/K7QW-2FHX-9MRT/",
        on=date(2026, 4, 1),
        before=before,
    )


def test_every_table_of_requirements_says_what_the_coverage_computes():
    data = complete()
    rows = [trace_row(line) for line in coverage(data, REQUIREMENTS)]
    shown = standings(build(data, REQUIREMENTS))
    assert [(line.requirement, line.state, line.reason, line.anchor) for line in shown] == [
        (row.requirement, row.state, row.reason, row.anchor) for row in rows
    ]
    assert [line.requirement for line in shown] == [sheet.ref for sheet in REQUIREMENTS]
    assert all(line.section for line in shown)


def test_pages_are_those_of_the_file():
    document = build(complete(), REQUIREMENTS)
    layout = PdfRenderer().lay_out(document)
    pages = layout.pages
    assert {line.page for line in standings(document, pages)} == {
        pages[row.anchor] for row in rows_of(document) if row.anchor
    }
    assert layout.draw() == PdfRenderer().render(document)


def test_a_state_is_told_since_the_version_that_first_had_it():
    first = version(build(empty(), REQUIREMENTS), 1)
    second = version(build(complete(), REQUIREMENTS), 2, first)
    third = version(build(complete(), REQUIREMENTS), 3, second)
    assert {row.since for row in rows_of(first)} == {1}
    states = {row.requirement: row.state for row in rows_of(first)}
    told = {row.requirement: (row.state, row.since) for row in rows_of(third)}
    assert told == {
        row.requirement: (row.state, 1 if states[row.requirement] is row.state else 2)
        for row in rows_of(second)
    }
    assert (State.ANSWERED, 2) in told.values()


def test_a_state_that_was_lost_is_told_since_it_came_back():
    answered, absent = build(complete(), REQUIREMENTS), build(empty(), REQUIREMENTS)
    last = version(answered, 3, version(absent, 2, version(answered, 1)))
    assert {row.since for row in rows_of(last)} == {3}


def test_a_draft_tells_no_version_and_a_version_withdrawn_is_the_draft_again():
    document = build(complete(), REQUIREMENTS)
    assert {row.since for row in rows_of(document)} == {None}
    assert withdrawn(version(document, 2, version(document, 1))) == document
    assert since_words(None) == ""
    assert since_words(4) == "depuis la version\u00a04"


def test_the_six_themes_are_told_as_optional_whatever_is_chosen():
    data = complete()
    uses = themes_used(data.choices)
    assert [use.theme.number for use in uses] == [1, 2, 3, 4, 5, 6]
    assert {action.key for use in uses for action in use.actions} == {
        choice.key for choice in data.choices if choice.theme.number
    }
    document = build(replace(data, choices=()), REQUIREMENTS)
    proof = next(section for section in document.sections if section.anchor == "tracabilite")
    table = proof.blocks[-1]
    assert table.caption == "Les six thèmes du décret, facultatifs"
    assert [row[1][0].text for row in table.rows] == [NO_ACTION] * 6


def test_a_theme_whose_actions_were_dropped_has_none():
    dropped = (replace(choice, status=ChoiceStatus.DROPPED) for choice in complete().choices)
    assert all(use.actions == () for use in themes_used(dropped))


def test_a_crowd_of_actions_is_told_in_few_names():
    data = complete()
    choice = replace(data.choices[0])
    use = next(
        use
        for use in themes_used([replace(choice, key=key) for key in range(1, 30)])
        if use.theme is choice.theme
    )
    assert (len(use.first), use.others, use.anchor) == (6, 23, f"theme-{choice.theme.number}")
