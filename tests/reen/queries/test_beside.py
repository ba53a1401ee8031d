"""The sheets before and after one follow its list to the end, ties included, read along with it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.enums import Theme
from reen.models import Action, Indicator
from reen.queries.beside import Beside, Neighbour, beside, with_beside
from tests.reen.factories import ActionFactory, IndicatorFactory

pytestmark = pytest.mark.django_db


def sheets(model) -> list:
    return list(with_beside(model).order_by(*model._meta.ordering, "pk"))


def test_neighbours_follow_the_whole_list():
    for theme in (Theme.LIFE_CYCLE, Theme.STEERING):
        for title in ("Éteindre", "acheter", "Zones", "Même titre", "Même titre"):
            ActionFactory(theme=theme, title=title)
    ActionFactory(draft=True, theme=Theme.STEERING, title="Brouillon")
    listed = sheets(Action)
    urls = [None, *(action.get_absolute_url() for action in listed), None]
    assert len(listed) == 10
    for place, action in enumerate(listed):
        around = beside(action)
        found = [around.previous and around.previous.url, around.next and around.next.url]
        assert found == [urls[place], urls[place + 2]]


def test_a_neighbour_is_told_by_its_title():
    IndicatorFactory(title="Avant")
    first, last = sheets(Indicator)[0], IndicatorFactory(title="Zèbre", ref="zebre")
    assert beside(first) == Beside(None, None)
    assert beside(sheets(Indicator)[0]).next == Neighbour("Zèbre", last.get_absolute_url())


def test_neighbours_take_no_query_of_their_own():
    Indicator.objects.bulk_create(IndicatorFactory.build_batch(300))
    with CaptureQueriesContext(connection) as captured:
        entry = with_beside(Indicator).order_by("title")[150]
        assert beside(entry).previous.title < entry.title < beside(entry).next.title
    assert len(captured) == 1
