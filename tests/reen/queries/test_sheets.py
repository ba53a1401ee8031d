"""Sheets handed to drafts: published only, in a constant number of queries."""

import pytest

from reen.enums import Cost, Effort, Kind, Theme
from reen.models import Action
from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from reen.queries.legal import legal_text_sheets
from reen.queries.requirements import requirement_sheets
from reen.rules.estimates import Estimate
from reen.sheets import SourceSheet
from tests.reen.factories import (
    ActionFactory,
    IndicatorFactory,
    LegalTextFactory,
    RequirementFactory,
    linked_action,
)

pytestmark = pytest.mark.django_db


def test_action_sheet_carries_words_links_and_revision():
    indicators = [IndicatorFactory(ref="b"), IndicatorFactory(ref="a"), IndicatorFactory(ref="z", draft=True)]
    action = ActionFactory(ref="essai", indicators=indicators, before=[ActionFactory(ref="avant")], edition=3)
    sheet = action_sheets(refs=["essai"])[0]
    assert (sheet.ref, sheet.theme, sheet.indicators, sheet.before) == (
        "essai",
        Theme.STEERING,
        ("a", "b"),
        ("avant",),
    )
    assert (sheet.url, sheet.revision, sheet.kinds) == ("/actions/essai/", 3, (Kind.COMMUNE, Kind.EPCI))
    assert sheet.sources == (
        SourceSheet(title="Guide d’essai", url="https://example.org/guide", opened=True),
    )
    assert (sheet.revised_on, sheet.short) == (action.revised_on, False)


def test_short_sheet_says_so():
    ActionFactory(short=True)
    assert action_sheets()[0].short


def test_sheets_leave_out_what_is_not_published():
    ActionFactory(draft=True)
    IndicatorFactory(draft=True)
    RequirementFactory(draft=True)
    LegalTextFactory(draft=True)
    assert [action_sheets(), indicator_sheets(), requirement_sheets(), legal_text_sheets()] == [
        [],
        [],
        [],
        [],
    ]


def test_sheet_keeps_the_published_words_while_a_draft_is_written():
    action = ActionFactory(title="Publié")
    action.title = "Brouillon"
    action.save_revision()
    assert [sheet.title for sheet in action_sheets()] == ["Publié"]


def test_action_sheet_carries_both_estimates():
    ActionFactory(effort_small="faible", effort_large="", cost_small="€", cost_large="€€")
    (sheet,) = action_sheets()
    assert (sheet.effort, sheet.cost) == (Estimate(Effort.LOW, None), Estimate(Cost.LOW, Cost.MEDIUM))


def test_action_sheets_keep_the_kind_asked_for():
    ActionFactory(ref="region", kinds=(Kind.REGION,))
    ActionFactory(ref="commune", kinds=(Kind.COMMUNE,))
    assert [sheet.ref for sheet in action_sheets(kind=Kind.REGION)] == ["region"]


@pytest.mark.parametrize(
    ("read", "make", "queries"),
    [
        (action_sheets, linked_action, 1),
        (indicator_sheets, IndicatorFactory, 1),
        (requirement_sheets, RequirementFactory, 1),
        (legal_text_sheets, LegalTextFactory, 1),
    ],
)
def test_sheets_cost_the_same_whatever_their_number(read, make, queries, django_assert_num_queries):
    for count in (1, 4):
        while len(read()) < count:
            make()
        with django_assert_num_queries(queries):
            assert len(read()) >= count


def test_sheets_of_no_action_cost_no_links(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert action_sheets(refs=["inconnue"]) == []
    assert not Action.objects.exists()
