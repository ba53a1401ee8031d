"""The tests' own foundations: each promise of conftest, shown by what it refuses or leaves."""

import socket
from itertools import pairwise

import pytest
from django.core.cache import cache
from django.template import Context, Origin, Template, engines

from reen.models import BasePage
from strategy.models import Collectivity
from tests.template_variables import CHECKED


@pytest.mark.django_db
def test_database_is_migrated_and_holds_no_collectivity():
    assert BasePage.objects.filter(depth=1).count() == 1
    assert Collectivity.objects.count() == 0


def test_content_holds_the_official_list(content):
    assert Collectivity.objects.filter(kind="commune").count() > 30_000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_commits_does_not_reach_the_next(turn):
    """Emptied after each such test, the database would also lack Wagtail's root at the second turn."""
    assert BasePage.objects.filter(depth=1).count() == 1
    assert Collectivity.objects.count() == 0
    Collectivity.objects.create(kind="syndicat", name=f"Syndicat de démonstration {turn}")


def test_what_needs_no_database_comes_first(request):
    """While the ready databases are made: in the part that each worker begins with."""
    asks = [
        bool(item.get_closest_marker("django_db")) or "db" in item.fixturenames
        for item in request.session.items
        if not item.get_closest_marker("browser")
    ]
    workers = int(getattr(request.config, "workerinput", {"workercount": 1})["workercount"])
    assert sum(before and not after for before, after in pairwise(asks)) < workers


def test_network_outside_this_machine_is_refused():
    with socket.socket() as outside, pytest.raises(pytest.fail.Exception, match=r"203\.0\.113\.1"):
        outside.connect(("203.0.113.1", 80))


def test_network_on_this_machine_works():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def render(folder: str, variable: str = "absent") -> str:
    origin = Origin(name=f"{folder}/sample.html", template_name="sample.html")
    template = Template(f"[{{{{ {variable} }}}}]", origin=origin, engine=engines["django"].engine)
    return template.render(Context())


def test_undefined_variable_fails_in_a_template_of_ours():
    with pytest.raises(pytest.fail.Exception, match=r"'absent' in templates/reen/sample\.html"):
        render(f"{CHECKED}/reen")


def test_undefined_variable_stays_empty_in_a_template_of_a_library():
    assert render("/elsewhere/templates/admin") == "[]"
    assert render("/elsewhere/templates/admin", "absent|default:'rien'") == "[rien]"


@pytest.mark.parametrize("turn", [1, 2])
def test_cache_is_empty_at_each_start(turn):
    assert cache.get("seen") is None
    cache.set("seen", turn)
