"""When: each dated action on the timetable under its theme, the others named."""

from datetime import date

from reen.enums import Theme
from strategy.document.model import BulletList, Notice, Timetable
from strategy.enums import ChoiceStatus
from tests.strategy.document.drafts import choice, empty, proposed
from tests.strategy.document.parts import document_of, read, section


def blocks_of(*choices):
    return section(document_of(empty(choices=choices)), "calendrier").blocks


def test_dated_actions_are_spans_that_lead_to_their_card():
    later = choice(1, theme=Theme.CITIZENS, start=None)
    (timetable,) = blocks_of(later, choice(2, theme=Theme.STEERING, end=None))
    assert isinstance(timetable, Timetable)
    assert [(read(s.label), s.label[0].href, s.start, s.end, s.group) for s in timetable.spans] == [
        ("Action 2", "#action-2", "2027-01-01", None, Theme.STEERING.label),
        ("Action 1", "#action-1", None, "2028-12-31", f"Thème 5\u00a0: {Theme.CITIZENS.label}"),
    ]
    assert [span.words for span in timetable.spans] == [
        "à partir du 1er\u00a0janvier 2027",
        "avant le 31\u00a0décembre 2028",
    ]


def test_actions_without_a_date_are_named():
    timetable, words, undated = blocks_of(choice(1), proposed(2))
    assert isinstance(timetable, Timetable)
    assert read(words.text) == "1\u00a0action n’a pas de date\u00a0:"
    assert isinstance(undated, BulletList)
    assert [(read(item), item[0].href) for item in undated.items] == [("Action 2", "#action-2")]


def test_dates_are_asked_for_when_there_is_none():
    (notice,) = blocks_of(proposed(1))
    assert isinstance(notice, Notice)


def test_an_end_before_its_start_is_told_and_not_drawn():
    (timetable,) = blocks_of(choice(1, start=date(2028, 1, 2), end=date(2028, 1, 1)))
    (span,) = timetable.spans
    assert (span.start, span.end) == (None, None)
    assert span.words == "du 2\u00a0janvier 2028 au 1er\u00a0janvier 2028"


def test_an_action_that_was_dropped_is_told_and_not_drawn():
    gone = choice(1, status=ChoiceStatus.DROPPED)
    (timetable,) = blocks_of(gone, proposed(2, status=ChoiceStatus.DROPPED))
    (span,) = timetable.spans
    assert (span.start, span.end) == (None, None)
    assert span.words == "du 1er\u00a0janvier 2027 au 31\u00a0décembre 2028 (abandonnée)"
