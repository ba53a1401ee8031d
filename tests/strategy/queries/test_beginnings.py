"""The sample of real collectivités, and what the rules read of an empty draft."""

from collections import Counter
from datetime import date

import pytest

from reen.rules.scope import Answer
from strategy.models import Collectivity
from strategy.queries.beginnings import OF_EACH, beginnings, sample
from tests.strategy.factories import CollectivityFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def test_the_sample_is_the_same_each_time_and_has_every_kind_and_size(content, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        cases = sample(on=TODAY)
    assert [case.ref for case in cases] == [case.ref for case in sample(on=TODAY)]
    groups = Counter((case.kind, case.size) for case in cases)
    assert len(groups) == 10
    assert set(groups.values()) == {OF_EACH}
    assert len({case.ref for case in cases}) == len(cases) == 40


def test_bodies_typed_in_or_ended_are_not_in_it(db):
    CollectivityFactory()
    assert sample(on=TODAY) == []
    CollectivityFactory(code="01001", official=True)
    CollectivityFactory(code="01002", official=True, ended=True)
    assert [case.ref for case in sample(on=TODAY)] == ["01001"]


def test_an_empty_draft_has_everything_to_answer(content):
    large = Collectivity.objects.get(code="26362", kind="commune")
    (here,) = beginnings([large], on=TODAY)
    assert (here.answers, here.chosen, here.covered_themes) == ({Answer.BOUND}, set(), set())
    assert {"pt-acteurs", "st-base", "bilan-annuel"} <= here.open_requirements.keys()
