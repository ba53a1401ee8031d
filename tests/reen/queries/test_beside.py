"""The sheets before and after one follow its list to the end, ties included, in one query."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.enums import Theme
from reen.models import Action, Indicator
from reen.queries.beside import beside
from tests.reen.factories import ActionFactory, IndicatorFactory

pytestmark = pytest.mark.django_db


def test_walking_on_goes_through_the_whole_list():
    for theme in (Theme.LIFE_CYCLE, Theme.STEERING):
        for title in ("Éteindre", "acheter", "Zones", "Même titre", "Même titre"):
            ActionFactory(theme=theme, title=title)
    ActionFactory(draft=True, theme=Theme.STEERING, title="Brouillon")
    expected = list(Action.objects.live().order_by("theme", "title", "pk"))
    walked = [expected[0]]
    while (following := beside(walked[-1]).next) is not None:
        assert beside(following).previous == walked[-1]
        walked.append(following)
    assert walked == expected
    assert beside(expected[0]).previous is None


def test_a_lone_sheet_has_no_neighbour():
    found = beside(IndicatorFactory())
    assert (found.previous, found.next) == (None, None)


def test_one_query_however_long_the_list():
    Indicator.objects.bulk_create(IndicatorFactory.build_batch(300))
    entry = Indicator.objects.all()[150]
    with CaptureQueriesContext(connection) as captured:
        found = beside(entry)
        assert found.previous.title < entry.title < found.next.title
        assert found.next.get_absolute_url()
    assert len(captured) == 1
