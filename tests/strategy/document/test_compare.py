"""A difference is empty between equals, and rebuilds what it was made from; requirements won and lost are told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from strategy.document.build import build
from strategy.document.compare import Difference, Value, answers, apply, compare
from strategy.document.draft import GovernanceData
from strategy.document.model import State
from strategy.document.record import record_of
from tests.documents import large
from tests.documents.random_records import COUNT, record, worked_on
from tests.strategy.document import drafts

SEEDS = range(COUNT)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_differs_from_itself(seed):
    assert not compare(record(seed), record(seed))
    assert compare(record(seed), record(seed)) == Difference()


@pytest.mark.parametrize("seed", SEEDS)
def test_applying_a_difference_rebuilds_what_it_was_made_from(seed):
    before, after = worked_on(seed)
    assert apply(compare(before, after), before) == after
    assert apply(compare(after, before), after) == before


@pytest.mark.parametrize("seed", SEEDS)
def test_records_that_have_nothing_in_common_too(seed):
    one, other = record(seed), record(seed + COUNT)
    assert apply(compare(one, other), one) == other


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_equal_is_in_no_difference(seed):
    before, after = worked_on(seed)
    changes = {change.field for change in compare(before, after).changes}
    assert changes == {
        name for name in before.__dataclass_fields__ if getattr(before, name) != getattr(after, name)
    }


def test_the_random_records_differ_in_every_way():
    """Else the properties above would hold for want of anything to compare."""
    seen = set()
    for seed in SEEDS:
        difference = compare(*worked_on(seed))
        seen |= {change.field for change in difference.changes}
        rows = difference.rows("choices")
        seen |= {name for name in ("added", "removed", "changed", "moved") if getattr(rows, name)}
        seen |= {change.field for row in rows.changed for change in row.changes}
    assert seen >= {"bodies", "governance", "organisation", "territory", "plans", "objectives", "indicators"}
    assert seen >= {"added", "removed", "changed", "moved", "years", "entry", "pilot", "end", "objectives"}


def test_a_row_is_followed_by_its_number_and_a_year_by_itself():
    before = record_of(drafts.complete(3))
    first, second, third = before.choices
    line = replace(first.years[0], investment=Decimal(1))
    after = replace(before, choices=(third, replace(first, pilot="Régie", years=(line,))))
    rows = compare(before, after).rows("choices")
    assert (rows.added, rows.removed, rows.moved) == ((), (second,), True)
    (changed,) = rows.changed
    assert changed.after.key == first.key
    pilot, years = changed.changes
    assert pilot == Value("pilot", first.pilot, "Régie")
    assert [inner.field for inner in years.changed[0].changes] == ["investment"]


def test_two_actors_of_one_name_are_kept_apart():
    actor = drafts.ACTORS[0]
    before = record_of(drafts.complete(governance=GovernanceData(actors=(actor, actor))))
    after = replace(
        before, governance=GovernanceData(actors=(actor, replace(actor, involvement="Autrement")))
    )
    (actors,) = compare(before, after).inside("governance")
    assert (actors.added, actors.removed, len(actors.changed)) == ((), (), 1)
    assert apply(compare(before, after), before) == after


def test_the_large_document_loses_nothing():
    whole = record_of(large.draft())
    less = replace(whole, choices=whole.choices[::2], organisation=None, bodies=whole.bodies[:1])
    less = replace(less, objectives=tuple(reversed(whole.objectives)))
    assert apply(compare(whole, less), whole) == less
    assert apply(compare(less, whole), less) == whole


def test_requirements_won_and_lost():
    whole = build(drafts.complete(), drafts.REQUIREMENTS)
    less = build(drafts.complete(objectives=(), indicators=()), drafts.REQUIREMENTS)
    lost = {answer.title: answer for answer in answers(whole, less)}
    assert lost["Exigence st-objectifs"].is_lost
    assert not lost["Exigence st-objectifs"].is_new
    won = {answer.title: answer for answer in answers(less, whole)}
    assert won.keys() == lost.keys()
    assert won["Exigence st-objectifs"].is_new
    assert won["Exigence st-objectifs"].after is State.ANSWERED
    assert answers(whole, whole) == ()
